import gzip
import json
import logging
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from mkdocs.exceptions import Abort

from onrecord.pages.page import Page
from onrecord.problems import Location, Problem, Severity
from tests.hosts.project import MKDOCS_YML, Project

BOTH_STYLES = pytest.mark.parametrize("directory_urls", [True, False])


class Anchors(HTMLParser):
    """Collects where a page leads to, what it loads, and which anchors it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found["id"]} & set(found.values()) if "id" in found else set()
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in {"script", "img", "iframe"} and "src" in found:
            self.loads.append(found["src"])
        if tag == "link" and found.get("rel") in {"stylesheet", "preconnect", "icon", "preload"}:
            self.loads.append(found["href"])


def html(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def tree(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def dead_links(site: Path, root: str) -> Iterator[str]:
    """Yield every link of the site, served under ``root``, that leads to no file or to no anchor."""
    pages = {
        file.relative_to(site).as_posix(): Anchors(html(site, str(file))) for file in site.rglob("*.html")
    }
    for name, page in pages.items():
        for link in (*page.links, *page.loads):
            address, anchor = urldefrag(urljoin(root + name, link))
            target = address.removeprefix(root)
            target += "index.html" if target.endswith("/") or not target else ""
            if urlsplit(link).scheme in {"http", "https"}:
                continue
            if not (site / target).is_file() or (anchor and anchor not in pages[target].ids):
                yield f"{name}: {link}"


@BOTH_STYLES
def test_every_link_of_a_site_under_a_sub_path_leads_somewhere(
    project: Project, directory_urls: bool
) -> None:
    site = project.build(use_directory_urls=directory_urls)

    assert list(dead_links(site, "/some/repository/")) == []
    assert (site / ("actors/ada/index.html" if directory_urls else "actors/ada.html")).is_file()


@BOTH_STYLES
def test_a_hand_written_page_has_its_address_at_the_root_and_may_link_to_records(
    project: Project, directory_urls: bool
) -> None:
    project.write("content/pages/about.md", "# About us\n\n[Ada](actors/ada.md#words), [Help](help/faq.md)\n")
    project.write("content/pages/help/faq.md", "# Questions\n\n[About](../about.md) ![](map.png)\n")
    project.write("content/pages/help/map.png", "a picture")

    site = project.build(use_directory_urls=directory_urls)

    assert list(dead_links(site, "/some/repository/")) == []
    assert "About us" in html(site, "about/index.html")
    assert html(site, "help/map.png") == "a picture"


def test_nothing_of_the_records_files_is_published(project: Project) -> None:
    project.write("content/notes.txt", "not for readers")
    project.write("content/draft.md", "# Not for readers\n")
    project.write("content/pages/data.yml", "not: for readers\n")

    site = project.build()

    assert [name for name in tree(site) if name.endswith((".yml", ".txt"))] == []
    assert not (site / "draft").exists()


def test_a_hand_written_page_takes_the_place_of_ours(project: Project) -> None:
    project.write("content/pages/index.md", "# By hand\n")

    site = project.build()

    assert "By hand" in html(site, "index.html")
    assert "The brief" not in html(site, "index.html")


def test_without_a_nav_it_holds_the_sections_and_then_the_hand_written_pages(project: Project) -> None:
    project.write("content/pages/about.md", "# About us\n")

    tabs = re.findall(r'md-tabs__link">\s*(.*?)\s*</a>', html(project.build(), "index.html"))

    assert tabs == ["Brief", "Actors", "About us"]


def test_a_projects_own_nav_is_followed_and_its_words_too(project: Project) -> None:
    project.write("mkdocs.yml", MKDOCS_YML + "nav:\n  - People: actors/index.md\n  - Start: [index.md]\n")

    tabs = re.findall(r'md-tabs__link">\s*(.*?)\s*</a>', html(project.build(), "index.html"))

    assert tabs == ["People", "Start"]


def test_a_records_section_is_the_current_one(project: Project) -> None:
    site = project.build()

    active = re.findall(
        r'md-tabs__item--active">\s*<a[^>]*>\s*(.*?)\s*</a>', html(site, "actors/ada/index.html"), re.DOTALL
    )

    assert active == ["Actors"]


def test_title_and_description_survive_quotes_and_angles(project: Project) -> None:
    site = project.build()

    assert '<title>The "brief" &amp; more - Who said what</title>' in html(site, "index.html")
    assert 'content="Who said &quot;yes&quot;, and who &lt;no&gt;"' in html(site, "index.html")
    assert "<title>Ada &lt;3 - Who said what</title>" in html(site, "actors/ada/index.html")


def test_the_table_of_contents_is_nested_as_the_headings_are(project: Project) -> None:
    page = html(project.build(), "actors/ada/index.html")
    toc = page.split('aria-label="Table of contents"')[-1].split("<article")[0]

    assert re.findall(r'href="#(\w+)"', toc) == ["words", "late", "life"]
    assert "A &amp; B" in toc


def test_edit_links_lead_to_the_line_of_the_record(project: Project) -> None:
    project.write(
        "mkdocs.yml",
        MKDOCS_YML.replace("tabs]", "tabs, content.action.edit]")
        + "repo_url: https://github.com/owner/repository\nedit_uri: edit/main/content/\n",
    )
    project.write("content/pages/about.md", "# About us\n")
    site = project.build()

    root = "https://github.com/owner/repository/edit/main/content"
    assert f'href="{root}/actors/ada.yml#L2"' in html(site, "actors/ada/index.html")
    assert f'href="{root}/pages/about.md"' in html(site, "about/index.html")
    assert 'rel="edit"' not in html(site, "actors/index.html")


def test_the_sitemap_names_every_page_with_the_day_of_its_newest_fact(project: Project) -> None:
    site = project.build()

    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ET.fromstring(html(site, "sitemap.xml")).findall("s:url", space)  # noqa: S314  # our own file
    assert {(each.findtext("s:loc", "", space), each.findtext("s:lastmod", "", space)) for each in urls} == {
        ("https://example.org/some/repository/", "2025-11-21"),
        ("https://example.org/some/repository/actors/", "2025-11-21"),
        ("https://example.org/some/repository/actors/ada/", "2025-10-20"),
    }
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


def test_the_search_finds_the_words_of_a_record_at_their_anchor(project: Project) -> None:
    index = json.loads(html(project.build(), "search/search_index.json"))

    found = [entry["location"] for entry in index["docs"] if "gooseberry" in entry["text"]]
    assert found == ["actors/ada/#words"]


def test_styles_and_script_are_linked_if_there_are_any(project: Project) -> None:
    page = html(project.build(), "actors/ada/index.html")

    ours = re.findall(r'<link rel="stylesheet" href="../../assets/(\w+.css)">', page)
    assert ours == ["onrecord.css", "records.css"]
    assert '<script src="../../assets/onrecord.js" type="module"></script>' in page


def test_no_page_loads_anything_from_another_host(project: Project) -> None:
    site = project.build()

    loads = [load for file in site.rglob("*.html") for load in Anchors(html(site, str(file))).loads]
    assert loads
    assert [load for load in loads if urlsplit(load).netloc] == []


def test_an_error_is_told_in_full_and_leaves_the_last_good_site_untouched(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    before = tree(project.build())
    project.problems = (
        Problem("missing-field", Location("actors/ada.yml", ("name",)), "the key 'name' is missing"),
        Problem("unknown-actor", Location("actors/ada.yml", ("kind",)), "no actor has the id 'bob'"),
    )

    with pytest.raises(Abort):
        project.build()

    assert tree(project.root / "site") == before
    assert "content/actors/ada.yml:2" in caplog.text
    assert "error[missing-field] the key 'name' is missing" in caplog.text
    assert "error[unknown-actor] no actor has the id 'bob'" in caplog.text


def test_a_warning_is_told_and_does_not_stop_a_strict_build(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    place = Location("actors/ada.yml", ("name",))
    project.problems = (Problem("orphan", place, "nothing refers to 'ada'", severity=Severity.WARNING),)

    project.build()

    told = [record for record in caplog.records if "nothing refers to 'ada'" in record.message]
    assert [record.levelno for record in told] == [logging.INFO]


def test_two_builds_on_different_days_are_the_same_bytes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("content/pages/about.md", "# About us\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    first = tree(project.build())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    monkeypatch.setenv("TZ", "America/Los_Angeles")

    assert tree(project.build()) == first


def test_a_projects_own_override_wins(project: Project) -> None:
    project.write(
        "site_templates/overrides/main.html",
        '{% extends "base.html" %}{% block announce %}our own words{% endblock %}',
    )

    assert "our own words" in html(project.build(), "actors/ada/index.html")


def test_a_dossier_of_nothing_but_a_brief_builds_a_site(project: Project) -> None:
    brief = Page("", "Empty", "", "<article><h1>Nothing yet</h1></article>")
    project.pages = lambda _: (brief,)

    assert "Nothing yet" in html(project.build(), "index.html")
