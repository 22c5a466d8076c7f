"""A scale of time that gives months with much in them more room."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from operator import itemgetter

_LINEAR_UNTIL = timedelta(days=62)
_EVEN = 0.35
_LABEL, _NAME, _TICK = 54, 26, 7


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a month begins; ``label`` is empty where there is no room for it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days to places on a line: straight between ``knots``, each a day and its place."""

    knots: tuple[tuple[date, float], ...]

    @property
    def first(self) -> date:
        """The day at the left end."""
        return self.knots[0][0]

    @property
    def last(self) -> date:
        """The day at the right end."""
        return self.knots[-1][0]

    def x(self, day: date) -> float:
        """Return the place of a day; what lies outside lies at the end."""
        index = min(max(bisect_right(self.knots, day, key=itemgetter(0)), 1), len(self.knots) - 1)
        (start, left), (end, right) = self.knots[index - 1 : index + 1]
        share = (min(max(day, start), end) - start) / (end - start)
        return round(left + share * (right - left), 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of months, of years where months would be too close."""
        months = [day for day in _months(self.first, self.last) if day.day == 1]
        room = (self.x(self.last) - self.x(self.first)) / max(1, len(months))
        shown = months if room > _TICK else [day for day in months if day.month == 1]
        edges = [*(self.x(day) for day in shown), self.x(self.last)]
        rooms = [right - left for left, right in pairwise(edges)]
        return tuple(map(Tick, edges, _labels(shown, rooms)))


def time_scale(days: Sequence[date], last: date, left: float, right: float) -> TimeScale:
    """Return a scale from the first of ``days`` to ``last`` between two places.

    Over more than two months, a month's width is in part its length and in part its share of ``days``.
    """
    first = min(days)
    if last - first <= _LINEAR_UNTIL:
        return TimeScale(((first, left), (max(last, first + timedelta(days=1)), right)))
    edges = [*_months(first, last), last]
    counts = Counter((day.year, day.month) for day in days)
    crowds = [counts[day.year, day.month] for day in edges[:-1]]
    whole, total = (last - first).days, sum(crowds)
    widths = [
        _EVEN * (end - start).days / whole + (1 - _EVEN) * crowd / total
        for (start, end), crowd in zip(pairwise(edges), crowds, strict=True)
    ]
    places = [left + (right - left) * share for share in accumulate(widths, initial=0.0)]
    return TimeScale(tuple(zip(edges, (round(place, 1) for place in places), strict=True)))


def _months(first: date, last: date) -> list[date]:
    """Return ``first`` and the beginnings of the months after it, before ``last``."""
    numbers = range(first.year * 12 + first.month, last.year * 12 + last.month)
    starts = (date(number // 12, number % 12 + 1, 1) for number in numbers)
    return [first, *(day for day in starts if day < last)]


def _labels(days: Sequence[date], rooms: Sequence[float]) -> Iterator[str]:
    """Name each month as far as there is room, and the year with the first one of it that has room."""
    told = 0
    for day, room in zip(days, rooms, strict=True):
        name = MONTHS[day.month - 1]
        if day.year != told and room >= _LABEL:
            told = day.year
            yield f"{name} {day.year}"
        else:
            yield name if room >= _NAME else ""


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The short names of the months."""
