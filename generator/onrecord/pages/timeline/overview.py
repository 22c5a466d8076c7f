"""The drawn timeline: events in lanes by kind above an axis, statements a week by side below it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.dossier.timeline import Entry, entries
from onrecord.pages.charts.time_scale import Tick, TimeScale, time_scale
from onrecord.pages.here import Here
from onrecord.pages.timeline.entries import month_title
from onrecord.pages.timeline.legend import LegendEntry, legend
from onrecord.pages.timeline.overview_density import OTHERS, Bar, lane_order, lanes_of, weekly
from onrecord.pages.timeline.overview_events import LaneView, event_lanes, main_events
from onrecord.pages.words.titles import short_name, shortened

WIDTH = 960
_LEFT, _RIGHT = 116.0, 948.0
_TOP, _AXIS, _SIDE = 6.0, 24.0, 30.0
_LONELY = timedelta(days=60)
_LONGEST = timedelta(days=62)
_NAME, _ABOVE = 19, 2.5
_MONTHS = 24
_DRAWN = 60


@dataclass(frozen=True, slots=True)
class SideView:
    """The statements of one side: its name, the foot of its bars, and the bars.

    They are drawn as one ``path``: a browser looks up styles for each element, again and again. ``numbers``
    has of each bar the day it begins on, its place, width and height, and how many statements it stands for.
    """

    key: str
    name: str
    foot: float
    bars: tuple[Bar, ...]

    @property
    def path(self) -> str:
        """The outlines of all bars, as SVG writes them."""
        return "".join(
            f"M{each.x} {self.foot}v-{each.height}h{each.width}v{each.height}z" for each in self.bars
        )

    @property
    def numbers(self) -> str:
        """The bars as numbers, with commas in them and spaces between them."""
        return " ".join(f"{each.week},{each.x},{each.width},{each.height},{each.count}" for each in self.bars)


@dataclass(frozen=True, slots=True)
class PeakView:
    """How many statements the tallest of all bars stands for, and where that is written."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class CountRow:
    """A side's statements in each column of the table."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """A chart in its own units, ``width`` by ``height``; the axis lies from ``axis`` to ``below``.

    Where there is no room for all of it, what lies about ``start``, a share of the width, is seen first.
    ``scale`` says where days lie, as ``2025-10-01:116.0`` with spaces between; ``columns`` and ``rows``
    are the statements in numbers.
    """

    width: int
    height: float
    left: float
    axis: float
    below: float
    caption: str
    scale: str
    ticks: tuple[Tick, ...]
    lanes: tuple[LaneView, ...]
    sides: tuple[SideView, ...]
    peak: PeakView | None
    columns: tuple[str, ...]
    rows: tuple[CountRow, ...]
    legend: tuple[LegendEntry, ...]
    start: float = 0.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is drawn: at most so many ``events``, and ``bars`` for each side if they are limited.

    Of less than the ``fewest`` entries nothing is drawn.
    """

    events: int = _DRAWN
    bars: int | None = None
    fewest: int = 3

    def weeks(self, scale: TimeScale) -> int:
        """Return how many weeks are drawn as one bar."""
        return 1 if self.bars is None else (scale.last - scale.first).days // (7 * self.bars) + 1


WHOLE = Extent()
"""All that the timeline of a dossier has room for."""


def overview(
    here: Here,
    found: Iterable[Entry] | None = None,
    *,
    steppable: bool = False,
    extent: Extent = WHOLE,
) -> OverviewView | None:
    """Return the chart of a timeline, or nothing where there is too little to draw.

    A page that can be stepped back in time gets what past days knew as well.
    """
    found = entries(here.dossier) if found is None else tuple(found)
    dated = [(day, entry) for entry in found if (day := entry.when.first_day)]
    dated.sort(key=lambda pair: pair[0])
    start = _start([day for day, _ in dated])
    drawn = [pair for pair in dated[start:] if pair[0].year > 1]
    if len(drawn) < extent.fewest or drawn[0][0] == drawn[-1][0]:
        return None
    days = [day for day, _ in drawn]
    scale = time_scale(days, max((*days, *_ends(drawn))), _LEFT, _RIGHT)
    ids = {entry.record_id for _, entry in drawn if entry.folder == "events"}
    main = main_events(here.dossier, ids, extent.events)
    lanes = event_lanes(here, main, scale, _TOP, steppable=steppable)
    left_out = len(ids) - sum(len(lane.items) for lane in lanes)
    said = {entry.record_id: day for day, entry in drawn if entry.folder == "statements"}
    sides = lanes_of(here.dossier, (entry.record_id for entry in found if entry.folder == "statements"))
    by_side = {key: [day for each, day in said.items() if sides[each] == key] for key in lane_order(sides)}
    weeks = extent.weeks(scale)
    caption = _what(lanes, by_side, weeks) + _caption(scale, start, left_out, bars=bool(by_side))
    chart = _chart(here, scale, lanes, _Said(by_side, weekly(by_side, scale, weeks)), caption)
    return replace(chart, start=_seen_first(days, scale))


