"""What machine readers ask for, read by programs of others."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from llms_txt import parse_llms_file
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rdflib import RDF, Graph, URIRef
from usp.objects.sitemap import PagesXMLSitemap
from usp.tree import sitemap_from_str

from onrecord.hosts.mkdocs_nav import SECTIONS
from onrecord.pages.page import Page
from tests.built import BASE, DEFAULT, HOST, Sites, content_of, pages_of

# rdflib's own parser has not yet left what rdflib has left.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

ADDRESS = HOST + BASE
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def site(sites: Sites) -> Path:
    return sites.built(DEFAULT)


@cache
def our_pages() -> Mapping[str, Page]:
    return {page.path: page for page in pages_of(DEFAULT)}


def test_robots_may_go_everywhere_and_know_the_sitemap(site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())

    assert robots.site_maps() == [f"{ADDRESS}sitemap.xml"]
    assert robots.can_fetch("AnyBot", f"{ADDRESS}actors/sergey-lavrov/")


def test_the_sitemap_dates_each_page_by_what_is_on_it_and_not_by_the_clock(site: Path) -> None:
    sitemap = sitemap_from_str((site / "sitemap.xml").read_text(encoding="utf-8"))
    assert isinstance(sitemap, PagesXMLSitemap)
    dated = {
        each.url.removeprefix(ADDRESS): each.last_modified.date().isoformat()
        for each in sitemap.all_pages()
        if each.last_modified
    }
    newest = max(page.updated for page in our_pages().values())

    assert {path: dated[path] for path in our_pages()} == {
        path: page.updated or newest for path, page in our_pages().items()
    }
    assert {dated[path] for path in dated.keys() - our_pages().keys()} == {newest}
    records = "".join(file.read_text(encoding="utf-8") for file in content_of(DEFAULT).rglob("*.yml"))
    days = {day or f"{month}-01" for day, month in re.findall(r"(\d{4}-\d\d-\d\d)|(\d{4}-\d\d)", records)}
    assert set(dated.values()) <= days
    assert len(set(dated.values())) > 20


def test_language_models_find_a_twin_of_every_section_and_the_data(site: Path) -> None:
    told = parse_llms_file((site / "llms.txt").read_text(encoding="utf-8"))

    assert told.title == our_pages()[""].title
    assert told.summary
    linked = {each.url.removeprefix(ADDRESS) for each in told.sections["Pages"]}
    assert linked >= {f"{path}index.md" for path in SECTIONS if path in our_pages()}
    found = [*linked, *(each.url.removeprefix(ADDRESS) for each in told.sections["Data"])]
    assert [name for name in found if not (site / name).is_file()] == []


def _parts(tokens: list[Token]) -> Iterator[str]:
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            yield "".join(each.content for each in tokens[number + 1].children or ())


def test_every_twin_is_markdown_with_the_parts_of_its_page(site: Path) -> None:
    parser = MarkdownIt()
    differ = []
    for path, page in our_pages().items():
        told = tuple(_parts(parser.parse((site / path / "index.md").read_text(encoding="utf-8"))))
        if told != tuple(each.text for each in page.headings if each.level == 2):
            differ.append(path)

    assert differ == []
    assert any(page.headings for page in our_pages().values())


def test_the_page_of_a_record_of_each_kind_holds_linked_data_about_it(site: Path) -> None:
    kinds = {}
    for folder in ("actors", "claims", "events", "sources", "statements"):
        page = min(site.glob(f"{folder}/*/index.html"))
        (told,) = LINKED.findall(page.read_text(encoding="utf-8"))
        node = URIRef(f"{ADDRESS}{folder}/{page.parent.name}/")
        graph = Graph().parse(data=told, format="json-ld")
        kinds[folder] = {
            str(each).removeprefix("https://schema.org/") for each in graph.objects(node, RDF.type)
        }

    assert kinds["claims"] == {"Claim"}
    assert kinds["events"] == {"Event"}
    assert kinds["actors"] <= {"Person", "Organization", "NewsMediaOrganization", "GovernmentOrganization"}
    assert kinds["statements"] <= {"Quotation", "Statement"}
    assert all(kinds.values())
