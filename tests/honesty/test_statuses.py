"""Every status on every page can be recomputed from what is published, by a script that shares no code."""

import ast
import json
import re
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.exports.files import downloads
from onrecord.exports.pieces import pieces
from onrecord.pages.addresses import Addresses
from onrecord.pages.site import Site
from tests.built import DEFAULT, NAMES, Sites
from tests.fuzz.tries import tried
from tests.honesty import recompute
from tests.honesty.recompute import Recomputed, differing
from tests.property.strategies import dossiers


def published(dossier: Dossier) -> dict[str, Any]:
    site = Site(Statuses(dossier), Addresses(directory_urls=True))
    (data,) = (
        held
        for each in downloads(site.release, pieces(site.release, site.citations))
        for path, held in each.files
        if path == "data/dossier.json"
    )
    found: dict[str, Any] = json.loads(data)
    return found


@pytest.fixture(scope="module", params=(DEFAULT, *NAMES))
def data(request: pytest.FixtureRequest, sites: Sites) -> dict[str, Any]:
    found = json.loads((sites.built(request.param) / "data/dossier.json").read_text(encoding="utf-8"))
    return dict(found)


def test_the_script_shares_no_code() -> None:
    tree = ast.parse(Path(recompute.__file__).read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_every_status_that_is_published_follows_from_what_is_published(data: dict[str, Any]) -> None:
    assert differing(data) == []


def test_every_page_shows_the_status_that_was_recomputed(sites: Sites) -> None:
    site = sites.built(DEFAULT)
    found = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    expected = Recomputed(found).statuses
    shown = {each: _shown(site, each, expected) for each in expected}

    assert {each: status for each, status in shown.items() if status != expected[each]} == {}
    assert len(expected) > 100


def _shown(site: Path, record: str, expected: dict[str, str]) -> str:
    folder = "claims" if (site / "claims" / record).exists() else "statements"
    page = (site / folder / record / "index.html").read_text(encoding="utf-8")
    article = page[page.index("<h1") :]
    found = re.search(r"or-tone--([a-z-]+)", article)
    return found[1] if found else f"nothing, instead of {expected[record]}"


@tried(40)
@given(dossiers())
def test_every_status_of_a_random_dossier_can_be_recomputed(dossier: Dossier) -> None:
    assert differing(published(dossier)) == []


def test_a_status_that_lies_is_found(sites: Sites) -> None:
    honest = json.loads((sites.built(DEFAULT) / "data/dossier.json").read_text(encoding="utf-8"))
    for kind, key, lie in (("statements", "attribution", "disputed"), ("claims", "substance", "agreed")):
        data = deepcopy(honest)
        liar = next(each for each in data[kind] if each["derived"][key] != lie)
        liar["derived"][key] = lie
        assert [each.partition(":")[0] for each in differing(data)] == [liar["id"]]
