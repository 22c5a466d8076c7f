"""Whole sites under a sub-path: nothing leads nowhere, and nothing is asked of another host."""

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import folder_of
from onrecord.loading import load
from onrecord.pages.addresses import output_name, record_path
from onrecord.records.kinds import FOLDERS
from tests.built import BASE, DEFAULT, HOST, NAMES, Sites, content_of, pages_of
from tests.html_page import HtmlPage, in_style

_LIST = re.compile(r"\w+/(page/\d+/)?index\.html|\w+/page/\d+\.html")
EVERY_SITE = {
    f"{name}-{style}": (name, style == "folders")
    for name in (DEFAULT, *NAMES)
    for style in ("folders", "files")
}
"""Each site in both styles of addresses: its name, and whether an address is a folder."""


@dataclass(frozen=True)
class Served:
    """A site as it is served: every page, read once."""

    name: str
    folder: Path
    directory_urls: bool

    @cached_property
    def pages(self) -> Mapping[str, HtmlPage]:
        found = sorted(self.folder.rglob("*.html"))
        return {
            file.relative_to(self.folder).as_posix(): HtmlPage(file.read_text(encoding="utf-8"))
            for file in found
        }

    @cached_property
    def dossier(self) -> Dossier:
        dossier = load(content_of(self.name)).dossier
        assert dossier is not None
        return dossier

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """Return file and anchor that ``link`` leads to; None if that is for another host to say."""
        address, anchor = urldefrag(urljoin(HOST + BASE + page, link))
        if not address.startswith(HOST) or urlsplit(link).scheme in {"data", "mailto"}:
            return None
        if not address.startswith(HOST + BASE):
            return f"outside {BASE}: {address}", anchor
        file = unquote(urlsplit(address)._replace(query="").geturl().removeprefix(HOST + BASE))
        return (f"{file}index.html" if not file or file.endswith("/") else file), unquote(anchor)

    def is_dead(self, page: str, link: str) -> bool:
        """Tell whether ``link`` leads to no file or to no anchor."""
        target = self.target(page, link)
        if target is None:
            return False
        file, anchor = target
        if not (self.folder / file).is_file():
            return True
        if bool(anchor) and file in self.pages and anchor not in self.pages[file].ids:
            return True
        return not all(self.is_choice(file, *each) for each in parse_qsl(urlsplit(link).query))

    def is_choice(self, file: str, name: str, value: str) -> bool:
        """Tell whether the page has a filter of that name with that choice."""
        page = (self.folder / file).read_text(encoding="utf-8")
        _, _, behind = page.partition(f'<select name="{name}">')
        return f'<option value="{value}"' in behind.partition("</select>")[0]


@pytest.fixture(scope="module", params=EVERY_SITE)
def site(request: pytest.FixtureRequest, sites: Sites) -> Served:
    name, directory_urls = EVERY_SITE[request.param]
    return Served(name, sites.built(name, directory_urls=directory_urls), directory_urls)


def test_every_link_and_anchor_leads_somewhere(site: Served) -> None:
    dead = (
        f"{name}: {link}"
        for name, page in site.pages.items()
        for link in (*page.links, *page.loads)
        if site.is_dead(name, link)
    )

    assert "\n".join(dead) == ""


def test_no_page_and_no_stylesheet_loads_anything_from_another_host(site: Served) -> None:
    foreign = (f"{name}: {load}" for name, load in _loads(site) if site.target(name, load) is None)

    assert "\n".join(foreign) == ""


def test_what_a_stylesheet_loads_is_there(site: Served) -> None:
    missing = (f"{name}: {load}" for name, load in _loaded_by_styles(site) if site.is_dead(name, load))

    assert "\n".join(missing) == ""


def test_an_anchor_stands_once_in_a_page(site: Served) -> None:
    twice = (
        f"{name}: {anchor}"
        for name, page in site.pages.items()
        for anchor, times in Counter(page.ids).items()
        if times > 1
    )

    assert "\n".join(twice) == ""


def test_every_record_has_a_page_and_no_other_page_lies_among_them(site: Served) -> None:
    records = (*site.dossier, *site.dossier.removed.values())
    wanted = {
        output_name(record_path(folder_of(record), name), directory_urls=site.directory_urls)
        for record in records
        for name in (record.id, *record.formerly)
    }
    among = {name for name in site.pages if name.split("/")[0] in FOLDERS}

    assert {name for name in among if not _LIST.fullmatch(name)} == wanted


def test_nothing_that_only_editors_need_is_published(site: Served) -> None:
    content = content_of(site.name)
    kept = [file for suffix in ("*.yml", "*.yaml", "*.txt") for file in content.rglob(suffix)]
    published = {file.read_bytes() for file in site.folder.rglob("*") if file.is_file()}

    assert kept
    assert [file.name for file in kept if (site.folder / file.relative_to(content)).exists()] == []
    assert [file.name for file in kept if file.read_bytes() in published] == []


def test_the_sitemap_names_every_page_and_no_other_file(site: Served) -> None:
    sitemap = ET.parse(site.folder / "sitemap.xml")  # noqa: S314  # our own file
    found = sitemap.findall(".//{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    named = {target[0] for each in found if (target := site.target("", each.text or ""))}
    made = {output_name(page.path, directory_urls=site.directory_urls) for page in pages_of(site.name)}
    written = list((content_of(site.name) / "pages").rglob("*.md"))

    assert named - site.pages.keys() == set()
    assert made - named == set()
    assert len(named) == len(made) + len(written)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_mkdocs_own_search_finds_only_what_is_there(sites: Sites, *, directory_urls: bool) -> None:
    folder = sites.built("every-field", directory_urls=directory_urls)
    index = json.loads((folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    site = Served("every-field", folder, directory_urls)

    assert len(index["docs"]) > len(pages_of(site.name))
    assert [each["location"] for each in index["docs"] if site.is_dead("", each["location"])] == []


def _loads(site: Served) -> Iterator[tuple[str, str]]:
    yield from ((name, load) for name, page in site.pages.items() for load in page.loads)
    yield from _loaded_by_styles(site)


def _loaded_by_styles(site: Served) -> Iterator[tuple[str, str]]:
    for file in sorted(site.folder.rglob("*.css")):
        name = file.relative_to(site.folder).as_posix()
        yield from ((name, load) for load in in_style(file.read_text(encoding="utf-8")))
