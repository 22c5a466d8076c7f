"""The timeline in a browser: filters, the range, a past day, the address that holds them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import as_of
from onrecord.dossier.lives import life
from onrecord.dossier.timeline import Entry, entries
from onrecord.loading import load
from onrecord.pages.words.wording import ATTRIBUTIONS, states_of, step_word
from onrecord.records.events import Event
from tests.browser.visit import Visit, too_wide
from tests.built import DEFAULT, content_of

pytestmark = pytest.mark.browser

READY = "[data-or][data-ready]"
SHOWN = ".or-entry:not([hidden])"
DAYS = ("2025-08-20", "2025-10-16", "2025-10-21", "2025-10-22", "2025-11-01", "2025-11-14", "2026-02-20")

ENTRIES = """
nodes => nodes.filter(node => node.checkVisibility()).map(node => [
  (node.querySelector("a.or-entry__text") ?? node.querySelector("strong a"))
    .getAttribute("href").split("/").at(-2),
  [...node.querySelectorAll(".or-chip")].filter(e => e.checkVisibility()).map(e => e.textContent).join(),
])
"""
OVERLAPS = """
svg => {
  const boxes = [...svg.querySelectorAll(".or-label")].map(each => [each.textContent, each.getBBox()]);
  const across = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width;
  const down = (a, b) => a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height;
  return boxes.flatMap(([text, a], index) => boxes.slice(index + 1)
    .filter(([, b]) => across(a, b) && down(a, b)).map(([other]) => [text, other]));
}
"""
STRAY_STOPS = """
paragraphs => paragraphs.flatMap(each => {
  const walk = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  const stray = [];
  let before = null;
  for (let text; (text = walk.nextNode()); before = text) {
    if (!before || !/^[.,:;]/.test(text.data)) continue;
    const place = (node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()].at(-1);
    };
    const last = place(before, before.length - 1, before.length);
    const stop = place(text, 0, 1);
    if (last && stop && stop.top > last.bottom) stray.push(before.data + text.data);
  }
  return stray;
})
"""
NUMBERS = "nodes => nodes.map(node => node.dataset.bars)"
SHIFTS = """
() => new Promise(told => {
  let sum = 0;
  new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => told(sum), 300);
})
"""


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
    page = visit.open(f"timeline/{asked}")
    page.wait_for_selector(READY)
    return page


def expected(found: Dossier, entry: Entry) -> list[str]:
    if entry.folder == "statements":
        status = attribution(found, found.statements[entry.record_id]).status
        return [entry.record_id, ATTRIBUTIONS[status]]
    event = found.events[entry.record_id]
    if entry.step is not None:
        return [entry.record_id, step_word(event.kind, event.history, entry.step)]
    return [entry.record_id, states_of(event.kind)[life(event).state]]


def plain(found: list[list[str]], events: Mapping[str, Event]) -> list[list[str]]:
    """Return entries without the states that only say that an event took place: not all entries tell them."""
    return sorted(
        [each, "" if each in events and words == states_of(events[each].kind)["held"] else words]
        for each, words in found
    )


@pytest.mark.parametrize("day", DAYS)
def test_a_past_day_shows_what_was_publicly_known_then(visit: Visit, dossier: Dossier, day: str) -> None:
    then = as_of(dossier, date.fromisoformat(day))

    page = opened(visit, f"?as-of={day}")

    shown = page.locator(".or-entry").evaluate_all(ENTRIES)
    assert plain(shown, then.events) == plain([expected(then, each) for each in entries(then)], then.events)
    assert len(shown) < len(entries(dossier))


def test_without_a_day_everything_stands_as_it_does_now(visit: Visit, dossier: Dossier) -> None:
    page = opened(visit)

    shown = page.locator(".or-entry").evaluate_all(ENTRIES)
    now = [expected(dossier, each) for each in entries(dossier)]
    assert [each for each, _ in shown] == [each for each, _ in now]
    assert plain(shown, dossier.events) == plain(now, dossier.events)


def test_a_choice_is_held_in_the_address_and_restored_from_it(visit: Visit) -> None:
    page = opened(visit)
    page.select_option(".or-controls [name=actor]", "sergey-lavrov")
    page.fill(".or-controls [name=text]", "Orban")
    page.fill(".or-controls [name=from]", "2025-10-01")
    found = page.locator(SHOWN).evaluate_all(ENTRIES)

    again = opened(visit, page.url.split("timeline/")[1])

    assert again.locator(SHOWN).evaluate_all(ENTRIES) == found
    assert again.input_value(".or-controls [name=actor]") == "sergey-lavrov"
    assert 0 < len(found) < 20


def test_the_way_back_takes_a_choice_back(visit: Visit) -> None:
    page = opened(visit)
    page.select_option(".or-controls [name=kind]", "statement")
    page.select_option(".or-controls [name=status]", "second-hand")
    before = page.locator("output").inner_text()

    page.go_back()

    expect(page.locator(".or-controls [name=status]")).to_have_value("")
    expect(page.locator(".or-controls [name=kind]")).to_have_value("statement")
    assert page.locator("output").inner_text() != before


def test_every_choice_says_how_many_entries_it_leaves(visit: Visit) -> None:
    page = opened(visit)
    page.select_option(".or-controls [name=actor]", "viktor-orban")
    label = page.locator(".or-controls [name=status] option[value=on-the-record]").inner_text()

    page.select_option(".or-controls [name=status]", "on-the-record")

    number = re.search(r"\((\d+)\)", label)
    assert number
    expect(page.locator("output")).to_have_text(re.compile(rf"^{number[1]} of \d+ entries$"))
    assert page.locator(SHOWN).count() == int(number[1])


def test_the_bars_stand_for_the_statements_that_are_left(visit: Visit) -> None:
    page = opened(visit)
    bars = page.locator(".or-overview .or-bars")
    drawn = "nodes => nodes.map(node => (node.getAttribute('d').match(/M/g) ?? []).length)"
    whole = [len(numbers.split()) for numbers in bars.evaluate_all(NUMBERS)]

    assert bars.evaluate_all(drawn) == whole
    page.select_option(".or-controls [name=actor]", "viktor-orban")
    assert 0 < sum(bars.evaluate_all(drawn)) < sum(whole)
    page.select_option(".or-controls [name=kind]", "event")
    assert sum(bars.evaluate_all(drawn)) == 0


def test_folded_filters_tell_what_was_chosen_and_lead_to_the_list(browser: Browser, address: str) -> None:
    with Visit(browser, address, viewport={"width": 360, "height": 740}) as visit:
        page = opened(visit, "?actor=sergey-lavrov&from=2025-10-20")

        expect(page.locator(".or-controls summary")).to_have_text(
            "Filters: Sergey Lavrov · from 20 October 2025"
        )
        page.get_by_role("link", name="To the list").click()
        expect(page.locator(SHOWN).first).to_be_in_viewport()
    assert visit.faults == []


def test_where_nothing_is_left_the_list_says_so_and_no_number_stays_that_is_wrong(visit: Visit) -> None:
    page = opened(visit)
    told = "getComputedStyle(document.querySelector('.or-results'), '::before').content"
    assert page.evaluate(told) == "none"
    expect(page.locator(".or-overview .or-twin")).to_be_visible()

    page.fill(".or-controls [name=text]", "zzzz")

    expect(page.locator("output")).to_have_text(re.compile("^0 of"))
    assert "Nothing" in page.evaluate(told)
    expect(page.locator(".or-overview .or-twin")).to_be_hidden()


def test_the_number_of_entries_is_announced(visit: Visit) -> None:
    assert opened(visit).locator("output").get_attribute("aria-live") == "polite"


def test_the_range_is_moved_by_keys_and_by_dragging(visit: Visit) -> None:
    page = opened(visit)
    start = page.get_by_role("slider", name="Beginning of the range")
    start.focus()
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    first = page.input_value(".or-controls [name=from]")
    box = page.locator(".or-overview svg.or-chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] - 8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] - 8, steps=4)
    page.mouse.up()

    second = page.input_value(".or-controls [name=from]")
    assert "2025-08" < first < second < page.input_value(".or-controls [name=to]")
    assert f"from={second}" in page.url


def test_the_day_steps_to_where_something_became_known(visit: Visit, dossier: Dossier) -> None:
    page = opened(visit, "?as-of=2025-10-22")

    page.get_by_role("button", name="The day before on which something became known").press("Enter")

    assert page.input_value(".or-controls [name=as-of]") == "2025-10-21"
    page.get_by_role("button", name="today").press("Enter")
    assert page.locator(SHOWN).count() == len(entries(dossier))
    expect(page).to_have_url(re.compile(r"timeline/$"))


def test_an_event_not_yet_called_off_is_not_drawn_as_such(visit: Visit) -> None:
    page = opened(visit, "?as-of=2025-10-17")

    drawn = page.locator("[data-event=budapest-summit] .or-point").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).display !== 'none').map(e => e.getAttribute('class'))"
    )
    assert drawn
    assert all("announced" in each or "floated" in each or "confirmed" in each for each in drawn)


@pytest.mark.parametrize("path", ["", "timeline/"])
def test_no_label_of_the_drawing_covers_another(visit: Visit, path: str) -> None:
    page = visit.open(path)

    assert page.locator(".or-overview .or-label").count() > 20
    assert page.locator(".or-overview svg.or-chart").first.evaluate(OVERLAPS) == []


def test_the_number_on_the_tallest_bar_is_that_of_all_statements_or_is_gone(visit: Visit) -> None:
    page = opened(visit)
    peak = page.locator(".or-overview .or-peak")
    counts = [
        int(bar.split(",")[4])
        for each in page.locator(".or-bars").evaluate_all(NUMBERS)
        for bar in each.split()
    ]

    expect(peak).to_have_text(str(max(counts)))
    page.select_option(".or-controls [name=actor]", "viktor-orban")
    expect(peak).to_be_hidden()
    page.get_by_role("button", name="Clear all").click()
    expect(peak).to_be_visible()


def test_the_handles_of_the_range_are_explained_where_there_are_any(visit: Visit) -> None:
    page = opened(visit)
    hint = page.get_by_text("Drag the handles to narrow the dates")

    expect(hint).to_be_visible()
    page.emulate_media(media="print")
    expect(hint).to_be_hidden()
    page.emulate_media(media="screen")
    assert visit.open("").get_by_text("Drag the handles to narrow the dates").count() == 0


PLACE_OF_MOST = "box => (box.dataset.start * box.scrollWidth - box.scrollLeft) / box.clientWidth"
"""How far across the part that is seen most entries begin."""

CUT = """box => {
  const edge = box.getBoundingClientRect().left;
  const names = [...box.querySelectorAll(".or-label")].map((name) => [name, name.getBoundingClientRect()]);
  const cut = names.filter(([, { left, right }]) => left < edge - 1 && right > edge + 1);
  return cut.map(([name]) => name.textContent);
}"""
"""The names that the left edge cuts."""


@pytest.mark.parametrize("path", ["", "timeline/", "actors/donald-trump/"])
def test_a_phone_shows_first_where_most_entries_are(browser: Browser, address: str, path: str) -> None:
    with Visit(browser, address, viewport={"width": 360, "height": 740}) as visit:
        figure = visit.open(path).locator(".or-overview")
        box = figure.locator(".or-scroll").first

        expect(figure.get_by_text("Swipe sideways for more")).to_be_visible()
        assert 0 < box.evaluate(PLACE_OF_MOST) < 0.95
        assert box.evaluate(CUT) == []
        names = figure.locator(".or-axis ~ .or-lane__name")
        lefts = names.evaluate_all("all => all.map(each => each.getBoundingClientRect().left)")
        assert all(0 < left < 60 for left in lefts)
    assert visit.faults == []


def test_where_the_drawing_fits_nobody_is_told_to_swipe(visit: Visit) -> None:
    page = visit.open("timeline/")

    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.get_by_text("Swipe sideways for more")).to_be_hidden()
    for width in (700, 1000, 1100, 1240, 1300, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        box = page.locator(".or-overview .or-scroll").first
        goes_on = box.evaluate("box => box.scrollWidth > box.clientWidth + 1")
        assert page.get_by_text("Swipe sideways for more").is_visible() is goes_on, width


@pytest.mark.parametrize("asked", ["", "?actor=viktor-orban&as-of=2025-11-05"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_the_page_comes(browser: Browser, address: str, width: int, asked: str) -> None:
    with Visit(browser, address, viewport={"width": width, "height": 800}) as visit:
        page = opened(visit, asked)

        assert page.evaluate(SHIFTS) < 0.02
        assert too_wide(page) <= 0


def test_without_scripts_the_list_is_whole_and_no_dead_control_is_shown(
    browser: Browser, address: str, dossier: Dossier
) -> None:
    with Visit(browser, address, java_script_enabled=False) as visit:
        page = visit.open("timeline/")

        assert page.locator(SHOWN).count() == len(entries(dossier))
        assert page.locator(".or-controls").is_visible() is False
        assert page.locator(".or-drag").is_visible() is False


def test_the_drawing_is_told_in_words(visit: Visit, site: Path) -> None:
    page = visit.open("")
    twin = page.locator(".or-twin")
    twin.locator("summary").click()

    told = twin.locator("li").all_inner_texts()
    assert len(told) == page.locator(".or-overview .or-item").count()
    assert any("foreseen for" in line for line in told)
    assert (site / "timeline" / "index.html").is_file()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_to_a_month_leads_to_it_whatever_is_laid_out_on_the_way(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = opened(visit)
    for month in ("m-2025-10", "m-2026-02", "m-2025-11"):
        page.evaluate("month => { location.hash = month; }", month)
        page.evaluate(
            "async () => { for (let n = 0; n < 10; n++) await new Promise(requestAnimationFrame); }"
        )
        place = page.locator(f"#{month}").bounding_box()

        assert place
        assert 0 <= place["y"] < 120, month


def test_no_line_begins_with_the_stop_after_a_name(visit: Visit) -> None:
    """A name that ends a line takes its stop or comma with it."""
    visit.page.set_viewport_size({"width": 360, "height": 800})
    page = opened(visit)

    assert page.locator(".or-entry p").evaluate_all(STRAY_STOPS) == []
