"""A timeline of more than 500 entries: it is split by month, and filters see all of it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import as_of
from onrecord.dossier.timeline import entries, entries_about
from onrecord.loading import load
from tests.browser.conftest import UnderSubPath
from tests.browser.visit import Visit
from tests.built import BASE
from tests.seeded_site import build_seeded
from tests.synthetic import Size

pytestmark = pytest.mark.browser

SHOWN = ".or-entry:not([hidden])"
MOVES = """async button => {
  button.scrollIntoView({block: "center"});
  const before = button.getBoundingClientRect().top;
  for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
  return button.getBoundingClientRect().top - before;
}"""
"""By how many pixels a button moves by itself after it was scrolled to."""

ADDRESSES = """all => all.map(each => (
  each.querySelector("a.or-entry__text") ?? each.querySelector("strong a")
).pathname.split("/").at(-2))"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("long")
    build_seeded(made, Size(events=90, statements=450))
    return made


@pytest.fixture(scope="module")
def dossier(home: Path) -> Dossier:
    found = load(home / "content").dossier
    assert found
    return found


@pytest.fixture
def page(browser: Browser, home: Path) -> Iterator[Page]:
    served = partial(UnderSubPath, directory=str(home / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), served) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with Visit(browser, f"http://127.0.0.1:{server.server_port}{BASE}") as visit:
            page = visit.open("timeline/")
            page.wait_for_selector("[data-or][data-ready]")
            yield page
        server.shutdown()
    assert visit.faults == []


def count(page: Page) -> int:
    """Return the number of entries that the page says are left."""
    expect(page.locator("output")).to_have_text(re.compile(r"^[\d,]+ of [\d,]+ entries"))
    return int(page.locator("output").inner_text().split(" ")[0])


def test_every_month_has_a_page_and_none_is_fetched_before_it_is_needed(page: Page, dossier: Dossier) -> None:
    sizes = [
        int(each.rsplit("(", 1)[1].rstrip(")")) for each in page.locator(".or-months li").all_inner_texts()
    ]

    assert sum(sizes) == len(entries(dossier)) > 500
    assert page.locator(".or-entry").count() == 0


def test_a_filter_sees_every_month_and_counts_right(page: Page, dossier: Dossier) -> None:
    expected = {each.record_id for each in entries(dossier) if each.folder == "events"}
    page.select_option(".or-controls [name=kind]", "event")

    assert count(page) == len([each for each in entries(dossier) if each.folder == "events"])
    assert set(page.locator(SHOWN).evaluate_all(ADDRESSES)) == expected


def test_the_entries_of_an_actor_are_those_of_its_page(page: Page, dossier: Dossier) -> None:
    speaker = dossier.statements[min(dossier.statements)].speaker
    expected = [each.record_id for each in entries_about(dossier, speaker)]

    page.select_option(".or-controls [name=actor]", speaker)

    assert count(page) == len(expected)
    assert sorted(page.locator(SHOWN).evaluate_all(ADDRESSES)) == sorted(expected)


def test_a_past_day_shows_what_was_known_then_in_every_month(page: Page, dossier: Dossier) -> None:
    then = as_of(dossier, date(2023, 9, 30))

    page.fill(".or-controls [name=as-of]", "2023-09-30")

    assert count(page) == len(entries(then)) > 100
    assert sorted(page.locator(SHOWN).evaluate_all(ADDRESSES)) == sorted(
        each.record_id for each in entries(then)
    )


def test_the_range_on_the_drawing_cuts_across_months(page: Page, dossier: Dossier) -> None:
    start = page.get_by_role("slider", name="Beginning of the range")
    start.focus()
    for _ in range(12):
        page.keyboard.press("PageUp")

    begin = date.fromisoformat(page.input_value(".or-controls [name=from]"))
    expected = [each for each in entries(dossier) if each.when.last_day and each.when.last_day >= begin]
    assert begin > date(2023, 3, 1)
    assert count(page) == len(expected)


def test_more_entries_than_are_shown_at_once_are_one_click_away(page: Page, dossier: Dossier) -> None:
    page.fill(".or-controls [name=from]", "2023-01-01")
    assert count(page) == len(entries(dossier))
    more = page.get_by_role("button", name=re.compile(r"^Show more \(\d+ left\)$"))
    more.wait_for()
    expect(page.locator(SHOWN)).not_to_have_count(len(entries(dossier)))

    more.click()

    expect(page.locator(SHOWN)).to_have_count(len(entries(dossier)))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_for_more_stays_where_it_was_found(page: Page, width: int) -> None:
    """Months above it are laid out when they come near; a press in that moment must not miss it."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{page.url}?from=2023-01-01")
    more = page.get_by_role("button", name=re.compile(r"^Show more \(\d+ left\)$"))
    more.wait_for()

    assert abs(more.evaluate(MOVES)) < 24
