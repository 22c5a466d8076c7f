"""A dossier of hostile texts in Chromium, served under a policy that is stricter than the site's own."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from tests.browser.conftest import UnderSubPath
from tests.browser.visit import Visit
from tests.built import BASE, HOST, ROOT
from tests.hostile.made import Hostile
from tests.hostile.texts import CANARY, folded

pytestmark = pytest.mark.browser

STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

WATCH = f"""
window.broken = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.broken.push(`${{event.violatedDirective}} ${{event.blockedURI}}`));
window.{CANARY} = () => window.broken.push("a text ran");
"""

READ = """() => ({
  words: [document.title, document.body.textContent,
    ...[...document.querySelectorAll("[alt]")].map((each) => each.getAttribute("alt"))].join("\\n"),
  wrong: [
    ...window.broken,
    ...[...document.querySelectorAll("article *, body.or-embed *, main.or-embed *")].flatMap((each) => [
      ...(["script", "style", "iframe", "object", "embed", "base", "meta", "link"].includes(each.localName)
        ? [`<${each.localName}>`] : []),
      ...each.getAttributeNames().filter((name) => /^on|^srcdoc$/.test(name)),
    ]),
    ...[...document.querySelectorAll(".or-page a, .or-embed a")]
      .filter((each) => getComputedStyle(each).unicodeBidi !== "isolate")
      .map((each) => `turned by ${each.href}`),
    ...[...document.querySelectorAll("[href], [src], [action]")].flatMap((each) =>
      ["href", "src", "action"].filter((name) => each.hasAttribute(name))
        .map((name) => new URL(each.getAttribute(name), document.baseURI).protocol)
        .filter((protocol) => !["http:", "https:"].includes(protocol))),
  ],
})"""


LEADS_ON = '<meta http-equiv="refresh"'
"""What makes a page an old address; no text holds it in quotes like these."""


OF_THE_XML_VIEWER = "style-src"
"""Chromium shows XML in a page of its own, whose styles the policy forbids; they are of no text."""


class UnderPolicy(UnderSubPath):
    """Serves a site with a Content-Security-Policy in every answer."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()


@pytest.fixture(scope="module")
def hostile_site(hostile: Hostile) -> Path:
    project = hostile.content.parent
    own = f"docs_dir: {hostile.content}\nsite_url: {HOST}{BASE}\nstrict: true\n"
    (project / "mkdocs.yml").write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\n{own}", encoding="utf-8")
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site")))
    return project / "site"


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    handler = partial(UnderPolicy, directory=str(hostile_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


def own_page(path: str) -> str:
    record, _, _ = path.partition(".")
    return f"{record.partition('-')[0]}/{record}/index.html"


def read(visit: Visit, path: str) -> str:
    """Open a page, note what is wrong in it, and return its words on one line."""
    told = visit.open(path).evaluate(READ)
    for fault in told["wrong"]:
        visit.demand(fault, holds=False)
    return folded(told["words"])


def test_no_text_does_anything_on_any_page_and_each_is_read_as_it_was_written(
    browser: Browser, hostile: Hostile, hostile_site: Path, hostile_address: str
) -> None:
    files = sorted(hostile_site.rglob("*.html"))
    moved = [file for file in files if LEADS_ON in file.read_text(encoding="utf-8")]
    paths = [file.relative_to(hostile_site).as_posix() for file in files if file not in moved]
    with Visit(browser, hostile_address) as visit:
        visit.page.add_init_script(WATCH)
        words = {path: read(visit, path.removesuffix("index.html")) for path in paths}

    everywhere = "\n".join(words.values())
    unread = [
        path
        for path, said in hostile.texts.said.items()
        if folded(said) not in (everywhere if path.startswith("dossier.") else words[own_page(path)])
    ]
    assert "\n".join(visit.faults) == ""
    assert unread == []
    assert len(moved) == 20
    assert len(paths) > 40


def test_no_file_does_anything_that_a_browser_shows(
    browser: Browser, hostile_site: Path, hostile_address: str
) -> None:
    feeds = ("feeds/all.xml", "feeds/actors/actors-0.xml")
    shown = (*feeds, "data/dossier.json", "data/timelinejs.json", "llms.txt")
    pictures = sorted(file.relative_to(hostile_site).as_posix() for file in hostile_site.rglob("*.svg"))
    broken = {}
    with Visit(browser, hostile_address) as visit:
        visit.page.add_init_script(WATCH)
        for path in (*shown, *pictures):
            page = visit.open(path)
            found = page.evaluate("window.broken")
            broken[path] = [each for each in found if not each.startswith(OF_THE_XML_VIEWER)]
            if path.endswith((".json", ".txt")):
                visit.demand("is more than text", holds=page.locator("script, img, a").count() == 0)

    assert {path: each for path, each in broken.items() if each} == {}
    assert [fault for fault in visit.faults if "the console says" not in fault] == []


def test_search_and_palette_work_under_the_policy_and_show_texts_as_words(
    browser: Browser, hostile_address: str
) -> None:
    with Visit(browser, hostile_address, viewport={"width": 1280, "height": 800}) as visit:
        visit.page.add_init_script(WATCH)
        page = visit.open("")
        before = page.locator("body").get_attribute("data-md-color-scheme")
        page.locator("label[for^=__palette]:visible").first.click()
        page.reload()
        after = page.locator("body").get_attribute("data-md-color-scheme")
        page.locator(".or-find").click()
        page.locator("#or-search-words").fill(CANARY)
        hit = page.locator(".or-search .or-hit").first
        hit.wait_for()
        words = hit.inner_text()
        broken = page.evaluate("window.broken")

    assert before != after
    assert f'onmouseover="{CANARY}(1)"' in words
    assert broken == []
    assert "\n".join(visit.faults) == ""
