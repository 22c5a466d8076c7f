"""When an event stands in a calendar, if it can: on which days, how firmly, called what."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from onrecord.dossier.lives import Life
from onrecord.records.events import Event
from onrecord.records.when import Certainty, Precision, When

Firmness = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]

_HAPPENS = frozenset({"held", "under-way"})
_FIRMNESS: dict[str, Firmness] = {
    "floated": "TENTATIVE",
    "announced": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "called-off": "CANCELLED",
    "never-held": "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class Appointment:
    """A moment in UTC, or whole days up to ``end``, which is the day after the last one, as calendars count.

    ``vague`` tells that the event lies somewhere in these days, or about them, and need not fill them.
    """

    when: When
    start: datetime | date
    end: date | None
    vague: bool
    firmness: Firmness


def appointment(event: Event, life: Life) -> Appointment | None:
    """Return where an event stands in a calendar; nothing if its date is unknown or open at one end.

    An event that takes or took place stands at its own date. One to come stands where it is planned for.
    One that was put off without another date, or called off, stands cancelled where it last was.
    """
    when, firmness = _date(event, life)
    first = when.first_day if when else None
    last = when.last_day if when else None
    if when is None or when.first is None or first is None or last is None or last == date.max:
        return None
    if when.precision is Precision.INSTANT:
        return Appointment(when, when.first.astimezone(UTC), None, vague=False, firmness=firmness)
    return Appointment(when, first, last + timedelta(days=1), _is_vague(when), firmness)


def _date(event: Event, life: Life) -> tuple[When | None, Firmness]:
    past = next((step.planned_for for step in reversed(life.steps) if step.planned_for), None)
    own = None if event.when.precision is Precision.UNKNOWN else event.when
    if life.state in _HAPPENS:
        return own or life.planned_for or past, "CONFIRMED"
    if life.planned_for:
        return life.planned_for, _FIRMNESS.get(life.state, "TENTATIVE")
    return own or past, _FIRMNESS.get(life.state, "CANCELLED") if own else "CANCELLED"


def _is_vague(when: When) -> bool:
    exact = when.precision is Precision.DAY or when.is_interval
    return when.certainty is not Certainty.SURE or not exact
