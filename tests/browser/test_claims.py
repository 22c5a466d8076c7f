"""The ledger and the grid in a browser: a past day, the filters, the narrow screen."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import as_of
from onrecord.dossier.positions import changes_on, contradictions, latest
from onrecord.dossier.substance import substance
from onrecord.loading import load
from onrecord.pages.words.wording import STANCES
from tests.browser.conftest import served
from tests.browser.visit import Visit, too_wide
from tests.built import DEFAULT, content_of
from tests.seeded_site import build_seeded
from tests.synthetic import Size

pytestmark = pytest.mark.browser

READY = "[data-or][data-ready]"
DAYS = ("2025-10-16", "2025-10-21", "2025-10-22", "2025-10-24", "2025-11-09", "2025-11-14", "2026-03-01")
CARDS = """
nodes => Object.fromEntries(nodes.filter(node => node.checkVisibility()).map(node => [node.dataset.claim, {
  status: [...node.querySelectorAll("[data-status]")]
    .filter(e => e.checkVisibility()).map(e => e.dataset.status),
  group: node.closest(".or-group").dataset.status,
  said: [...node.querySelectorAll(".or-holder a")].filter(e => e.checkVisibility())
    .map(e => e.getAttribute("href").split("/").at(-2)).sort(),
}]))
"""
CELLS = """
nodes => nodes.filter(node => node.checkVisibility())
  .map(node => node.getAttribute("href").split("/").at(-2)).sort()
