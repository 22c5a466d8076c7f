"""What the marks of a drawn timeline mean: an entry for each sort that is in the drawing, and no other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.timeline.overview_events import ItemView, LaneView
from onrecord.pages.words.wording import ANY_STATES


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark as it is drawn, and what it stands for; ``state`` or ``line`` is the key of its look."""

    words: str
    state: str = ""
    line: str = ""


def legend(lanes: Sequence[LaneView]) -> tuple[LegendEntry, ...]:
    """Return the states that are drawn, in the order of a life, and then the lines and bars."""
    items = tuple(item for lane in lanes for item in lane.items)
    states = {mark.value.key for item in items for mark in item.marks}
    named = (LegendEntry(words, state=key) for key, words in ANY_STATES.items() if key in states)
    return (*named, *_lines(items))


def _lines(items: Sequence[ItemView]) -> Iterator[LegendEntry]:
    plans = tuple(plan.value for item in items for plan in item.plans)
    stretches = tuple(stretch.value for item in items for stretch in item.stretches)
    if any(item.life[0] != item.life[1] for item in items):
        yield LegendEntry("steps of one event", line="life")
    if any(plan.to is None for plan in plans):
        yield LegendEntry("a date once foreseen", line="plan")
    if any(plan.to is not None for plan in plans):
        yield LegendEntry("a date once foreseen, and what came instead", line="moved")
    if any(not stretch.fade for stretch in stretches):
        yield LegendEntry("took this long", line="stretch")
    if any(plan.fade for plan in plans) or any(stretch.fade for stretch in stretches):
        yield LegendEntry("not sure to the day", line="faded")
