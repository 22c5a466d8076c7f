"""The drawn timeline on the page of one record: its own entries, all of them, and never too many."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib

from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.here import Here
from onrecord.pages.records.record_pages import record_page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.pages.timeline.course import course
from onrecord.records.events import Participant
from onrecord.records.ids import ActorId
from onrecord.records.record import Record
from tests.dossier.make import actor, claim, dossier, event, source, stance, statement, step, topic

RENDER = renderer((Path(__file__).parents[2] / "site_templates",))
LAVROV = (Participant(actor=ActorId("lavrov")),)
SAID = tuple(
    statement(
        f"said-{day}", said=f"2025-10-{day}", topics=("summit",), stances=stance("asserts"), sources=("tass",)
    )
    for day in (10, 15, 20, 22, 24)
)
TALKS = event(
    "talks",
    "2025-10~",
    step("announced", "2025-10-12"),
    step("put-off", "2025-10-18"),
    participants=LAVROV,
    topics=("summit",),
)
ELSEWHERE = replace(event("elsewhere", "2025-10-14", step("held", "2025-10-14")), title="Elsewhere")
RECORDS = (actor("lavrov"), actor("rubio"), source("tass"), claim(), topic("summit"), *SAID, TALKS, ELSEWHERE)


def site_of(*records: Record) -> Site:
    return Site(Statuses(dossier(*records)), Addresses())


def drawings(record_id: str) -> list[Any]:
    site = site_of(*RECORDS)
    record = site.dossier.find(record_id)
    assert record is not None
    tree: Any = html5lib.parseFragment(record_page(site, RENDER, record).html, namespaceHTMLElements=False)
    return [each for each in tree.iter("figure") if "or-overview" in each.get("class", "")]


def test_pages_of_actors_topics_and_claims_draw_their_own_entries() -> None:
    found = {key: drawings(key) for key in ("lavrov", "summit", "ready")}

    assert {key: len(each) for key, each in found.items()} == {"lavrov": 1, "summit": 1, "ready": 1}
    words = {key: "".join(figures[0].itertext()) for key, figures in found.items()}
    assert "A meeting" in words["lavrov"]
    assert "A meeting" in words["summit"]
    assert not any("Elsewhere" in each for each in words.values())
    assert "Statements week by week; October 2025" in words["ready"]


def test_every_mark_and_fade_of_a_drawing_is_there_to_be_used() -> None:
    (figure,) = drawings("lavrov")

    there = {f"#{each.get('id')}" for each in figure.iter() if each.get("id")}
    used = {each.get("href") for each in figure.iter("{http://www.w3.org/2000/svg}use")}
    masked = {each.get("mask")[4:-1] for each in figure.iter() if each.get("mask")}
    assert used == {"#or-at-put-off", "#or-at-announced"}
    assert masked == {"#or-fade-both"}
    assert used | masked <= there


def test_every_event_of_a_drawing_has_its_label_even_if_its_marks_go_from_end_to_end() -> None:
    long = replace(
        event(
            "long",
            "unknown",
            step("announced", "2025-10-01"),
            step("put-off", "2025-10-31"),
            participants=LAVROV,
        ),
        title="A summit that never was",
    )
    view = course(Here(site_of(*RECORDS, long), "actors/lavrov/"), "lavrov")

    assert view is not None
    items = [item for lane in view.chart.lanes for item in lane.items]
    labels = {item.key: item.label for item in items}
    assert labels == {"long": "A summit that never was", "talks": "A meeting"}
    assert {item.key for item in items if item.label_y > item.y + 10} == {"long"}


def test_the_height_of_a_bar_is_explained_and_no_number_added() -> None:
    (figure,) = drawings("lavrov")

    assert "The height of a bar is the number of statements." in "".join(figure.itertext())
    assert [each for each in figure.iter() if "or-peak" in each.get("class", "")] == []


def test_a_drawing_that_goes_on_to_the_side_says_so_above_itself() -> None:
    (figure,) = drawings("lavrov")

    assert figure[0].text == "Swipe sideways for more"


def test_nobody_who_is_hardly_named_gets_a_drawing() -> None:
    assert drawings("rubio") == []


def test_a_long_course_is_drawn_no_larger_than_a_short_one() -> None:
    said = [
        statement(f"s-{year}-{month}", said=f"{year}-{month:02}-05")
        for year in range(2000, 2025)
        for month in range(1, 13)
    ]
    talks = [event(f"e-{day}", f"2010-01-{day}", participants=LAVROV) for day in range(10, 30)]
    site = site_of(actor("lavrov"), source("tass"), *said, *talks)

    view = course(Here(site, "actors/lavrov/"), "lavrov")

    assert view is not None
    assert sum(len(side.bars) for side in view.chart.sides) <= 46
    assert sum(len(lane.items) for lane in view.chart.lanes) <= 12
    assert "weeks at a time" in view.chart.caption
    assert "events are not drawn" in view.chart.caption
    assert sum(bar.count for side in view.chart.sides for bar in side.bars) == 300


def test_what_a_list_shows_at_a_glance_gets_no_drawing() -> None:
    four = site_of(actor("lavrov"), source("tass"), claim(), topic("summit"), *SAID[:4])
    five = site_of(actor("lavrov"), source("tass"), claim(), topic("summit"), *SAID)

    assert course(Here(four, "actors/lavrov/"), "lavrov") is None
    assert course(Here(five, "actors/lavrov/"), "lavrov") is not None
