"""What readers come for, from the brief on, as they do it: by clicks, words and keys."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.test_print import printed_sheets
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

SHOWN = ".or-entry:not([hidden])"
CLICKS = 2
"""So many clicks lead from the brief to the answer of each question."""


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    with Visit(browser, address, viewport={"width": 1280, "height": 900}) as visit:
        yield visit
    assert visit.faults == []


def words(page: Page) -> str:
    return " ".join(page.locator("article.or-page").inner_text().split())


def click(page: Page, name: str) -> None:
    """Follow the first link on the page that says ``name``, and wait for where it leads."""
    page.locator("article.or-page a:visible", has_text=name).first.click()
    page.wait_for_load_state()


def test_lavrovs_condition_is_found_by_searching_and_its_source_opens_at_his_words(
    browser: Browser, address: str
) -> None:
    left: list[str] = []

    def outside(route: Route) -> None:
        left.append(route.request.url)
        route.fulfill(body="The source", content_type="text/plain")

    with Visit(browser, address) as visit:
        page = visit.open("")
        page.route(re.compile(f"^(?!{re.escape(address)})"), outside)
        page.keyboard.press("/")
        page.keyboard.type("Lavrov condition Alaska")
        hit = page.locator(".or-search [role=option]", has_text="on condition that it truly builds on").first
        hit.click()
        page.wait_for_url("**/statements/lavrov-2025-11-13-ready/")
        told = words(page)
        link = page.locator(".or-receipt a[href*=':~:text=']").first
        target = link.get_attribute("href") or ""
        link.click()
        expect(page.locator("body")).to_have_text("The source", timeout=30_000)

    assert "on condition that it truly builds on the well worked-out results of Alaska" in told
    assert left == [target.partition("#")[0]]
    assert [each for each in visit.faults if "asks for" not in each] == []


def test_who_denies_what_orban_claims_about_the_exemption(visit: Visit) -> None:
    page = visit.open("")
    click(page, "Hungary's exemption from US sanctions on Russian oil and gas has no time limit.")

    heads = page.locator(".or-position__subject").all_inner_texts()
    deniers = {each.removeprefix("denied by").strip() for each in heads if each.startswith("denied by")}
    assert {"Marco Rubio", "White House officials (unnamed)"} <= deniers
    page.locator(".or-position", has_text="Viktor Orbán").locator(".or-path a").first.click()
    expect(page.locator("article h1")).to_contain_text("Viktor Orbán")


def test_the_brief_is_read_as_it_stood_on_22_october_2025(visit: Visit) -> None:
    page = visit.open("")
    click(page, "what changed")
    page.locator("a[href*='editions/2025-10-22/']").click()

    told = words(page)
    assert told.startswith("The brief as it stood on 22 October 2025")
    assert "Trump does not want a wasted one and has not yet decided" in told
    for later in ("2026", "Péter Magyar", "Financial Times", "memorandum"):
        assert later not in told


def test_a_timeline_of_one_actor_is_shared_by_its_address(
    visit: Visit, browser: Browser, address: str
) -> None:
    page = visit.open("")
    click(page, "the whole timeline")
    page.wait_for_selector("[data-or][data-ready]")
    page.get_by_label("Actor").focus()
    page.keyboard.type("Viktor O")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"actor=viktor-orban"))
    found = page.locator(SHOWN).all_inner_texts()
    told = page.locator("output").inner_text()

    with Visit(browser, address, viewport={"width": 360, "height": 800}) as friend:
        there = friend.open(page.url.removeprefix(address))
        there.wait_for_selector("[data-or][data-ready]")
        assert there.locator(SHOWN).count() == len(found)
        assert there.locator("output").inner_text() == told
        assert friend.faults == []
    assert 10 < len(found) < 60


def test_the_brief_is_printed_on_two_pages(visit: Visit) -> None:
    assert printed_sheets(visit.open("")) == 2


@pytest.mark.parametrize(
    ("way", "answer"),
    [
        ((), "did not take place, by every account consulted, and no date was set"),
        (
            ("The Budapest summit was cancelled in October 2025, not merely put off.",),
            "asserted by Donald Trump",
        ),
        (
            ("The Budapest summit was cancelled in October 2025, not merely put off.",),
            "denied by Dmitry Peskov",
        ),
        (("what changed",), "The plan is shelved within a week"),
        (
            ("Hungary and United States of America (3 claims)",),
            "Against Hungary",
        ),
    ],
    ids=["is it on", "who says so", "who denies it", "late October", "Washington and Budapest"],
)
def test_what_a_new_reader_asks_is_answered_within_two_clicks(
    visit: Visit, way: tuple[str, ...], answer: str
) -> None:
    page = visit.open("")
    for each in way:
        click(page, each)

    assert len(way) <= CLICKS
    assert answer in words(page)
