"""Tracks on one scale of time: the layout of the small drawings on record pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.pages.charts.time_scale import MONTHS, TimeScale, time_scale
from onrecord.pages.charts.views import PointView, SpanView, TickView, TracksView, TrackView
from onrecord.pages.days import day_view

_MARGIN = 10
NARROW, WIDE = 360, 460
"""Widths of drawings, in the units of their text."""

_DATE, _NAME, _MOST_MONTHS = 70, 28, 18
"""Room for a date and for a month in the same units, and how many months are told apart."""

_ROW, _TOP, _LABEL, _RAIL, _AXIS = 36, 2, 11, 23, 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days; ``None`` where it is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Point:
    """A day with the key of its mark."""

    day: date
    key: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """What lies on one line; ``reach`` joins a day to the day that was planned on it."""

    label: str
    stretches: tuple[Stretch, ...] = ()
    points: tuple[Point, ...] = ()
    reach: Stretch | None = None


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    width: int
    crowds: TimeScale | None = None

    def x(self, day: date) -> float:
        if self.crowds:
            return self.crowds.x(day)
        days = max((self.last - self.first).days, 1)
        share = (day - self.first).days / days
        return round(_MARGIN + share * (self.width - 2 * _MARGIN), 1)

    def span(self, stretch: Stretch) -> SpanView:
        start = self.x(max(stretch.first or self.first, self.first))
        end = self.x(min(stretch.last or self.last, self.last))
        return SpanView(start, round(max(end - start, 2), 1), stretch.first is None, stretch.last is None)


def draw(
    title: str,
    tracks: Sequence[Track],
    until: date | None = None,
    thread: Iterable[tuple[int, date]] = (),
    width: int = NARROW,
) -> TracksView | None:
    """Lay out ``tracks`` on a scale that ends no earlier than ``until``; nothing if no day is known.

    ``thread`` leads from day to day through the tracks of those numbers, counted from 0.
    A ``WIDE`` drawing gives months with many days in them more room.
    """
    days = sorted(day for track in tracks for day in _days(track))
    if not days:
        return None
    last = max(days[-1], until or days[-1])
    crowds = time_scale(days, last, _MARGIN, width - _MARGIN) if width == WIDE else None
    scale = _Scale(days[0], last, width, crowds)
    rows = tuple(_row(track, index, scale) for index, track in enumerate(tracks))
    height = _TOP + _ROW * len(rows) + _AXIS
    through = " ".join(f"{scale.x(day)},{rows[track].y}" for track, day in thread)
    return TracksView(title, width, height, _MARGIN, width - _MARGIN, rows, _ticks(scale), through)


def _days(track: Track) -> tuple[date, ...]:
    stretches = (*track.stretches, *((track.reach,) if track.reach else ()))
    ends = (day for stretch in stretches for day in (stretch.first, stretch.last) if day)
    return (*ends, *(point.day for point in track.points))


def _row(track: Track, index: int, scale: _Scale) -> TrackView:
    top = _TOP + _ROW * index
    return TrackView(
        track.label,
        top + _LABEL,
        top + _RAIL,
        tuple(scale.span(each) for each in track.stretches),
        tuple(PointView(scale.x(each.day), each.key, each.struck) for each in track.points),
        scale.span(_forward(track.reach)) if track.reach else None,
    )


def _forward(stretch: Stretch) -> Stretch:
    if stretch.first and stretch.last and stretch.last < stretch.first:
        return Stretch(stretch.last, stretch.first)
    return stretch


def _ticks(scale: _Scale) -> tuple[TickView, ...]:
    first = TickView(_MARGIN, day_view(scale.first).short, "start")
    if scale.first == scale.last:
        return (first,)
    last = TickView(scale.width - _MARGIN, day_view(scale.last).short, "end")
    return (first, *_between(scale), last)


def _between(scale: _Scale) -> Iterator[TickView]:
    """Yield the beginnings of months, over many months of years; those are named that have room."""
    starts = _months(scale)
    yearly = len(starts) > _MOST_MONTHS
    free, end = float(_MARGIN + _DATE), scale.width - _MARGIN - _DATE
    for day in (each for each in starts if not yearly or each.month == 1):
        x = scale.x(day)
        named = free <= x - _NAME / 2 and x + _NAME / 2 <= end
        free = x + _NAME / 2 if named else free
        label = str(day.year) if yearly else MONTHS[day.month - 1]
        yield TickView(x, label if named else "", "middle")


def _months(scale: _Scale) -> tuple[date, ...]:
    numbers = range(scale.first.year * 12 + scale.first.month, scale.last.year * 12 + scale.last.month)
    return tuple(date(number // 12, number % 12 + 1, 1) for number in numbers)
