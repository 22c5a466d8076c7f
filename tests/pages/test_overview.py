"""The drawn timeline: what is drawn where, what is struck, what fades, and what it says in words."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.charts.time_scale import time_scale
from onrecord.pages.here import Here
from onrecord.pages.site import Site
from onrecord.pages.timeline.overview import OverviewView, overview
from onrecord.pages.timeline.overview_apart import spread
from onrecord.pages.timeline.overview_events import ItemView
from onrecord.pages.timeline.overview_lanes import Item, cuts, placed, text_width
from onrecord.records.events import Event
from tests.dossier.make import actor, dossier, event, source, statement, step


def drawn(found: Dossier, *, steppable: bool = False) -> OverviewView:
    view = overview(Here(Site(Statuses(found), Addresses()), "timeline/"), steppable=steppable)
    assert view is not None
    return view


def around(*events: Event) -> Dossier:
    """Return a dossier with these events among statements of October 2025."""
    said = tuple(statement(f"said-{day}", said=f"2025-10-{day}") for day in (10, 15, 20, 25))
    return dossier(actor("lavrov"), source("tass", published="2025-10-01"), *said, *events)


def item(view: OverviewView, key: str) -> ItemView:
    return next(each for lane in view.lanes for each in lane.items if each.key == key)


def test_there_is_nothing_to_draw_of_two_entries() -> None:
    found = dossier(actor("lavrov"), source("tass"), statement("one"), statement("two"))

    assert overview(Here(Site(Statuses(found), Addresses()), "timeline/")) is None


def test_a_plan_that_was_called_off_is_struck_and_joined_to_the_calling_off() -> None:
    off = event(
        "summit",
        "unknown",
        step("announced", "2025-10-12", "2025-10-24"),
        step("called-off", "2025-10-18"),
        kind="summit",
    )

    found = item(drawn(around(off)), "summit")

    (plan,) = (each.value for each in found.plans)
    marks = {each.value.key: each.value.x for each in found.marks}
    assert plan.to == marks["called-off"] < plan.x
    assert "foreseen for 24 October 2025" in found.told


def test_a_plan_that_was_moved_is_joined_to_the_new_one() -> None:
    moved = event(
        "summit",
        "unknown",
        step("announced", "2025-10-12", "2025-10-16"),
        step("announced", "2025-10-14", "2025-10-22"),
    )

    first, second = (each.value for each in item(drawn(around(moved)), "summit").plans)

    assert first.to is not None
    assert first.x < second.x <= first.to <= second.x + second.width
    assert second.to is None


def test_a_plan_that_came_true_is_not_drawn() -> None:
    kept = event(
        "summit", "2025-10-22", step("announced", "2025-10-12", "2025-10-22"), step("held", "2025-10-22")
    )

    assert item(drawn(around(kept)), "summit").plans == ()


def test_only_the_unsure_ends_of_a_time_fade() -> None:
    found = drawn(
        around(
            event("sure", "2025-10-12/2025-10-14", step("held", "2025-10-14")),
            event("unsure", "2025-10~", step("held", "2025-10-31")),
            event("open", "2025-10-12/..", step("under-way", "2025-10-12")),
            event("day", "2025-10-12", step("held", "2025-10-12")),
        )
    )

    fades = {
        key: tuple(each.value.fade for each in item(found, key).stretches)
        for key in ("sure", "unsure", "open", "day")
    }
    assert fades == {"sure": ("",), "unsure": ("both",), "open": ("right",), "day": ()}


def test_a_page_that_can_be_stepped_back_gets_what_was_drawn_before() -> None:
    off = event(
        "summit", "unknown", step("announced", "2025-10-12", "2025-10-24"), step("called-off", "2025-10-18")
    )

    found = item(drawn(around(off), steppable=True), "summit").plans

    assert [(each.since, each.until, each.value.to is None) for each in found] == [
        ("2025-10-12", "2025-10-18", True),
        ("2025-10-18", "", False),
    ]


def test_the_bars_count_every_statement_once() -> None:
    view = drawn(around(event("talks", "2025-10-13", step("held", "2025-10-13"))))

    assert sum(bar.count for side in view.sides for bar in side.bars) == 4
    assert sum(number for row in view.rows for number in row.counts) == 4


def test_a_crowded_month_is_wider_than_an_empty_one_and_time_never_runs_back() -> None:
    days = [date(2025, 1, 1), *(date(2025, 2, 3) + timedelta(days=n) for n in range(20)), date(2025, 4, 1)]

    scale = time_scale(days, date(2025, 4, 1), 0.0, 100.0)

    places = [scale.x(date(2025, 1, 1) + timedelta(days=n)) for n in range(91)]
    assert places == sorted(places)
    assert scale.x(date(2025, 3, 1)) - scale.x(date(2025, 2, 1)) > 60
    assert (places[0], places[-1]) == (0.0, 100.0)


@pytest.mark.parametrize("steppable", [False, True])
def test_steps_of_one_day_stand_side_by_side_in_order(steppable: bool) -> None:
    off = event(
        "summit",
        "unknown",
        step("announced", "2025-10-16"),
        step("put-off", "2025-10-21"),
        step("called-off", "2025-10-22"),
        step("announced", "2025-10-22"),
        step("put-off", "2025-10-23"),
    )

    found = item(drawn(around(off), steppable=steppable), "summit")

    places = sorted((each.value.x, each.value.title) for each in found.marks)
    assert [title for _, title in places] == [
        "announced, 16 October 2025",
        "put off, 21 October 2025",
        "called off, 22 October 2025",
        "announced, 22 October 2025",
        "put off, 23 October 2025",
    ]
    assert min(right - left for (left, _), (right, _) in pairwise(places)) > 11
    assert found.life == (places[0][0], places[-1][0])


def test_what_is_told_twice_of_one_day_is_drawn_once() -> None:
    twice = event(
        "talks", "2025-10-12/2025-10-14", step("announced", "2025-10-11"), step("held", "2025-10-12")
    )
    again = event("summit", "unknown", step("announced", "2025-10-16"), step("announced", "2025-10-16"))

    view = drawn(around(twice, again))

    assert len({each.value.x for each in item(view, "talks").marks}) == 2
    assert len(item(view, "summit").marks) == 1


@given(st.lists(st.floats(116, 948), min_size=1, max_size=90).map(sorted))
def test_marks_are_moved_no_further_than_the_ends_and_only_if_they_touch(places: list[float]) -> None:
    found = spread(places, 116.0, 948.0)

    room = min(12.0, (948 - 116) / max(1, len(places) - 1))
    assert min(found) >= 116
    assert max(found) <= 948
    assert all(right - left > room - 0.2 for left, right in pairwise(found))
    if all(right - left >= 12 for left, right in pairwise(places)):
        assert found == tuple(round(each, 1) for each in places)


def test_a_plan_never_begins_before_the_step_that_made_it() -> None:
    off = event(
        "summit",
        "unknown",
        step("announced", "2025-10-16", "2025-10~"),
        step("put-off", "2025-10-17"),
        step("called-off", "2025-10-18"),
    )
    kept = event("visit", "unknown", step("announced", "2025-10-14", "2025-10-14"))

    view = drawn(around(off, kept))

    for key in ("summit", "visit"):
        (plan,) = (each.value for each in item(view, key).plans)
        assert plan.x >= min(each.value.x for each in item(view, key).marks)
        assert plan.width > 0
    assert item(view, "summit").plans[0].value.fade == "right"


def test_no_two_things_in_a_row_touch() -> None:
    items = [Item(f"e{n}", 100.0 + 9 * n, 110.0 + 9 * n, f"A meeting with number {n}") for n in range(40)]

    found = placed(items, 50.0, 500.0)

    rooms: dict[int, list[tuple[float, float]]] = {}
    places = {each.key: each for each in items}
    for each in found:
        left, right = places[each.key].left, places[each.key].right
        ends = (
            (each.x, each.x + text_width(each.label))
            if each.anchor == "start"
            else (each.x - text_width(each.label), each.x)
        )
        span = (min(left, ends[0]), max(right, ends[1])) if each.label else (left, right)
        assert all(span[1] <= a or b <= span[0] for a, b in rooms.get(each.row, []))
        rooms.setdefault(each.row, []).append(span)
    assert any(each.label for each in found)
    assert any(not each.label for each in found)


def test_what_is_most_named_is_placed_first() -> None:
    crowd = [Item(f"e{n}", 100.0, 110.0, "A very long name that needs room") for n in range(30)]

    found = placed(crowd, 50.0, 500.0)

    assert found[0].key == "e0"
    assert found[0].label == "A very long name that needs room"
    assert len(found) < 30


def test_a_label_that_has_no_room_beside_its_marks_stands_below_them() -> None:
    (found,) = placed([Item("long", 120.0, 940.0, "A summit that was put off again and again")], 6.0, 956.0)

    assert found.label == "A summit that was put off again and again"
    assert (found.row, found.line, found.x, found.anchor) == (0, 1, 120.0, "start")


def test_nothing_goes_where_the_label_of_another_stands_below_its_marks() -> None:
    items = [Item("long", 120.0, 940.0, "A summit that was put off"), Item("short", 200.0, 216.0, "A call")]

    _, second = placed(items, 6.0, 956.0)

    assert second.row == 2
    assert second.label == "A call"


def test_a_label_begins_right_of_the_name_of_its_lane_and_left_of_the_axis_below_it() -> None:
    items = [Item("first", 120.0, 800.0, "A meeting in Paris"), Item("other", 120.0, 800.0, "A long meeting")]

    first, _ = placed(items, 6.0, 810.0, head=100.0)

    assert (first.row, first.label, first.anchor) == (1, "A meeting in Paris", "end")


def test_labels_are_kept_short_where_long_ones_would_leave_events_out() -> None:
    title = "A long talk about the summit in Budapest"
    crowd = [Item(f"{x}-{n}", x, x + 10, title) for x in (100.0, 290.0) for n in range(11)]

    found = placed(crowd, 95.0, 500.0)

    assert len(found) == 22
    assert {each.label for each in found} == {"A long talk about the summit…"}


def test_a_title_is_cut_word_by_word_and_never_after_one_that_hangs_on_the_next() -> None:
    assert [*cuts("US issues temporary licences, none for Hungary", 60)] == [
        "US issues temporary licences, none for Hungary",
        "US issues temporary licences…",
        "US issues temporary…",
    ]
    assert [*cuts("Putin receives Witkoff and Kushner", 30)] == ["Putin receives Witkoff…", "Putin receives…"]


def test_the_tallest_bar_says_how_many_statements_it_stands_for() -> None:
    more = (statement(f"more-{n}", said="2025-10-22") for n in range(4))
    view = drawn(dossier(*around(), *more))

    (side,) = view.sides
    tallest = max(side.bars, key=lambda bar: bar.height)
    assert view.peak is not None
    assert view.peak.count == tallest.count == 6
    assert tallest.x < view.peak.x < tallest.x + tallest.width
    assert view.peak.y < side.foot - tallest.height
    assert "The height of a bar is the number of statements." in view.caption


def test_a_drawing_of_events_alone_has_no_bars_to_explain() -> None:
    days = ("2025-10-10", "2025-10-12", "2025-10-14")
    view = drawn(dossier(*(event(f"e{day}", day, step("held", day)) for day in days)))

    assert view.peak is None
    assert "bar" not in view.caption


def test_a_side_is_called_by_a_shorter_name_before_its_name_is_cut() -> None:
    sides = {
        "us": actor("us", "state", name="United States of America", country="US"),
        "icc": actor("icc", "organisation", name="International Criminal Court", aliases=("ICC",)),
        "union": actor("union", "organisation", name="Union of Nameless Unions"),
    }
    said = [statement(f"{key}-{n}", key, said=f"2025-10-1{n}") for key in sides for n in range(3)]

    view = drawn(dossier(source("tass"), *sides.values(), *said))

    assert {side.name for side in view.sides} == {"United States", "ICC", "Union of Nameless…"}
    assert {row.name for row in view.rows} == {side.name for side in view.sides}


def test_an_empty_beginning_is_not_what_is_seen_first() -> None:
    early = statement("early", said="2025-08-20")
    late = [statement(f"late-{n}", said=f"2025-10-{n}") for n in range(10, 22)]

    far = drawn(dossier(actor("lavrov"), source("tass", published="2025-10-10"), early, *late))
    near = drawn(dossier(actor("lavrov"), source("tass"), *late[:4], late[-1]))

    assert 0.5 < far.start < 0.9
    assert near.start == 0
