"""The drawn timeline: events with their states above an axis, statements a week as bars below it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.dossier.timeline import Entry, entries
from onrecord.pages.entries import month_title
from onrecord.pages.here import Here, shortened
from onrecord.pages.wording import STATES

WIDTH = 960
_MARGIN = 14
_ROWS = 7
_ROW_HEIGHT = 22
_TOP = 14
_BARS_HEIGHT = 64
_LETTER = 6.1
_LABEL_LENGTH = 38
_LONELY = timedelta(days=60)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Tick:
    """A month on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The statements of one week."""

    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Point:
    """An event: ``span`` is its length on the axis; ``label`` is empty where it would collide."""

    x: float
    y: float
    span: float
    key: str
    label: str
    label_x: float
    anchor: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """A chart in its own units, ``width`` by ``height``; ``axis`` is the height of the axis."""

    width: int
    height: int
    axis: float
    caption: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(_MARGIN + min(1.0, max(0.0, share)) * (WIDTH - 2 * _MARGIN), 1)


def overview(here: Here, found: Iterable[Entry] | None = None) -> OverviewView | None:
    """Return the chart of a timeline, or nothing where there is too little to draw."""
    dated = [(entry.when.first_day, entry) for entry in (entries(here.dossier) if found is None else found)]
    known = sorted(((day, entry) for day, entry in dated if day), key=lambda pair: pair[0])
    start = _start([day for day, _ in known])
    drawn = [pair for pair in known[start:] if pair[0].year > 1]
    if len(drawn) < _FEWEST or drawn[0][0] == drawn[-1][0]:
        return None
    scale = _Scale(drawn[0][0], drawn[-1][0])
    points = _points(here, scale, [entry for _, entry in drawn])
    axis = max((point.y for point in points), default=0.0) + _ROW_HEIGHT
    bars = _bars(scale, [day for day, entry in drawn if entry.folder == "statements"], axis)
    return OverviewView(
        WIDTH, int(axis + 24 + _BARS_HEIGHT), axis, _caption(scale, start), _ticks(scale), bars, points
    )


def _start(days: Sequence[date]) -> int:
    """Return the index of the first day that is no lonely forerunner of the rest."""
    start = 0
    for index in range(len(days) // 4):
        if days[index + 1] - days[index] > _LONELY:
            start = index + 1
    return start


def _caption(scale: _Scale, earlier: int) -> str:
    span = f"{month_title(scale.first.isoformat()[:7])} to {month_title(scale.last.isoformat()[:7])}"
    left_out = f" {earlier} earlier entries stand in the list only." if earlier > 1 else ""
    return f"Events by state above the line, statements a week below it; {span}.{left_out}"


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    total = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = max(1, total // 10)
    numbers = range(scale.first.year * 12 + scale.first.month, scale.last.year * 12 + scale.last.month, step)
    days = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return tuple(
        Tick(scale.x(day), f"{month_title(day.isoformat()[:7])[:3]} {day.year}")
        for day in days
        if day <= scale.last
    )


def _bars(scale: _Scale, days: Sequence[date], axis: float) -> tuple[Bar, ...]:
    weeks = Counter(day - timedelta(days=day.weekday()) for day in days)
    most = max(weeks.values(), default=1)
    return tuple(
        Bar(
            scale.x(week),
            axis + 20,
            max(2.0, round(scale.x(week + timedelta(days=7)) - scale.x(week) - 1.5, 1)),
            round(count / most * _BARS_HEIGHT, 1),
            f"{count} statements in the week of {week.day} {month_title(week.isoformat()[:7])}",
        )
        for week, count in sorted(weeks.items())
    )


def _points(here: Here, scale: _Scale, drawn: Iterable[Entry]) -> tuple[Point, ...]:
    events = [entry for entry in drawn if entry.folder == "events"]
    ordered = sorted(
        events, key=lambda e: (-len(here.dossier.backlinks.get(e.record_id, ())), e.record_id, e.step or -1)
    )
    rows: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    labelled: set[str] = set()
    points = []
    for entry in ordered:
        point = _point(here, scale, entry, rows, labelled)
        labelled.add(entry.record_id)
        points.append(point)
    return tuple(sorted(points, key=lambda point: (point.x, point.y, point.title)))


def _point(
    here: Here, scale: _Scale, entry: Entry, rows: list[list[tuple[float, float]]], labelled: set[str]
) -> Point:
    event = here.dossier.events[entry.record_id]
    state = event.history[entry.step].state if entry.step is not None else here.site.lives[event.id].state
    first = entry.when.first_day or scale.first
    x = scale.x(first)
    span = round(scale.x(entry.when.last_day or first) - x, 1)
    label = "" if event.id in labelled else shortened(event.title, _LABEL_LENGTH)
    row, label, label_x, anchor = _placed(x, span, label, rows)
    title = f"{event.title}: {STATES[state]}, {here.time(entry.when).words}"
    y = _TOP + row * _ROW_HEIGHT
    return Point(x, y, span, state, label, label_x, anchor, title, here.record(event.id).href)


def _placed(
    x: float, span: float, label: str, rows: list[list[tuple[float, float]]]
) -> tuple[int, str, float, str]:
    """Choose the row, and the side of the label, where nothing is covered; give the label up before the point."""
    room = len(label) * _LETTER + 14
    sides = (("start", x - 8, x + span + room), ("end", x - room, x + span + 8))
    for text in (label, "") if label else ("",):
        for row, taken in enumerate(rows):
            for anchor, left, right in sides if text else (("start", x - 8, x + span + 8),):
                if left >= 0 and right <= WIDTH and all(right <= a or left >= b for a, b in taken):
                    taken.append((left, right))
                    return row, text, (x + span + 10) if anchor == "start" else x - 10, anchor
    return len(rows) - 1, "", x, "start"
