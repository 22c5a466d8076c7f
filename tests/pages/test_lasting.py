"""Addresses that were published go on answering: by a redirect, or by a page that says what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from onrecord.hosts.templates import packaged_templates
from onrecord.pages.page import Page
from onrecord.pipeline import build
from tests.content import dossier

SITE = "https://site.example/some/repository/"
ANN = "name: Ann Lee\nkind: person\naliases:\n  - Annie\nformerly: [annie, lee]\n"
GONE = (
    "- id: gone\n  formerly: [went]\n  speaker: ann\n  said: 2025-11-13\n  paraphrase: Slanderous words.\n"
    "  sources: [{source: paper}]\n  removed: {on: 2025-12-01, reason: It was *invented*.}\n"
)
MORE = {
    "actors/ann.yml": ANN,
    "statements/gone.yml": GONE,
    "topics/pier.yml": "title: The pier\nremoved: {on: 2025-12-02, reason: It was another.}\n",
    "corrections/c.yml": "of: gone\non: 2025-12-01\nwas: Words.\nnow: None.\nreason: It was invented.\n",
}
BOTH_STYLES = pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])


class Redirect(HTMLParser):
    """What a browser without scripts does with a redirect: where it goes by itself, and by a click."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.refresh = self.canonical = self.link = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if held.get("http-equiv") == "refresh":
            self.refresh = held["content"].removeprefix("0; url=")
        if held.get("rel") == "canonical":
            self.canonical = held["href"]
        if tag == "a":
            self.link = held["href"]


@dataclass(frozen=True)
class Made:
    """A dossier made into pages and files."""

    pages: Mapping[str, Page]
    assets: Mapping[str, str]


def made(folder: Path, site_url: str = SITE, *, directory_urls: bool = True) -> Made:
    content = dossier(folder, MORE)
    built = build(content, (packaged_templates(),), directory_urls=directory_urls, site_url=site_url)
    assert [each.code for each in built.problems if each.severity.value == "error"] == []
    pages = {page.path: page for page in built.pages}
    return Made(pages, {each.path: each.content.decode(errors="replace") for each in built.assets})


@BOTH_STYLES
@pytest.mark.parametrize("former", ["annie", "lee"])
def test_a_former_id_leads_on_without_a_script(tmp_path: Path, former: str, directory_urls: bool) -> None:
    end = "/" if directory_urls else ".html"
    name = f"actors/{former}{'/index' if directory_urls else ''}.html"

    redirect = Redirect(made(tmp_path, directory_urls=directory_urls).assets[name])

    assert urljoin(f"{SITE}actors/{former}{end}", redirect.refresh) == f"{SITE}actors/ann{end}"
    assert redirect.link == redirect.refresh
    assert redirect.canonical == f"{SITE}actors/ann{end}"


def test_a_redirect_names_its_goal_even_if_the_site_does_not_know_its_address(tmp_path: Path) -> None:
    redirect = Redirect(made(tmp_path, "").assets["actors/annie/index.html"])

    assert redirect.canonical == redirect.refresh == "../../actors/ann/"


def test_a_removed_record_leaves_a_page_with_its_id_and_the_reason_and_none_of_its_words(
    tmp_path: Path,
) -> None:
    page = made(tmp_path).pages["statements/gone/"]

    assert "<code>gone</code>" in page.html
    assert "It was <em>invented</em>." in page.html
    assert "1 December 2025" in page.html
    assert "Slanderous" not in page.html + page.title + page.description
    assert page.updated == "2025-12-01"


def test_the_title_of_a_removed_topic_stays(tmp_path: Path) -> None:
    assert "“The pier”" in made(tmp_path).pages["topics/pier/"].html


def test_a_former_id_of_a_removed_record_leads_to_the_page_that_says_so(tmp_path: Path) -> None:
    document = made(tmp_path).assets["statements/went/index.html"]

    assert Redirect(document).refresh == "../../statements/gone/"
    assert "Slanderous" not in document


def test_a_correction_links_the_page_of_what_was_removed_and_back(tmp_path: Path) -> None:
    pages = made(tmp_path).pages

    assert '<a href="../../statements/gone/">' in pages["corrections/c/"].html
    assert '<a href="../../corrections/c/">' in pages["statements/gone/"].html


def test_the_page_of_changes_lists_what_was_removed_the_last_first(tmp_path: Path) -> None:
    page = made(tmp_path).pages["changes/"]
    listed = page.html[page.html.index('id="removed"') :]

    assert "removed" in {each.anchor for each in page.headings}
    assert listed.index('The topic <a href="../topics/pier/">The pier</a>') < listed.index(
        'The statement <a href="../statements/gone/">gone (removed)</a>'
    )
    assert "1 December 2025</time>: It was <em>invented</em>." in listed


def test_nothing_else_says_a_word_of_what_was_removed(tmp_path: Path) -> None:
    found = made(tmp_path)

    assert [path for path, page in found.pages.items() if "Slanderous" in page.html] == []
    assert [path for path, text in found.assets.items() if "Slanderous" in text] == []
    linked = {path for path, page in found.pages.items() if "statements/gone/" in page.html}
    assert linked == {"changes/", "corrections/c/"}
