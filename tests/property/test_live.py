"""After whatever edits, a site that lives shows what a new build would show."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.hosts.templates import template_folders
from onrecord.live import LiveContent, LiveSite
from onrecord.loading import Loaded, load
from onrecord.pages.addresses import Addresses
from onrecord.pipeline import build
from tests.built import ROOT

CONTENT = ROOT / "tests" / "sites" / "every-field" / "content"
TEMPLATES = template_folders(ROOT / "site_templates")
SITE_URL = "https://example.org/live/"
NEW = """\
speaker: ilse-marten
said: 2025-03-{:02}
paraphrase: Something else.
sources: [{{source: board-2025-03-18}}]
"""

Edit = Callable[[Path], None]


def _files(content: Path) -> list[Path]:
    return sorted(content.rglob("*.yml"))


def _of(content: Path, number: int) -> Path:
    found = _files(content)
    return found[number % len(found)]


def _changed(number: int, day: int) -> Edit:
    def edit(content: Path) -> None:
        file = _of(content, number)
        file.write_text(file.read_text().replace("2025-03-1", f"2025-03-0{day % 9 + 1} #", 1) + "\n")

    return edit


def _added(number: int, day: int) -> Edit:
    def edit(content: Path) -> None:
        (content / "statements" / f"new-{number}.yml").write_text(NEW.format(day % 28 + 1))

    return edit


def _deleted(number: int, _: int) -> Edit:
    return lambda content: _of(content, number).unlink()


def _renamed(number: int, day: int) -> Edit:
    def edit(content: Path) -> None:
        file = _of(content, number)
        file.rename(file.with_name(f"renamed-{day}.yml"))

    return edit


def _broken(number: int, _: int) -> Edit:
    def edit(content: Path) -> None:
        _of(content, number).write_text("name: [not closed\n")

    return edit


def _mended(_: int, __: int) -> Edit:
    return _anew


def _untouched(_: Path) -> None: ...


def _anew(content: Path) -> None:
    shutil.rmtree(content)
    shutil.copytree(CONTENT, content)


KINDS = (_changed, _changed, _added, _deleted, _renamed, _broken, _mended, _mended)
EDITS = st.builds(
    lambda kind, number, day: kind(number, day),
    st.sampled_from(KINDS),
    st.integers(0, 99),
    st.integers(0, 99),
)


@settings(max_examples=12, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_what_lives_equals_what_is_built_anew(edits: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(CONTENT, content)
        live = LiveContent(content)
        for edit in (_untouched, *edits):
            edit(content)
            _compare(content, live)


def _links(loaded: Loaded) -> list[object]:
    return list(loaded.dossier.backlinks.items()) if loaded.dossier else []


def _compare(content: Path, live: LiveContent) -> None:
    known, anew = live.load(), load(content)
    assert known == anew
    assert _links(known) == _links(anew)
    built = build(content, TEMPLATES, site_url=SITE_URL)
    site = LiveSite.of(known, TEMPLATES, Addresses(site_url=SITE_URL))
    assert (site is None) is (not built.pages)
    if site is not None:
        assert [page.path for page in built.pages if site.page(page.path) != page] == []
        assert site.page("statements/nobody-said-this/") is None
