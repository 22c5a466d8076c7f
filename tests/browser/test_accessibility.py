"""What WCAG 2.2 A and AA ask of every kind of page, as far as a program can tell."""

from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

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
            wide = too_wide(visit.open(path))
            visit.demand(f"{wide} pixels wider than the window", holds=wide <= 0)

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


def test_nothing_moves_for_readers_who_asked_for_that(browser: Browser, address: str, site: Path) -> None:
    with Visit(browser, address, reduced_motion="reduce", **window(DESK)) as visit:
        for path in one_of_each_kind(site):
            for element in dict.fromkeys(visit.open(path).evaluate(MOVING)):
                visit.demand(f"moves: {element}", holds=False)

    assert "\n".join(visit.faults) == ""
