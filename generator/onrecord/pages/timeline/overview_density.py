"""How many statements each side made, week by week."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.sides import day_of, side
from onrecord.pages.charts.time_scale import TimeScale

_SIDES = 5
_HEIGHT, _LEAST_HEIGHT, _LEAST_WIDTH, _GAP = 24.0, 3.0, 2.5, 1.0
_WEEK = timedelta(days=7)
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Bar:
    """The statements of one side in one week or more; ``week`` is the ISO day it begins on."""

    x: float
    width: float
    height: float
    week: str
    count: int


def lanes_of(dossier: Dossier, statement_ids: Iterable[str]) -> dict[str, str]:
    """Return the lane of each statement: its speaker's side that day, if it is one of the main ones."""
    sides = {
        each: side(dossier, dossier.statements[each].speaker, day_of(dossier.statements[each].said))
        for each in statement_ids
    }
    counts = Counter(sides.values())
    order = sorted(counts, key=lambda key: (_is_no_party(dossier, key), -counts[key], key))
    main = set(order if len(order) <= _SIDES + 1 else order[:_SIDES])
    return {each: found if found in main else OTHERS for each, found in sides.items()}


def _is_no_party(dossier: Dossier, actor_id: str) -> bool:
    actor = dossier.actors.get(actor_id)
    return actor is None or actor.kind in ("media", "anonymous")


def lane_order(lanes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the lanes, those with most statements first, all others last."""
    counts = Counter(lanes.values())
    return tuple(sorted(counts, key=lambda key: (key == OTHERS, -counts[key], key)))


def weekly(
    days: Mapping[str, Iterable[date]], scale: TimeScale, weeks: int = 1
) -> dict[str, tuple[Bar, ...]]:
    """Return the bars of each lane, one for so many weeks; all lanes have one scale of height."""
    start, step = week_of(scale.first), _WEEK * weeks
    counts = {
        lane: Counter(max(start + (day - start) // step * step, scale.first) for day in found)
        for lane, found in days.items()
    }
    most = max((number for found in counts.values() for number in found.values()), default=1)
    return {
        lane: tuple(_bar(week, number, most, scale, weeks) for week, number in sorted(found.items()))
        for lane, found in counts.items()
    }


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _bar(week: date, count: int, most: int, scale: TimeScale, weeks: int) -> Bar:
    left = scale.x(week)
    width = max(_LEAST_WIDTH, scale.x(week_of(week) + _WEEK * weeks) - left - _GAP)
    height = max(_LEAST_HEIGHT, _HEIGHT * count / most)
    return Bar(left, round(width, 1), round(height, 1), week.isoformat(), count)
