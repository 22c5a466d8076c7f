"""The life of an event, drawn: a line through time that goes up and down between its states."""

from collections.abc import Sequence
from datetime import date

from onrecord.pages.charts.tracks import WIDE, Point, Stretch, Track, draw
from onrecord.pages.charts.views import TracksView
from onrecord.pages.words.wording import states_of
from onrecord.records.events import Event, Step
from onrecord.records.when import When

_LADDER = ("held", "under-way", "confirmed", "announced", "floated", "put-off", "called-off", "never-held")
"""States from the nearest to being held down to the farthest from it."""

_GIVEN_UP = frozenset({"put-off", "called-off", "never-held"})


def life_chart(event: Event, steps: Sequence[Step]) -> TracksView | None:
    """Return the drawing of the steps of an event, given in time order.

    A track for each state that occurs, the nearest to being held on top, and one for planned dates.
    """
    dated = [(step, day) for step in steps if (day := _day(step.on))]
    states = [state for state in _LADDER if any(step.state == state for step, _ in dated)]
    tracks = [_state_track(event, state, dated) for state in states]
    plans = _plans(steps)
    thread = [(states.index(step.state), day) for step, day in dated]
    described = f"How the event “{event.title}” went from step to step"
    return draw(described, [*tracks, *((plans,) if plans else ())], thread=thread, width=WIDE)


def given_up(steps: Sequence[Step]) -> frozenset[int]:
    """Return which steps had planned a date that a later step gave up or moved."""
    return frozenset(
        index
        for index, step in enumerate(steps)
        if step.planned_for and any(_gives_up(later, step.planned_for) for later in steps[index + 1 :])
    )


def _gives_up(later: Step, planned: When) -> bool:
    return later.state in _GIVEN_UP or later.planned_for not in (None, planned)


def _state_track(event: Event, state: str, dated: Sequence[tuple[Step, date]]) -> Track:
    return Track(
        states_of(event.kind)[state],
        points=tuple(Point(day, state) for step, day in dated if step.state == state),
    )


def _plans(steps: Sequence[Step]) -> Track | None:
    """Return the track of the dates that were planned, those given up struck out."""
    gone = given_up(steps)
    planned = [(step.planned_for, index in gone) for index, step in enumerate(steps) if step.planned_for]
    middles = [(when, day, struck) for when, struck in planned if (day := _middle(when))]
    if not middles:
        return None
    stretches = (Stretch(when.first_day or day, when.last_day or day) for when, day, _ in middles)
    return Track(
        "dates planned (struck: given up)" if any(struck for *_, struck in middles) else "dates planned",
        tuple(each for each in stretches if each.first != each.last),
        tuple(Point(day, "planned", struck) for _, day, struck in middles),
    )


def _day(when: When) -> date | None:
    return when.first_day or when.last_day


def _middle(when: When) -> date | None:
    """Return the day in the middle of a date, or at its closed end."""
    first, last = when.first_day, when.last_day
    return first + (last - first) / 2 if first and last else first or last
