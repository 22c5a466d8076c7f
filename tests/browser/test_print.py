"""What comes out of a printer, whatever letters the reader's machine has."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import Visit
from tests.built import BASE

pytestmark = pytest.mark.browser

FAMILIES = {"wide": ("DejaVu Serif", "DejaVu Sans"), "usual": ("Liberation Serif", "Liberation Sans")}
"""The widest letters that are common, and those that measure as Times and Helvetica do.

A machine that has neither prints the test with its own.
"""

SPARE = 8
"""Millimetres that a printed brief must leave free, for letters that run wider still."""


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_the_brief_fits_on_two_printed_pages(browser: Browser, address: str, family: str) -> None:
    with Visit(browser, address, bypass_csp=True) as visit:
        page = visit.open("")
        _set_in(page, family)
        _lengthen(page, SPARE)
        found = printed_sheets(page)

    assert found == 2
    assert "\n".join(visit.faults) == ""


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_the_longest_briefing_sheets_of_actors_fit_on_two_printed_pages(
    browser: Browser, address: str, site: Path, family: str
) -> None:
    longest = sorted(site.glob("actors/*/index.html"), key=lambda page: -page.stat().st_size)[:3]
    sheets = {}
    with Visit(browser, address, bypass_csp=True) as visit:
        for each in longest:
            page = visit.open(f"actors/{each.parent.name}/")
            _set_in(page, family)
            sheets[each.parent.name] = printed_sheets(page)

    assert sheets == dict.fromkeys(sheets, 2)
    assert len(sheets) == 3


def test_nothing_of_the_printed_brief_is_set_below_eight_points(browser: Browser, address: str) -> None:
    with Visit(browser, address, bypass_csp=True) as visit:
        page = visit.open("")
        page.emulate_media(media="print")
        small = page.evaluate(SMALL, 8 * 96 / 72 - 0.01)

    assert small == []


def test_the_printed_brief_tells_how_much_it_leaves_out(browser: Browser, address: str) -> None:
    with Visit(browser, address, bypass_csp=True) as visit:
        page = visit.open("")
        on_screen, _ = page.evaluate(COLUMNS)
        page.emulate_media(media="print")
        kept, told = page.evaluate(COLUMNS)

    left_out = [int("0" + "".join(filter(str.isdigit, each))) for each in told]
    assert kept == [min(each, 6) for each in on_screen]
    assert all(out >= seen - left for out, seen, left in zip(left_out, on_screen, kept, strict=True))
    assert all(each in ("", f"And {out} more on the site.") for each, out in zip(told, left_out, strict=True))


@pytest.mark.parametrize("path", ["", "timeline/", "sources/"])
def test_a_printed_page_names_its_address_and_no_link_is_a_dead_word(
    browser: Browser, address: str, path: str
) -> None:
    with Visit(browser, address, bypass_csp=True) as visit:
        page = visit.open(path)
        page.emulate_media(media="print")
        head = page.locator(".or-origin").inner_text()
        words = page.evaluate(OUTSIDE)

    assert head.endswith(f"{BASE}{path}")
    assert [each for each in words if each != "0px"] == []


COLUMNS = """() => {
  const columns = [...document.querySelectorAll(".or-column")];
  const seen = (root, which) => [...root.querySelectorAll(which)].filter(each => each.checkVisibility());
  return [
    columns.map(each => seen(each, "ul > li").length),
    columns.map(each => seen(each, ".or-more").map(line => line.textContent).join()),
  ];
}"""
"""How many lines of each column are printed, and what is told of the others."""

OUTSIDE = """() => [...document.querySelectorAll(".or-page a[rel~=external]")]
  .filter(each => each.checkVisibility()).map(each => getComputedStyle(each).fontSize)"""
"""How large the words of links to other sites are, in whose place their addresses are printed."""

SMALL = """least => [...document.querySelectorAll("article *:not(svg *)")]
  .filter(each => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .filter(each => each.checkVisibility() && parseFloat(getComputedStyle(each).fontSize) < least)
  .map(each => `${each.className}: ${getComputedStyle(each).fontSize}: ${each.textContent.slice(0, 40)}`)"""
"""The words of a page that are smaller than so many pixels, drawings left out."""


def _set_in(page: Page, family: str) -> None:
    serif, sans = FAMILIES[family]
    page.add_style_tag(
        content=f":root, :root * {{ --or-serif: '{serif}', serif !important;"
        f" --or-sans: '{sans}', sans-serif !important;"
        f" --md-text-font-family: '{sans}', sans-serif !important; }}"
    )


def _lengthen(page: Page, millimetres: int) -> None:
    page.evaluate(
        "height => document.querySelector('article.or-page').append(Object.assign("
        "document.createElement('div'), { style: `height: ${height}mm` }))",
        millimetres,
    )


def printed_sheets(page: Page) -> int:
    """Return on how many sheets of A4 the page is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
