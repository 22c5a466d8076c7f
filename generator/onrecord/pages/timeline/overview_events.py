"""The upper half of the drawn timeline: events by kind, each with its life, its plans and its label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.histories import Held, history
from onrecord.pages.charts.time_scale import TimeScale
from onrecord.pages.held import HeldView, held_views
from onrecord.pages.here import Here
from onrecord.pages.timeline.overview_apart import apart
from onrecord.pages.timeline.overview_lanes import Item, Placed, placed, text_width
from onrecord.pages.timeline.overview_marks import Mark, Plan, Shape, Stretch, extent, shapes
from onrecord.pages.views import LinkView
from onrecord.pages.words.wording import listed

S = TypeVar("S", Mark, Plan, Stretch)

ROW = 18.0
_PAD = 6.0
_LINE, _DROP = 4.0, 13.5
_MARGIN, _EDGE = 6.0, 8.0
_LANES: tuple[tuple[str, frozenset[str]], ...] = (
    ("Meetings, calls", frozenset({"summit", "call", "visit", "meeting", "negotiation"})),
    (
        "Decisions",
        frozenset(
            {"agreement", "decision", "sanction", "ruling", "vote", "election", "appointment", "deadline"}
        ),
    ),
    ("Published", frozenset({"publication", "press-conference"})),
    ("Other events", frozenset({"military", "other"})),
)


@dataclass(frozen=True, slots=True)
class ItemView:
    """An event in its row: what is drawn from the back to the front, and its label if there is room.

    ``told`` says in words what is drawn now.
    """

    key: str
    y: float
    link: LinkView
    told: str
    label: str
    label_x: float
    label_y: float
    anchor: str
    life: tuple[float, float]
    stretches: tuple[HeldView[Stretch], ...]
    plans: tuple[HeldView[Plan], ...]
    marks: tuple[HeldView[Mark], ...]


@dataclass(frozen=True, slots=True)
class LaneView:
    """Events of a sort."""

    name: str
    top: float
    height: float
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class _Drawing:
    scale: TimeScale
    held: dict[str, tuple[Held[Shape], ...]]
    dossier: Dossier
    here: Here


def main_events(dossier: Dossier, event_ids: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the events that are named by most records, at most so many, the most named first."""
    order = sorted(event_ids, key=lambda key: (-len(dossier.backlinks.get(key, ())), key))
    return tuple(order[:most])


def event_lanes(
    here: Here, event_ids: Sequence[str], scale: TimeScale, top: float, *, steppable: bool
) -> tuple[LaneView, ...]:
    """Return lanes of events below ``top``, and draw past days too if the page can be stepped back."""
    dossier = here.dossier
    (_, left), (_, right) = scale.knots[0], scale.knots[-1]
    seen = {each: _held(dossier, each, scale, steppable=steppable) for each in event_ids}
    found = {key: apart(held, left, right) for key, held in seen.items()}
    drawing = _Drawing(scale, {key: shown for key, shown in found.items() if shown}, dossier, here)
    lanes = []
    for name, kinds in _LANES:
        keys = [each for each in drawing.held if dossier.events[each].kind in kinds]
        lane = _lane(drawing, name, keys, top)
        if lane.items:
            lanes.append(lane)
            top += lane.height
    return tuple(lanes)


def _held(dossier: Dossier, event_id: str, scale: TimeScale, *, steppable: bool) -> tuple[Held[Shape], ...]:
    if steppable:
        return history(dossier, event_id, lambda then: shapes(then.events[event_id], scale))
    return tuple(Held(each, None, None) for each in shapes(dossier.events[event_id], scale))


def _lane(drawing: _Drawing, name: str, keys: Iterable[str], top: float) -> LaneView:
    items = []
    for key in keys:
        edges = [edge for each in drawing.held[key] for edge in extent(each.value)]
        items.append(Item(key, min(edges), max(edges), drawing.dossier.events[key].title))
    head = _MARGIN + text_width(name)
    found = placed(items, _MARGIN, drawing.scale.knots[-1][1] + _EDGE, head)
    rows = max((max(each.row, each.row + each.line) for each in found), default=0) + 1
    views = sorted((_item(drawing, each, top) for each in found), key=lambda view: (view.life, view.key))
    return LaneView(name, top, rows * ROW + 2 * _PAD, tuple(views))


def _item(drawing: _Drawing, where: Placed, top: float) -> ItemView:
    held = drawing.held[where.key]
    marks = [each for each in held if isinstance(each.value, Mark)]
    places = [each.value.x for each in marks] or [extent(held[0].value)[0]]
    now = [each.value for each in held if each.until is None]
    told = [each.title for each in now if isinstance(each, Plan) and each.to is not None]
    y = top + _PAD + (where.row + 0.5) * ROW
    return ItemView(
        where.key,
        round(y, 1),
        drawing.here.record(where.key),
        listed([*(each.title for each in now if isinstance(each, Mark)), *told]),
        where.label,
        where.x,
        round(y + _LINE + where.line * _DROP, 1),
        where.anchor,
        (min(places), max(places)),
        _only(held, Stretch),
        _only(held, Plan),
        _only(held, Mark),
    )


def _only(held: Iterable[Held[Shape]], kind: type[S]) -> tuple[HeldView[S], ...]:
    found = ((each, each.value) for each in held)
    return held_views(Held(value, each.since, each.until) for each, value in found if isinstance(value, kind))
