"""What is drawn of one event: its own time, the steps of its life, the dates that were foreseen and moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from onrecord.dossier.lives import life
from onrecord.pages.charts.time_scale import TimeScale
from onrecord.pages.here import time_view
from onrecord.pages.words.wording import states_of
from onrecord.records.events import Event, Step
from onrecord.records.when import Certainty, Precision, When

_ENDED = frozenset({"put-off", "called-off", "never-held"})
_DATED = frozenset({Precision.INSTANT, Precision.DAY})
_FADE = 9.0
_LEAST = 10.0

Fade = Literal["", "left", "right", "both"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment: ``key`` is the state it shows, ``step`` names the step of the event's life, if it is one."""

    x: float
    key: str
    title: str
    step: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time; ``fade`` tells at which ends it is not sure where it begins or ends."""

    x: float
    width: float
    fade: Fade
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A time that was foreseen; if it came otherwise, ``to`` is the place of what came instead.

    ``made`` is the place and the name of the step that foresaw it, ``ended`` the name of the step that
    came instead, if it was one.
    """

    x: float
    width: float
    fade: Fade
    title: str
    to: float | None
    made: tuple[float, str]
    ended: str


Shape = Mark | Stretch | Plan


def shapes(event: Event, scale: TimeScale) -> tuple[Shape, ...]:
    """Return what to draw of an event, from the back to the front."""
    lived, words = life(event), states_of(event.kind)
    drawn: list[Shape] = list(_plans(event, lived.steps, scale))
    own = _days(event.when)
    if own and scale.first <= own[0]:
        if (stretch := _stretch(event.when, lived.state, scale)) is not None:
            drawn.append(stretch)
        title = f"{words[lived.state]}, {time_view(event.when).words}"
        drawn.append(Mark(scale.x(own[0]), lived.state, title, ""))
    for step in lived.steps:
        days = _days(step.on)
        if days and scale.first <= days[0] and days != own:
            title = f"{words[step.state]}, {time_view(step.on).words}"
            drawn.append(Mark(scale.x(days[0]), step.state, title, step_name(step)))
    return tuple(dict.fromkeys(drawn))


def step_name(step: Step) -> str:
    """Return a name for a step that is the same on every day on which the step is known."""
    return f"{step.state}@{step.on.text}"


def begun(plan: Plan, x: float) -> Plan:
    """Return a plan that begins at ``x`` at the earliest, and there without any doubt."""
    if plan.x >= x:
        return plan
    width = round(max(plan.x + plan.width - x, _LEAST), 1)
    return replace(plan, x=x, width=width, fade="right" if plan.fade in ("right", "both") else "")


def extent(shape: Shape) -> tuple[float, float]:
    """Return the room that a shape takes, from left to right."""
    if isinstance(shape, Mark):
        return shape.x - 8, shape.x + 8
    return shape.x, shape.x + shape.width


def _days(when: When) -> tuple[date, date] | None:
    first, last = when.first_day or when.last_day, when.last_day or when.first_day
    return (first, last) if first and last else None


def _stretch(when: When, key: str, scale: TimeScale) -> Stretch | None:
    """Return the time of an event as a bar, if it is longer than a day or not sure."""
    days, fade = _days(when), _fade(when)
    if days is None or (days[0] == days[1] and not fade):
        return None
    left, right = scale.x(days[0]), scale.x(days[1])
    if fade in ("left", "both"):
        left -= _FADE
    if fade in ("right", "both"):
        right += _FADE
    return Stretch(round(left, 1), round(max(right - left, _LEAST), 1), fade, key)


def _fade(when: When) -> Fade:
    ends = (when.start, when.end) if when.is_interval else ()
    unsure = [
        end is None or end.certainty is not Certainty.SURE or end.precision not in _DATED for end in ends
    ]
    if not ends:
        vague = when.certainty is not Certainty.SURE or when.precision not in _DATED | {Precision.SPAN}
        unsure = [vague, vague]
    return _FADES[unsure[0], unsure[1]]


_FADES: dict[tuple[bool, bool], Fade] = {
    (False, False): "",
    (True, False): "left",
    (False, True): "right",
    (True, True): "both",
}


def _plans(event: Event, steps: Sequence[Step], scale: TimeScale) -> Iterator[Plan]:
    for index, step in enumerate(steps):
        days = _days(step.planned_for) if step.planned_for else None
        if step.planned_for is None or days is None or days[1] < scale.first:
            continue
        instead, ended = _instead(event, step.planned_for, steps[index + 1 :])
        if instead == step.planned_for:
            continue
        bar = _stretch(step.planned_for, "", scale)
        left, width = (bar.x, bar.width) if bar else (scale.x(days[0]) - _LEAST / 2, _LEAST)
        came, known = _days(instead) if instead else None, _days(step.on)
        was = f"on {time_view(step.on).words} foreseen for {time_view(step.planned_for).words}"
        to = scale.x(came[0]) if came else None
        made = (scale.x(known[0] if known else scale.first), step_name(step))
        yield Plan(round(left, 1), width, bar.fade if bar else "", was, to, made, ended)


def _instead(event: Event, planned: When, later: Sequence[Step]) -> tuple[When | None, str]:
    """Return the date that took the place of a planned one, and the name of the step if it is that of one.

    It is the same date if it came as planned.
    """
    for step in later:
        if step.planned_for is not None:
            return step.planned_for, ""
        if step.state in _ENDED:
            return step.on, step_name(step)
        if step.state in ("held", "under-way"):
            return (planned if _overlap(planned, event.when) else event.when), ""
    return None, ""


def _overlap(a: When, b: When) -> bool:
    these, those = _days(a), _days(b)
    return these is None or those is None or (these[0] <= those[1] and those[0] <= these[1])
