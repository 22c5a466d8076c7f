"""After whatever edits, a page for which nothing was read that changed is what it would be if made anew."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bench.content import write_project
from bench.dossier import made_up
from onrecord.dossier.cells import Concluded, altered, concluded, traced_statuses
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.reads import Cell, Noted, noted
from onrecord.dossier.statuses import Statuses
from onrecord.exports.pieces import piece
from onrecord.hosts.templates import template_folders
from onrecord.loading import Loaded, Memory, load
from onrecord.pages.addresses import Addresses
from onrecord.pages.beside.embeds import cards_of, with_card
from onrecord.pages.beside.listings import NONE_KNOWN, Listing, listings
from onrecord.pages.page import Page
from onrecord.pages.render import section_portions
from onrecord.pages.sections import claims_page, lists
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.pages.timeline import timeline_pages
from onrecord.pipeline import Part, as_it_is, made_records
from onrecord.problems import has_errors
from onrecord.source.document import Document
from tests.built import ROOT
from tests.property.edits import CONTENT, EDITS, Edit
from tests.property.swaps import SWAPS

TEMPLATES = template_folders(ROOT / "site_templates")
ADDRESSES = Addresses(site_url="https://example.org/read/")
Looks = tuple[Page, int]
"""A page, and the line on which its record begins."""


def _parts(dossier: Dossier) -> tuple[Part, ...]:
    site = Site(traced_statuses(Statuses(dossier)), ADDRESSES)
    return made_records(site, TEMPLATES, tuple(dossier), as_it_is)


def _reads(dossier: Dossier) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    for part in _parts(dossier):
        yield from zip((page.path for page in part.pages), part.reads, strict=True)


def _looks(loaded: Loaded) -> dict[str, Looks]:
    documents = {document.path: document for document in loaded.documents}
    pages = (page for part in _parts(_of(loaded)) for page in part.pages)
    return {page.path: (page, _line(page, documents)) for page in pages}


def _line(page: Page, documents: Mapping[str, Document]) -> int:
    assert page.source
    return documents[page.source.file].span(page.source.route).line


def _of(loaded: Loaded) -> Dossier:
    assert loaded.dossier
    return loaded.dossier


def _concluded(loaded: Loaded) -> Concluded:
    return concluded(Statuses(_of(loaded)))


def _lists(loaded: Loaded) -> dict[str, Listing]:
    """Return the pages that show no single record and have a plan."""
    site = Site(Statuses(_of(loaded)), ADDRESSES)
    noting = Site(traced_statuses(site.statuses), ADDRESSES)
    portions = section_portions(site, noting, TEMPLATES)
    made = (each for portion in portions for each in listings(ADDRESSES, portion, NONE_KNOWN))
    return {each.page.path: each for each in made if each.reads is not None}


def _holds(old: Listing, new: Listing, changed: frozenset[Cell]) -> bool:
    return old.plan == new.plan and old.reads is not None and changed.isdisjoint(old.reads)


def _beside(loaded: Loaded) -> dict[str, Noted[object]]:
    """Return what downloads take from each record, and its card."""
    site = Site(traced_statuses(Statuses(_of(loaded))), ADDRESSES)
    render, cards = renderer(TEMPLATES), frozenset(with_card(_of(loaded)))

    def made(each: str) -> object:
        shown = tuple(cards_of(site, render, [each] if each in cards else []))
        return piece(site.release, site.citations, each), shown

    return {each: noted(partial(made, each)) for each in _of(loaded).folders}


def _compare(content: Path, edits: Sequence[Edit]) -> None:
    memory = Memory()
    first = load(content, memory)
    before, were, was, lay = _concluded(first), _looks(first), _lists(first), _beside(first)
    read = dict(_reads(_of(first)))
    for edit in edits:
        held = {file: file.read_bytes() for file in content.rglob("*.yml")}
        edit(content)
        now = load(content, memory)
        if has_errors(now.problems):
            _restore(content, held)
            continue
        changed, are = altered(before, _concluded(now)), _looks(now)
        standing = [each for each in are if each in read and changed.isdisjoint(read[each])]
        event("some stand, some do not" if 0 < len(standing) < len(are) else "all or none stand")
        assert [each for each in standing if are[each] != were[each]] == []
        planned = [(was.get(path), each) for path, each in _lists(now).items()]
        pairs = [(old, new) for old, new in planned if old and _holds(old, new, changed)]
        event("some lists stand" if pairs else "no list stands")
        assert [new.page.path for old, new in pairs if (old.page, old.twin) != (new.page, new.twin)] == []
        lie = _beside(now)
        alike = [each for each in lie if each in lay and changed.isdisjoint(lay[each].reads)]
        event("some pieces stand" if 0 < len(alike) < len(lie) else "all or no pieces stand")
        assert [each for each in alike if lie[each].value != lay[each].value] == []


def _restore(content: Path, held: dict[Path, bytes]) -> None:
    """Undo an edit that no site is built of, without touching another file."""
    for file in set(content.rglob("*.yml")) - held.keys():
        file.unlink()
    for file, data in held.items():
        if not file.is_file() or file.read_bytes() != data:
            file.write_bytes(data)


def _edited(content_of: Path, edits: Sequence[Edit]) -> None:
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(content_of, content)
        _compare(content, edits)


@settings(max_examples=25, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_pages_for_which_nothing_was_read_that_changed_are_the_same(edits: list[Edit]) -> None:
    _edited(CONTENT, edits)


@pytest.fixture(scope="module", autouse=True)
def short_lists() -> Iterator[None]:
    """Have lists cut into pages that are short enough for most of them to stand after an edit."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timeline_pages, "ON_ONE_PAGE", 20)
        patch.setattr(claims_page, "_PER_PAGE", 3)
        for function in (lists.pages_of, lists.part):
            patch.setattr(function, "__defaults__", (10,))
        yield


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dossier in which a few records are named by many."""
    project = tmp_path_factory.mktemp("crowded") / "project"
    write_project(made_up(100), project, "files")
    return project / "content"


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(swaps=st.lists(SWAPS, min_size=1, max_size=4))
def test_so_they_are_where_many_name_each_other(crowded: Path, swaps: list[Edit]) -> None:
    _edited(crowded, swaps)
