"""The life of an event, drawn: each step on its day, joined to the day that was then planned."""

from collections.abc import Sequence
from datetime import date

from onrecord.pages.record_views import TracksView
from onrecord.pages.tracks import Point, Stretch, Track, draw
from onrecord.pages.wording import STATES
from onrecord.records.events import Step
from onrecord.records.when import When, short_words

_GIVEN_UP = frozenset({"put-off", "called-off", "never-held"})


def life_chart(title: str, steps: Sequence[Step]) -> TracksView | None:
    """Return the drawing of the steps of an event called ``title``, given in time order."""
    gone = given_up(steps)
    tracks = [_track(step, struck=index in gone) for index, step in enumerate(steps)]
    return draw(f"How the event “{title}” went from step to step", tracks)


def given_up(steps: Sequence[Step]) -> frozenset[int]:
    """Return which steps had planned a date that a later step gave up or moved."""
    return frozenset(
        index
        for index, step in enumerate(steps)
        if step.planned_for and any(_gives_up(later, step.planned_for) for later in steps[index + 1 :])
    )


def _gives_up(later: Step, planned: When) -> bool:
    return later.state in _GIVEN_UP or later.planned_for not in (None, planned)


def _track(step: Step, *, struck: bool) -> Track:
    label = f"{STATES[step.state]}, {short_words(step.on)}"
    day = step.on.first_day or step.on.last_day
    points = (Point(day, step.state),) if day else ()
    plan = _middle(step.planned_for) if step.planned_for else None
    if plan is None or step.planned_for is None:
        return Track(label, points=points)
    label = f"{label}: planned for {short_words(step.planned_for)}"
    marks = (*points, Point(plan, "planned", struck))
    stretch = Stretch(step.planned_for.first_day or plan, step.planned_for.last_day or plan)
    stretches = () if stretch.first == stretch.last else (stretch,)
    return Track(label, stretches, marks, Stretch(day, plan) if day else None)


def _middle(when: When) -> date | None:
    """Return the day in the middle of a date, or at its closed end."""
    first, last = when.first_day, when.last_day
    return first + (last - first) / 2 if first and last else first or last
