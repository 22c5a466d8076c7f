"""The site as files on a disk, unpacked from a zip, without any server or network.

Browsers load no script module from a disk, so readers there have the pages as they are without scripts.
"""

from pathlib import Path
from shutil import make_archive, unpack_archive
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.built import DEFAULT, Sites
from tests.html_page import HtmlPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request

PAGES = ("index.html", "timeline/index.html", "claims/index.html", "embed/index.html")


@pytest.fixture(scope="module")
def unpacked(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a reader has after unpacking the site."""
    home = tmp_path_factory.mktemp("reader")
    packed = make_archive(str(home / "site"), "zip", sites.built(DEFAULT, directory_urls=False))
    unpack_archive(packed, home / "unpacked")
    return home / "unpacked"


@pytest.fixture
def offline(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def test_no_link_from_file_to_file_is_dead(unpacked: Path) -> None:
    dead = []
    for file in sorted(unpacked.rglob("*.html")):
        if file.name == "404.html":
            continue
        page = HtmlPage(file.read_text(encoding="utf-8"))
        for link in (*page.links, *page.loads):
            target = urlsplit(urldefrag(urljoin(file.as_uri(), link)).url)
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                dead.append(f"{file.relative_to(unpacked)}: {link}")
    assert dead == []


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_the_disk_and_lacks_nothing_but_modules(
    unpacked: Path, offline: "Page", name: str
) -> None:
    failed: list[str] = []

    def note(request: "Request") -> None:
        failed.append(request.url)

    offline.on("requestfailed", note)
    offline.goto((unpacked / name).as_uri())

    assert offline.locator("article h1").count() == 1
    assert offline.evaluate("document.styleSheets.length") > 1
    assert [url for url in failed if not url.endswith(".js")] == []


@pytest.mark.browser
def test_a_reader_gets_from_the_brief_to_a_statement_and_to_its_source(
    unpacked: Path, offline: "Page"
) -> None:
    offline.goto((unpacked / "index.html").as_uri())
    offline.locator('article a[href^="statements/"]:visible').first.click()
    offline.wait_for_url("**/statements/**")
    offline.locator('article a[href*="sources/"]:visible').first.click()

    offline.wait_for_url("**/sources/**")
    offline.locator("article h1").wait_for()
