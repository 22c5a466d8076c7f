"""After whatever edits, a site that lives shows what a new build would show."""

import shutil
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
from tests.property.edits import CONTENT, EDITS, Edit, untouched

TEMPLATES = template_folders(ROOT / "site_templates")
SITE_URL = "https://example.org/live/"


@settings(max_examples=12, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_what_lives_equals_what_is_built_anew(edits: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(CONTENT, content)
        live = LiveContent()
        for edit in (untouched, *edits):
            edit(content)
            _compare(content, live)


def _links(loaded: Loaded) -> list[object]:
    return list(loaded.dossier.backlinks.items()) if loaded.dossier else []


def _compare(content: Path, live: LiveContent) -> None:
    known, anew = live.load(content), load(content)
    assert known == anew
    assert _links(known) == _links(anew)
    built = build(content, TEMPLATES, site_url=SITE_URL)
    site = LiveSite.of(known, TEMPLATES, Addresses(site_url=SITE_URL))
    assert (site is None) is (not built.pages)
    if site is not None:
        assert [page.path for page in built.pages if site.page(page.path) != page] == []
        assert site.page("statements/nobody-said-this/") is None
