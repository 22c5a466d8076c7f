from datetime import date

from onrecord.pages.charts.tracks import WIDE, Point, Stretch, Track, draw

FIRST, MIDDLE, LAST = date(2025, 10, 1), date(2025, 10, 16), date(2025, 10, 31)


def test_days_lie_on_one_scale_from_the_first_to_the_last() -> None:
    drawn = draw("Days", [Track("all", points=tuple(Point(day, "held") for day in (FIRST, MIDDLE, LAST)))])

    assert drawn is not None
    assert [each.x for each in drawn.tracks[0].points] == [10, 180, 350]
    assert [each.label for each in drawn.ticks] == ["1 Oct 2025", "31 Oct 2025"]


def test_an_open_end_reaches_the_edge_and_is_known_as_open() -> None:
    drawn = draw("Roles", [Track("minister", stretches=(Stretch(MIDDLE, None),))], until=LAST)

    assert drawn is not None
    span = drawn.tracks[0].spans[0]
    assert (span.x, span.x + span.width, span.open_start, span.open_end) == (10, 350, False, True)


def test_a_plan_for_an_earlier_day_is_joined_backwards() -> None:
    points = (Point(FIRST, "held"), Point(LAST, "planned"))
    drawn = draw("Life", [Track("step", points=points, reach=Stretch(LAST, FIRST))])

    assert drawn is not None
    assert drawn.tracks[0].reach is not None
    assert drawn.tracks[0].reach.width == 340


def test_a_thread_leads_from_track_to_track() -> None:
    tracks = [
        Track("announced", points=(Point(FIRST, "announced"),)),
        Track("held", points=(Point(LAST, "held"),)),
    ]
    drawn = draw("Life", tracks, thread=[(0, FIRST), (1, LAST)])

    assert drawn is not None
    assert drawn.thread == f"10.0,{drawn.tracks[0].y} 350.0,{drawn.tracks[1].y}"


def test_a_wide_drawing_gives_crowded_months_more_room() -> None:
    days = [*(date(2025, 10, day) for day in range(1, 21)), date(2026, 3, 20)]
    track = Track("all", points=tuple(Point(day, "held") for day in days))
    wide, narrow = draw("Wide", [track], width=WIDE), draw("Narrow", [track])

    assert wide is not None
    assert narrow is not None
    share_of = [each.tracks[0].points[19].x / each.width for each in (wide, narrow)]
    assert share_of[0] > 3 * share_of[1]


def test_without_a_day_there_is_nothing_to_draw() -> None:
    assert draw("Nothing", [Track("empty", stretches=(Stretch(None, None),))]) is None


def test_a_single_day_has_a_single_tick() -> None:
    drawn = draw("One", [Track("one", points=(Point(FIRST, "held"),))])

    assert drawn is not None
    assert len(drawn.ticks) == 1


def test_months_are_named_between_the_ends_where_there_is_room() -> None:
    drawn = draw("Months", [Track("all", points=(Point(FIRST, "held"), Point(date(2026, 3, 20), "held")))])

    assert drawn is not None
    assert [each.label for each in drawn.ticks] == ["1 Oct 2025", "", "Dec", "Jan", "Feb", "", "20 Mar 2026"]


def test_years_are_told_where_months_would_be_too_many() -> None:
    drawn = draw("Years", [Track("all", points=(Point(date(2020, 5, 1), "held"), Point(FIRST, "held")))])

    assert drawn is not None
    assert [each.label for each in drawn.ticks] == [
        "1 May 2020",
        "",
        "2022",
        "2023",
        "2024",
        "",
        "1 Oct 2025",
    ]
