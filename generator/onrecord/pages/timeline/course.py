"""The drawn timeline of one record: smaller than that of the dossier, and nothing in it moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.dossier.timeline import entries_about
from onrecord.pages.here import Here
from onrecord.pages.timeline.overview import Extent, OverviewView, overview
from onrecord.pages.timeline.overview_events import ItemView

_EXTENT = Extent(events=12, bars=45, fewest=5)


@dataclass(frozen=True, slots=True)
class CourseView:
    """A chart, the keys of its marks, and at which ends things fade."""

    chart: OverviewView
    keys: tuple[str, ...]
    fades: tuple[str, ...]


def course(here: Here, record_id: str) -> CourseView | None:
    """Return the chart of all entries about a record, or nothing where there is too little to draw."""
    chart = overview(here, entries_about(here.dossier, record_id), extent=_EXTENT)
    if chart is None:
        return None
    lanes = tuple(replace(lane, items=tuple(map(_told_shortly, lane.items))) for lane in chart.lanes)
    items = [item for lane in lanes for item in lane.items]
    return CourseView(
        replace(chart, lanes=lanes),
        tuple(sorted({each.value.key for item in items for each in item.marks})),
        tuple(sorted(_fades(items))),
    )


def _fades(items: Iterable[ItemView]) -> set[str]:
    found = list(items)
    stretches = {each.value.fade for item in found for each in item.stretches}
    plans = {each.value.fade for item in found for each in item.plans}
    return {fade for fade in stretches | plans if fade}


def _told_shortly(item: ItemView) -> ItemView:
    """Tell the last step of an event only: its own page tells all of them."""
    return replace(item, told=item.marks[-1].value.title) if item.marks else item
