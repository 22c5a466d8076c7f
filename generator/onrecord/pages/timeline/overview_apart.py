"""The marks of one event side by side: none of them covers another, however close their days are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.dossier.histories import Held
from onrecord.pages.timeline.overview_marks import Mark, Plan, Shape, begun

_ROOM = 12.0

Slot = tuple[float, str]
"""What has a place of its own: where its day lies, and the name of the step, empty for the event itself."""


def apart(held: Sequence[Held[Shape]], left: float, right: float) -> tuple[Held[Shape], ...]:
    """Return what was drawn of an event, with its marks moved aside as little as it takes.

    They keep their order in time and stay between ``left`` and ``right``; plans go with the marks of the
    steps that made and ended them. Marks that tell the same of the same day share a place.
    """
    slots = _slots([each.value for each in held if isinstance(each.value, Mark)])
    order = sorted(dict.fromkeys(slots.values()), key=lambda slot: (slot[0], not slot[1]))
    places = dict(zip(order, spread([x for x, _ in order], left, right), strict=True))
    return tuple(Held(_moved(each.value, slots, places), each.since, each.until) for each in held)


def spread(places: Sequence[float], left: float, right: float) -> tuple[float, ...]:
    """Return places in order, each as near to where it was as the room between them allows."""
    room = min(_ROOM, (right - left) / max(1, len(places) - 1))
    free = [place - index * room for index, place in enumerate(places)]
    last = right - room * (len(places) - 1)
    return tuple(
        round(min(max(place, left), last) + index * room, 1) for index, place in enumerate(_rising(free))
    )


def _rising(values: Sequence[float]) -> Iterator[float]:
    """Yield the nearest values of which none is less than the one before it: means of those that were."""
    runs: list[tuple[float, int]] = []
    for value in values:
        mean, size = value, 1
        while runs and runs[-1][0] > mean:
            before, count = runs.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        runs.append((mean, size))
    return (mean for mean, size in runs for _ in range(size))


def _slots(marks: Sequence[Mark]) -> dict[Mark, Slot]:
    own = {(mark.x, mark.key) for mark in marks if not mark.step}
    return {mark: (mark.x, "" if (mark.x, mark.key) in own else mark.step) for mark in marks}


def _moved(shape: Shape, slots: Mapping[Mark, Slot], places: Mapping[Slot, float]) -> Shape:
    if isinstance(shape, Mark):
        return replace(shape, x=places[slots[shape]])
    if not isinstance(shape, Plan):
        return shape
    made = _place(shape.made, places)
    to = shape.to if shape.to is None else _place((shape.to, shape.ended), places)
    return replace(begun(shape, made), to=to)


def _place(slot: Slot, places: Mapping[Slot, float]) -> float:
    return places.get(slot, places.get((slot[0], ""), slot[0]))
