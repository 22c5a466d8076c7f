from dataclasses import replace
from typing import Any

import html5lib
import pytest

from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Page
from tests.hosts.project import Project, small_pages

NASTY = '"Ada" & <b>\'s'


def told(addresses: Addresses) -> tuple[Page, ...]:
    *others, ada = small_pages(addresses)
    return (*others, replace(ada, meta=(("DC.title", NASTY), ("DC.creator", "A")), feed="feeds/actors/ada"))


def head(project: Project, name: str, *, directory_urls: bool = True) -> list[dict[str, str]]:
    """Return the attributes of every element in the head of a page."""
    html = (project.build(use_directory_urls=directory_urls) / name).read_text(encoding="utf-8")
    tree: Any = html5lib.parse(html, namespaceHTMLElements=False)
    return [dict(each.attrib) for each in tree.find("head").iter()]


def test_a_page_tells_programs_that_collect_citations_what_it_is(project: Project) -> None:
    project.pages = told
    found = [
        (each["name"], each["content"]) for each in head(project, "actors/ada/index.html") if "name" in each
    ]

    assert ("DC.title", NASTY) in found
    assert ("DC.creator", "A") in found


@pytest.mark.parametrize(
    ("name", "directory_urls"), [("actors/ada/index.html", True), ("actors/ada.html", False)]
)
def test_a_page_leads_feed_readers_to_its_feed(project: Project, name: str, directory_urls: bool) -> None:
    project.pages = told
    found = head(project, name, directory_urls=directory_urls)
    up = "../" * name.count("/")

    assert {each["type"]: each["href"] for each in found if "feeds/" in each.get("href", "")} == {
        "application/atom+xml": f"{up}feeds/actors/ada.xml",
        "application/feed+json": f"{up}feeds/actors/ada.json",
    }
    assert all(each["rel"].split() == ["alternate"] for each in found if "feeds/" in each.get("href", ""))


def test_no_head_makes_the_theme_ask_for_a_sitemap(project: Project) -> None:
    project.pages = told

    assert [each for each in head(project, "actors/ada/index.html") if each.get("rel") == "alternate"] == []


def test_a_page_without_a_feed_leads_to_none(project: Project) -> None:
    project.pages = told

    assert [each for each in head(project, "actors/index.html") if "feeds/" in each.get("href", "")] == []
