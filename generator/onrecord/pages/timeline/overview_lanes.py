"""Events in lanes: each in a row where neither its marks nor its label cover another's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ROWS = 11
_GAP = 5.0
_LENGTHS, _SHORTEST = (56, 48, 36, 24), 14
_HANGING = re.compile(
    r"(an?|and|as|at|but|by|del?|della|for|from|in|no|none|not|of|on|or|the|to|with|without)",
    re.IGNORECASE,
)
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’-–| ()"), frozenset("mwMW—%@")
_NARROW_WIDTH, _WIDTH, _CAPITAL_WIDTH, _WIDE_WIDTH = 3.9, 6.7, 8.0, 10.2

Span = tuple[float, float]


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

    ``anchor`` is SVG's ``text-anchor``: ``end`` for a label to the left of the item. ``line`` is the row of
    the label as seen from the item: 0 beside it, 1 below it, -1 above it.
    """

    key: str
    row: int
    label: str
    x: float
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place for a label: how far the label reaches, and the room that it and its item take in each row.

    Rows are counted from that of the item.
    """

    line: int
    anchor: str
    x: float
    text: Span
    room: tuple[tuple[int, Span], ...]


def placed(items: Iterable[Item], left: float, right: float, head: float = 0.0) -> tuple[Placed, ...]:
    """Place items between ``left`` and ``right``, the first ones first; what finds no room is left out.

    A label is put below or above its item before it is cut, cut before it is given up, and given up before
    its item is; all of them are kept shorter if more items or labels find room then. In the first row the
    words at the ``head`` of the lane reach that far.
    """
    wanted = tuple(items)
    best: tuple[Placed, ...] = ()
    for length in _LENGTHS:
        rows: list[list[Span]] = [[] for _ in range(_ROWS)]
        rows[0].append((min(left, head), head))
        placing = (_place(item, rows, (left, right), length) for item in wanted)
        best = max(best, tuple(each for each in placing if each is not None), key=_told)
        if _told(best) == (len(wanted), len(wanted)):
            break
    return best


def _told(found: Sequence[Placed]) -> tuple[int, int]:
    return len(found), sum(bool(each.label) for each in found)


def text_width(text: str) -> float:
    """Return no less than the width of a label in the chart's own units."""
    return sum(_letter(each) for each in text)


def cuts(title: str, longest: int) -> Iterator[str]:
    """Yield a title and then less and less of it, never ending with a word that hangs on the next one."""
    if len(title) <= longest:
        yield title
    words = title.split()
    for count in range(len(words) - 1, 0, -1):
        text = " ".join(words[:count]).rstrip(",;:.– ")
        if _SHORTEST <= len(text) < longest and not _HANGING.fullmatch(words[count - 1]):
            yield f"{text}…"


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_WIDTH
    if letter in _WIDE:
        return _WIDE_WIDTH
    return _CAPITAL_WIDTH if letter.isupper() else _WIDTH


def _place(item: Item, rows: Sequence[list[Span]], bounds: Span, length: int) -> Placed | None:
    left, right = bounds
    for label, spots in _wishes(item, length):
        inside = [each for each in spots if not label or (left <= each.text[0] and each.text[1] <= right)]
        for index in range(len(rows)):
            for spot in inside:
                if _is_free(spot, rows, index):
                    for line, span in spot.room:
                        rows[index + line].append(span)
                    return Placed(item.key, index, label, round(spot.x, 1), spot.anchor, spot.line)
    return None


def _wishes(item: Item, length: int) -> Iterator[tuple[str, Iterable[_Spot]]]:
    """Yield what an item would like to be called and where, the best first."""
    for label in cuts(item.title, length):
        yield label, _beside(item, text_width(label))
        yield label, _around(item, text_width(label))
    yield "", _beside(item, -_GAP)


def _beside(item: Item, width: float) -> Iterator[_Spot]:
    end, start = item.right + _GAP + width, item.left - _GAP - width
    yield _Spot(0, "start", item.right + _GAP, (item.right + _GAP, end), ((0, (item.left, end)),))
    yield _Spot(0, "end", item.left - _GAP, (start, item.left - _GAP), ((0, (start, item.right)),))


def _around(item: Item, width: float) -> Iterator[_Spot]:
    own = (item.left, item.right)
    for line in (1, -1):
        for anchor, x, text in (
            ("start", item.left, (item.left, item.left + width)),
            ("end", item.right, (item.right - width, item.right)),
        ):
            yield _Spot(line, anchor, x, text, ((0, own), (line, text)))


def _is_free(spot: _Spot, rows: Sequence[list[Span]], index: int) -> bool:
    return all(
        0 <= index + line < len(rows)
        and all(end + _GAP <= a or start - _GAP >= b for a, b in rows[index + line])
        for line, (start, end) in spot.room
    )
