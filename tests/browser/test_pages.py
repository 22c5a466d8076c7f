"""Every kind of page in a real browser: narrow and wide, light and dark, with scripts and without."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import Visit, one_of_each_kind, too_wide
from tests.built import BASE

pytestmark = pytest.mark.browser

PHONE, DESK = 360, 1280
PUT_OFF = """() => [...document.querySelectorAll("article :is(h2, h3)")].filter(each => {
  for (let at = each; at; at = at.parentElement)
    if (getComputedStyle(at).contentVisibility === "auto") return true;
}).map(each => each.textContent)"""
"""Headings that are laid out only when they come into sight."""


def window(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 800}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_opens_without_a_complaint(
    browser: Browser, address: str, site: Path, scheme: Literal["light", "dark"]
) -> None:
    paths = one_of_each_kind(site)
    with Visit(browser, address, color_scheme=scheme) as visit:
        for path in paths:
            page = visit.open(path)
            visit.demand("no heading to be seen", holds=page.locator("article h1").first.is_visible())
            for width in (PHONE, DESK):
                page.set_viewport_size(window(width)["viewport"])
                wide = too_wide(page)
                visit.demand(f"{wide} pixels wider than a window of {width}", holds=wide <= 0)

    assert len(paths) > 20
    assert "\n".join(visit.faults) == ""


def test_every_kind_of_page_can_be_read_without_scripts(browser: Browser, address: str, site: Path) -> None:
    with Visit(browser, address, java_script_enabled=False, **window(PHONE)) as visit:
        for path in one_of_each_kind(site):
            page = visit.open(path)
            visit.demand("no heading to be seen", holds=page.locator("article h1").first.is_visible())
            visit.demand("no words to be seen", holds=len(page.locator("article").first.inner_text()) > 100)
            visit.demand(f"{too_wide(page)} pixels wider than the window", holds=too_wide(page) <= 0)

    assert "\n".join(visit.faults) == ""


def test_the_colours_follow_the_readers_choice(browser: Browser, address: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with Visit(browser, address, color_scheme=scheme, **window(DESK)) as visit:
            body = visit.open("").locator("body")
            grounds.append(body.evaluate("body => getComputedStyle(body).backgroundColor"))

    assert len(set(grounds)) == 2


def test_a_link_is_followed_from_the_brief_to_a_record_and_back(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        first = page.locator("article a[href*='claims/']:visible").first
        words = first.inner_text()
        first.click()
        page.wait_for_url("**/claims/*/")
        heading = page.locator("article h1").inner_text()
        page.go_back()
        page.wait_for_url(address)

    assert words
    assert heading
    assert "\n".join(visit.faults) == ""


def test_what_is_not_there_is_answered_by_a_page_that_leads_back(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("actors/nobody-of-this-name/")
        home = page.locator("a.md-logo").first.get_attribute("href")
        lists = page.locator("article li a").evaluate_all("links => links.map(each => each.pathname)")
        loaded = page.evaluate("[...document.styleSheets].filter(sheet => sheet.href).length")

    assert home
    assert home.startswith(BASE)
    assert {BASE, f"{BASE}timeline/", f"{BASE}statements/"} <= set(lists)
    assert loaded > 0
    assert [fault for fault in visit.faults if "404" not in fault] == []


@pytest.mark.parametrize("path", ["timeline/", "claims/"])
def test_headings_are_laid_out_from_the_beginning(browser: Browser, address: str, path: str) -> None:
    """The theme asks where they are, and what had been put off for later would be laid out at once."""
    with Visit(browser, address, **window(DESK)) as visit:
        assert visit.open(path).evaluate(PUT_OFF) == []
