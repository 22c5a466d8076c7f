"""Which of two dates comes first, as far as they say."""

from datetime import UTC, date, datetime, timedelta

from onrecord.records.when_value import Bound, Certainty, Precision, When
from onrecord.records.zones import EASTMOST, WESTMOST

_UNIT = {
    Precision.DAY: timedelta(days=1),
    Precision.MONTH: timedelta(days=31),
    Precision.SEASON: timedelta(days=92),
    Precision.YEAR: timedelta(days=366),
}


def certainly_before(a: When, b: When) -> bool:
    """Whether ``a`` was over before ``b`` began, whatever their vagueness hides.

    "Possibly" (``?``, ``%``) is never certain. "About" (``~``) may be off by one unit of its own: a day for
    a day, a year for a year. Dates without a zone are of one calendar among themselves; beside a timestamp,
    a day may have begun 14 hours before and ended 12 hours after the UTC day of that name.
    """
    if a.last is None or b.first is None or b.first <= a.last:
        return False
    late, early = _slack(a.end), _slack(b.start)
    if late is None or early is None:
        return False
    if b.precision is Precision.INSTANT is not a.precision:
        late -= WESTMOST
    if a.precision is Precision.INSTANT is not b.precision:
        early += EASTMOST
    return b.first - a.last > late + early


def possible_on_or_before(when: When, day: date) -> bool:
    """Whether it may have begun by the end of that day, by the calendar it was written in.

    A date that is unknown, or open towards the past, may.
    """
    return when.first_day is None or when.first_day <= day


def timeline_key(when: When) -> tuple[datetime, timedelta]:
    """Order a timeline: earliest possible moment, then narrower before wider, unknown dates last.

    A date that is open towards the past comes before all others.
    """
    if when.precision is Precision.UNKNOWN:
        return datetime.max.replace(tzinfo=UTC), timedelta.max
    first = when.first or datetime.min.replace(tzinfo=UTC)
    width = timedelta.max if when.first is None or when.last is None else when.last - when.first
    return first, width


def _slack(bound: Bound | None) -> timedelta | None:
    """Return by how much a bound may be off: by nothing if it is a timestamp's, which is never vague."""
    if bound is None or bound.certainty is Certainty.SURE:
        return timedelta()
    if bound.certainty is not Certainty.APPROXIMATE:
        return None
    # The one other qualified form is a run of years, such as 201X~.
    return _UNIT.get(bound.precision) or bound.last - bound.first