@dataclass(frozen=True, slots=True)
class _Said:
    """The days on which each side spoke, and their bars."""

    days: Mapping[str, Sequence[date]]
    bars: Mapping[str, tuple[Bar, ...]]


def _chart(
    here: Here,
    scale: TimeScale,
    lanes: tuple[LaneView, ...],
    said: _Said,
    caption: str,
) -> OverviewView:
    axis = max((lane.top + lane.height for lane in lanes), default=_TOP)
    sides = tuple(
        SideView(key, _name(here, key, len(said.days)), axis + _AXIS + (index + 1) * _SIDE, said.bars[key])
        for index, key in enumerate(said.days)
    )
    columns = _columns(day for days in said.days.values() for day in days)
    return OverviewView(
        width=WIDTH,
        height=axis + _AXIS + len(sides) * _SIDE + 4,
        left=_LEFT,
        axis=axis,
        below=axis + _AXIS,
        caption=caption,
        scale=" ".join(f"{day.isoformat()}:{place}" for day, place in scale.knots),
        ticks=scale.ticks,
        lanes=lanes,
        sides=sides,
        peak=_peak(sides),
        columns=tuple(_column_title(each) for each in columns),
        rows=tuple(_row(_name(here, key, 2), found, columns) for key, found in said.days.items()),
        legend=legend(lanes),
    )


def _name(here: Here, key: str, sides: int) -> str:
    if sides == 1:
        return "Statements"
    if key == OTHERS:
        return "All others"
    actor = here.dossier.actors.get(key)
    return short_name(actor, _NAME) if actor else shortened(here.record(key).text, _NAME)


def _peak(sides: Iterable[SideView]) -> PeakView | None:
    bars = [(side.foot, bar) for side in sides for bar in side.bars]
    if not bars:
        return None
    foot, bar = max(bars, key=lambda pair: pair[1].count)
    return PeakView(round(bar.x + bar.width / 2, 1), round(foot - bar.height - _ABOVE, 1), bar.count)


def _start(days: Sequence[date]) -> int:
    """Return the index of the first day that is no lonely forerunner of the rest."""
    start = 0
    for index in range(len(days) // 4):
        if days[index + 1] - days[index] > _LONELY:
            start = index + 1
    return start


def _seen_first(days: Sequence[date], scale: TimeScale) -> float:
    """Return where the last two thirds of the entries begin, or the left end if that is near."""
    x = scale.x(days[len(days) // 3])
    return round(x / WIDTH, 2) if x > 2 * _LEFT else 0.0


def _ends(drawn: Iterable[tuple[date, Entry]]) -> Iterable[date]:
    """Return the last days of what is not so long that it would squeeze the rest."""
    ends = ((day, entry.when.last_day) for day, entry in drawn)
    return [last for day, last in ends if last and last - day <= _LONGEST]


def _what(lanes: Sequence[LaneView], sides: Mapping[str, object], weeks: int) -> str:
    by = "week by week" if weeks == 1 else f"{weeks} weeks at a time"
    if lanes and sides:
        return f"Events above the line, statements {by} below it"
    return "Events" if lanes else f"Statements {by}"


def _caption(scale: TimeScale, earlier: int, left_out: int, *, bars: bool) -> str:
    first, last = (month_title(day.isoformat()[:7]) for day in (scale.first, scale.last))
    said = f"; {first} to {last}."
    if bars:
        said += " The height of a bar is the number of statements."
    if len(scale.knots) > 2:  # noqa: PLR2004  # more than the two ends
        said += " Months with more on record are drawn wider."
    if earlier:
        said += f" {earlier} earlier {'entry is' if earlier == 1 else 'entries are'} not drawn."
    if left_out:
        said += f" {left_out} {'event is' if left_out == 1 else 'events are'} not drawn."
    return said


def _columns(days: Iterable[date]) -> tuple[str, ...]:
    months = sorted({day.isoformat()[:7] for day in days})
    return tuple(months) if len(months) <= _MONTHS else tuple(sorted({each[:4] for each in months}))


def _column_title(column: str) -> str:
    return month_title(column) if "-" in column else column


def _row(name: str, days: Iterable[date], columns: Iterable[str]) -> CountRow:
    counts = Counter(day.isoformat()[:7] for day in days)
    return CountRow(
        name, tuple(sum(n for month, n in counts.items() if month.startswith(each)) for each in columns)
    )
