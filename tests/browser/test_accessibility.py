"""What WCAG 2.2 A and AA ask of every kind of page, as far as a program can tell."""

from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import DESK, PHONE, window
from tests.browser.test_search import search
from tests.browser.visit import Visit, one_of_each_kind, too_wide

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """levels => axe.run({
  runOnly: {type: "tag", values: levels},
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
})"""
UNDER_HEADER = """() => {
  const one = document.activeElement;
  if (!one.closest(".md-content")) return "";
  const foot = document.querySelector(".md-header").getBoundingClientRect().bottom;
  return one.getBoundingClientRect().bottom <= foot ? one.textContent.trim() || one.className : "";
}"""
OPEN_ALL = "for (const each of document.querySelectorAll('article details')) each.open = true"
RENDER_ALL = "* { content-visibility: visible !important }"
"""What is out of sight has no true size until it is rendered."""
SMALL_CONTROLS = """() => [...document.querySelectorAll("button, select, input, summary")]
  .filter(each => each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(each => [each.outerHTML.slice(0, 90), each.closest("label") ?? each])
  .filter(([, each]) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
  .map(([html]) => html)"""
FOCUS = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const style = getComputedStyle(each.classList.contains("md-option") ? each.nextElementSibling : each);
  const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return [each.outerHTML.slice(0, 90), shown || style.boxShadow !== "none"];
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap(each =>
  [null, "::before", "::after"].map(part => {
  const style = getComputedStyle(each, part);
  const animation = style.animationName === "none" ? "0s" : style.animationDuration;
  const times = `${style.transitionDuration},${animation}`;
  return Math.max(...times.split(",").map(parseFloat)) > 0.01 ? each.outerHTML.slice(0, 90) : "";
})).filter(Boolean)"""


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with the page as it is shown: the rule, the element, why."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(RUN, WCAG)
    return [
        f"{rule['id']}: {node['html'][:120]} – {' '.join(node['failureSummary'].split()[:40])}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_kind_of_page_breaks_a_rule_of_wcag(
    browser: Browser, address: str, site: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    with Visit(browser, address, color_scheme=scheme, bypass_csp=True, **window(width)) as visit:
        for path in one_of_each_kind(site):
            page = visit.open(path)
            page.evaluate(OPEN_ALL)
            page.add_style_tag(content=RENDER_ALL)
            for fault in violations(page):
                visit.demand(fault, holds=False)

    assert "\n".join(visit.faults) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_open_search_breaks_no_rule_of_wcag(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    with Visit(browser, address, color_scheme=scheme, **window(width)) as visit:
        page = visit.open("")
        search(page, "summit")
        page.keyboard.press("ArrowDown")

        assert violations(page) == []
        assert page.evaluate(SMALL_CONTROLS) == []


def test_every_control_is_large_enough_to_hit(browser: Browser, address: str, site: Path) -> None:
    with Visit(browser, address, **window(PHONE)) as visit:
        for path in one_of_each_kind(site):
            for control in visit.open(path).evaluate(SMALL_CONTROLS):
                visit.demand(f"smaller than 24 pixels: {control}", holds=False)

    assert "\n".join(visit.faults) == ""


def test_no_kind_of_page_scrolls_sideways_at_320_pixels(browser: Browser, address: str, site: Path) -> None:
    with Visit(browser, address, **window(320)) as visit:
        for path in one_of_each_kind(site):
            page = visit.open(path)
            wide = too_wide(page)
            page.evaluate(OPEN_ALL)
            visit.demand(f"{wide} pixels wider than the window", holds=wide <= 0)
            visit.demand(f"{too_wide(page)} pixels too wide when unfolded", holds=too_wide(page) <= 0)

    assert "\n".join(visit.faults) == ""


def test_whatever_the_tab_key_reaches_shows_that_it_has_the_focus(
    browser: Browser, address: str, site: Path
) -> None:
    reached = 0
    with Visit(browser, address, **window(DESK)) as visit:
        for path in one_of_each_kind(site):
            page = visit.open(path)
            for _ in range(40):
                page.keyboard.press("Tab")
                focused = page.evaluate(FOCUS)
                if focused is None:
                    break
                reached += 1
                visit.demand(f"no sign of the focus on {focused[0]}", holds=focused[1])

    assert "\n".join(dict.fromkeys(visit.faults)) == ""
    assert reached > 400


def test_on_a_phone_the_menu_is_opened_by_a_key_and_its_links_are_not_reached_while_it_is_closed(
    browser: Browser, address: str
) -> None:
    with Visit(browser, address, **window(PHONE)) as visit:
        page = visit.open("")
        places = []
        for _ in range(12):
            page.keyboard.press("Tab")
            places.append(page.evaluate("document.activeElement.getBoundingClientRect().right"))
        assert min(places) > 0
        page.locator(".md-header__button[for=__drawer]").focus()
        for key, is_open in (("Enter", True), ("Enter", False), (" ", True)):
            page.keyboard.press(key)
            expect(page.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=0.9 if is_open else 0.0)
            expect(page.locator("#__drawer")).to_be_checked(checked=is_open)
    assert visit.faults == []


def test_going_backwards_nothing_that_has_the_focus_lies_under_the_header(
    browser: Browser, address: str
) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        page.locator(".md-footer a").last.focus()
        for _ in range(90):
            page.keyboard.press("Shift+Tab")
            hidden = page.evaluate(UNDER_HEADER)
            visit.demand(f"under the header: {hidden}", holds=not hidden)
    assert "\n".join(dict.fromkeys(visit.faults)) == ""


def test_nothing_moves_for_readers_who_asked_for_that(browser: Browser, address: str, site: Path) -> None:
    with Visit(browser, address, reduced_motion="reduce", **window(DESK)) as visit:
        for path in one_of_each_kind(site):
            for element in dict.fromkeys(visit.open(path).evaluate(MOVING)):
                visit.demand(f"moves: {element}", holds=False)

    assert "\n".join(visit.faults) == ""