"""
CLAIMS = "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.dataset.claim).sort()"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    found = load(content_of(DEFAULT)).dossier
    assert found
    return found


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    with Visit(browser, address, viewport={"width": 1280, "height": 900}) as visit:
        yield visit
    assert visit.faults == []


def opened(visit: Visit, asked: str = "") -> Page:
    page = visit.open(f"claims/{asked}")
    page.wait_for_selector(READY)
    return page


def told(found: Dossier, claim_id: str) -> dict[str, object]:
    status = substance(found, found.claims[claim_id]).status
    said = sorted(each.statement for each in latest(found, claim_id).values())
    return {"status": [status], "group": status, "said": said}


@pytest.mark.parametrize("day", DAYS)
def test_a_past_day_shows_the_ledger_as_it_stood(visit: Visit, dossier: Dossier, day: str) -> None:
    then = as_of(dossier, date.fromisoformat(day))

    page = opened(visit, f"?as-of={day}")

    cards = page.locator(".or-card--claim").evaluate_all(CARDS)
    assert cards == {each: told(then, each) for each in then.claims}
    disputed = sorted(each for each in then.claims if contradictions(then, each))
    assert page.locator(".or-dispute").evaluate_all(CLAIMS) == disputed
    last = {(change.claim, change.actor) for each in then.claims for change in changes_on(then, each)}
    assert page.locator(".or-change").evaluate_all(CLAIMS) == sorted(claim for claim, _ in last)


@pytest.mark.parametrize("day", [*DAYS, ""])
def test_the_grid_shows_where_everybody_stood(visit: Visit, dossier: Dossier, day: str) -> None:
    then = as_of(dossier, date.fromisoformat(day)) if day else dossier

    page = opened(visit, f"?as-of={day}")

    heads = page.locator(".or-grid__actor a").evaluate_all(
        "nodes => nodes.map(node => node.getAttribute('href').split('/').at(-2))"
    )
    stood = [position.statement for claim_id in then.claims for position in latest(then, claim_id).values()]
    assert page.locator(".or-cell a").evaluate_all(CELLS) == sorted(stood)
    assert len(heads) == 16


def test_contested_only_means_contested_on_that_day(visit: Visit, dossier: Dossier) -> None:
    then = as_of(dossier, date(2025, 10, 22))
    page = opened(visit, "?as-of=2025-10-22")

    page.get_by_label("contested only").check()

    contested = [key for key, each in then.claims.items() if substance(then, each).status == "contested"]
    assert page.locator(".or-card--claim").evaluate_all(CLAIMS) == sorted(contested)
    assert "contested=yes" in page.url
    expect(page.locator("output")).to_have_text(re.compile(rf"^{len(contested)} of "))


def test_a_topic_leaves_its_claims(visit: Visit, dossier: Dossier) -> None:
    page = opened(visit)

    page.select_option(".or-controls [name=topic]", "venue-and-overflight")

    about = [key for key, each in dossier.claims.items() if "venue-and-overflight" in each.topics]
    assert page.locator(".or-card--claim").evaluate_all(CLAIMS) == sorted(about)
    assert set(page.locator(".or-grid tbody tr").evaluate_all(CLAIMS)) <= set(about)


def test_a_topic_can_be_asked_for_in_the_address(visit: Visit, dossier: Dossier) -> None:
    page = opened(visit, "?topic=venue-and-overflight")

    about = [key for key, each in dossier.claims.items() if "venue-and-overflight" in each.topics]
    assert page.locator(".or-card--claim").evaluate_all(CLAIMS) == sorted(about)


def test_the_pages_of_a_long_ledger_show_the_same_view(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = build_seeded(tmp_path_factory.mktemp("ledger"), Size(events=2, statements=110, least_claims=101))
    with served(made) as address, Visit(browser, address) as visit:
        page = opened(visit)
        expect(page.locator("output")).to_have_text("100 claims on this page")

        page.select_option(".or-controls [name=topic]", "topic-4")
        page.locator(".or-pager").last.get_by_role("link", name="2").click()

        page.wait_for_selector(READY)
        assert "page/2/?topic=topic-4" in page.url
        expect(page.locator("output")).to_have_text("0 of 1 claims on this page")
    assert visit.faults == []


def test_every_mark_of_the_grid_leads_to_a_statement(visit: Visit) -> None:
    page = opened(visit)

    cell = page.locator(".or-cell a:visible").first
    name = cell.locator(".or-cell__words b").inner_text()
    cell.click()

    expect(page.locator("article h1, article .or-kicker").first).to_be_visible()
    assert "/statements/" in page.url
    assert name in page.locator(".or-record").inner_text()


def test_the_heads_of_the_grid_stay_in_sight(visit: Visit) -> None:
    page = opened(visit)
    box = page.locator(".or-grid-box")

    box.evaluate("each => { each.scrollTop = 200; }")

    top, head = box.bounding_box(), page.locator(".or-grid thead th").first.bounding_box()
    assert head["y"] == pytest.approx(top["y"], abs=2)  # type: ignore[index]


def test_a_stance_can_be_told_without_its_colour(visit: Visit) -> None:
    page = opened(visit)

    marks = page.locator(".or-legend .or-mark").evaluate_all("all => all.map(each => each.innerHTML)")
    assert len(set(marks)) == len(marks) == 5


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_page_is_never_wider_than_the_screen(browser: Browser, address: str, width: int) -> None:
    with Visit(browser, address, viewport={"width": width, "height": 800}) as visit:
        page = opened(visit)

        assert too_wide(page) <= 0


def test_on_a_phone_the_grid_is_a_list_of_names(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport={"width": 360, "height": 800}) as visit:
        page = opened(visit)

        words = page.locator(".or-grid tbody tr").first.locator(".or-cell__words:visible").all_inner_texts()
        assert f"Donald Trump {STANCES['asserts']}" in words
        assert page.locator(".or-grid thead").is_visible() is False


def test_without_scripts_everything_stands_as_it_does_now(
    browser: Browser, address: str, dossier: Dossier
) -> None:
    with Visit(browser, address, java_script_enabled=False) as visit:
        page = visit.open("claims/")

        cards = page.locator(".or-card--claim").evaluate_all(CARDS)
        assert cards == {each: told(dossier, each) for each in dossier.claims}
        assert page.locator(".or-controls").is_visible() is False


@pytest.mark.parametrize("width", [360, 768, 900, 1000, 1280])
def test_a_grid_that_goes_on_sideways_says_so(browser: Browser, address: str, width: int) -> None:
    with Visit(browser, address, viewport={"width": width, "height": 800}) as visit:
        page = opened(visit)
        box = page.locator(".or-grid-box")

        goes_on = box.evaluate("each => each.scrollWidth > each.clientWidth")
        assert page.locator(".or-sideways").is_visible() is goes_on
