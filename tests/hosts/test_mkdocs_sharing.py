"""What the head of a page tells other programs."""

from pathlib import Path
from typing import Any

import html5lib
import pytest

from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Page
from tests.hosts.project import Project, small_pages

ADDRESS = "https://example.org/some/repository/"


def head(site: Path, name: str) -> Any:
    found = html5lib.parse((site / name).read_text(encoding="utf-8"), namespaceHTMLElements=False).find(
        "head"
    )
    assert found is not None
    return found


def told(site: Path, name: str) -> dict[str, str]:
    """Return what Open Graph's reader takes from a page."""
    metas = head(site, name).findall("meta[@property]")
    return {each.get("property"): each.get("content") for each in metas}


def test_a_shared_link_is_shown_with_title_description_and_address(project: Project) -> None:
    site = project.build()

    assert told(site, "index.html") == {
        "og:type": "website",
        "og:site_name": "Who said what",
        "og:title": 'The "brief" & more',
        "og:description": 'Who said "yes", and who <no>',
        "og:url": ADDRESS,
        "og:image": f"{ADDRESS}posters/index.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": 'The "brief" & more',
        "og:locale": "en",
    }
    assert told(site, "actors/ada/index.html")["og:title"] == "Ada <3"


def test_a_hand_written_page_is_shared_and_has_a_twin_too(project: Project) -> None:
    written = "---\ndescription: Tom & Jerry\n---\n# About *us* & them\n\nWe *are*.\n"
    project.write("content/pages/about.md", written)

    site = project.build()

    shared = told(site, "about/index.html")
    assert (shared["og:title"], shared["og:description"]) == ("About us & them", "Tom & Jerry")
    assert (site / "about/index.md").read_text(encoding="utf-8") == "# About *us* & them\n\nWe *are*.\n"


@pytest.mark.parametrize(("directory_urls", "twin"), [(True, "index.md"), (False, "ada.md")])
def test_a_page_names_its_twin_and_its_one_address(project: Project, directory_urls: bool, twin: str) -> None:
    site = project.build(use_directory_urls=directory_urls)
    found = head(site, f"actors/ada{'/index' if directory_urls else ''}.html")

    assert [each.get("href") for each in found.findall("link[@type='text/markdown']")] == [twin]
    (canonical,) = found.findall("link[@rel='canonical']")
    assert canonical.get("href") == f"{ADDRESS}actors/ada{'/' if directory_urls else '.html'}"


def test_what_json_ld_says_of_a_record_stands_in_the_head_as_it_is(project: Project) -> None:
    def pages(addresses: Addresses) -> tuple[Page, ...]:
        first, *others = small_pages(addresses)
        data = '{"name": "A \\u003c B"}'
        return (Page(first.path, first.title, first.description, first.html, jsonld=data), *others)

    project.pages = pages

    (script,) = head(project.build(), "index.html").findall("script[@type='application/ld+json']")
    assert script.text == '{"name": "A \\u003c B"}'
