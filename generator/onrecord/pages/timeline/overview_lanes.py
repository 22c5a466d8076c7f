"""Events in lanes: each in a row where neither its marks nor its label cover another's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.pages.words.titles import shortened

_ROWS = 9
_GAP = 5.0
_LENGTHS = (40, 30, 22)
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’-–| ()"), frozenset("mwMW—%@")
_NARROW_WIDTH, _WIDTH, _CAPITAL_WIDTH, _WIDE_WIDTH = 3.9, 6.7, 8.0, 10.2


@dataclass(frozen=True, slots=True)
class Item:
    """Something to place: its room from ``left`` to ``right``, and what it would like to be called."""

    key: str
    left: float
    right: float
    title: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item went: its row, and its label, empty if there was no room, with where the label starts.

    ``anchor`` is SVG's ``text-anchor``: ``end`` for a label to the left of the item.
    """

    key: str
    row: int
    label: str
    x: float
    anchor: str


def placed(items: Iterable[Item], left: float, right: float) -> tuple[Placed, ...]:
    """Place items between ``left`` and ``right``, the first ones first; what finds no room is left out.

    A label is cut before it is given up, and given up before its item is.
    """
    rows: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    found = (_place(item, rows, left, right) for item in items)
    return tuple(each for each in found if each is not None)


def text_width(text: str) -> float:
    """Return no less than the width of a label in the chart's own units."""
    return sum(_letter(each) for each in text)


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_WIDTH
    if letter in _WIDE:
        return _WIDE_WIDTH
    return _CAPITAL_WIDTH if letter.isupper() else _WIDTH


def _place(item: Item, rows: list[list[tuple[float, float]]], left: float, right: float) -> Placed | None:
    for label in dict.fromkeys((*(shortened(item.title, each) for each in _LENGTHS), "")):
        for index, row in enumerate(rows):
            for anchor, start, end in _sides(item, label):
                inside = not label or (start >= left and end <= right)
                if inside and all(end + _GAP <= a or start - _GAP >= b for a, b in row):
                    row.append((start, end))
                    x = item.right + _GAP if anchor == "start" else item.left - _GAP
                    return Placed(item.key, index, label, round(x, 1), anchor)
    return None


def _sides(item: Item, label: str) -> Iterator[tuple[str, float, float]]:
    room = text_width(label) + _GAP if label else 0.0
    yield "start", item.left, item.right + room
    if label:
        yield "end", item.left - room, item.right
