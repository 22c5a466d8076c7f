"""Setting words in lines: what fits at which size, and what the type cannot show."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain

from PIL import ImageFont

from onrecord.posters.look import serif

Type = Callable[[int], ImageFont.FreeTypeFont]
"""From a size in pixels to the type of that size."""

_UNKNOWN = "\uffff"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]")
_LEADING = 1.16


@dataclass(frozen=True, slots=True)
class Lines:
    """Words in lines, in a type ``size`` pixels high; the next line is ``leading`` pixels lower."""

    words: tuple[str, ...]
    size: int
    leading: int


def legible(text: str) -> str:
    """Return ``text`` on one line as the type can show it, or nothing if it lacks some of the letters."""
    told = " ".join(_UNSEEN.sub("", text).replace("\u2011", "-").split())
    return told if all(map(_is_known, frozenset(told))) else ""


@cache
def _is_known(letter: str) -> bool:
    drawn, unknown = (bytes(serif(24).getmask(each)) for each in (letter, _UNKNOWN))
    return letter == " " or drawn != unknown


def fitted(text: str, kind: Type, room: tuple[int, int], sizes: Sequence[int]) -> Lines:
    """Return ``text`` in the first of ``sizes`` in which it fits the ``room``, else cut in the last.

    ``room`` is a width and a height in pixels.
    """
    width, height = room
    for size in sizes:
        found = Lines(tuple(_broken(text, kind(size), width)), size, round(size * _LEADING))
        if len(found.words) * found.leading <= height:
            return found
    most = max(height // found.leading, 1)
    rest = " ".join(found.words[most - 1 :])
    return Lines((*found.words[: most - 1], _cut(rest, kind(size), width)), size, found.leading)


def single(text: str, kind: Type, size: int, width: int) -> Lines:
    """Return ``text`` as one line of a width, cut if need be."""
    return Lines((_cut(text, kind(size), width),), size, round(size * _LEADING))


def _cut(text: str, kind: ImageFont.FreeTypeFont, width: int) -> str:
    """Return ``text``, or its first words and an ellipsis if it is wider than ``width`` pixels."""
    if kind.getlength(text) <= width:
        return text
    line = next(_broken(text, kind, width - round(_width(kind, "…"))))
    return f"{line.rstrip(',;:.–— ')}…"


def _broken(text: str, kind: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line, length, space = "", 0.0, _width(kind, " ")
    for word in chain.from_iterable(_parts(each, kind, width) for each in text.split()):
        longer = length + space + _width(kind, word)
        if line and longer > width:
            yield line
            line = ""
        line, length = (f"{line} {word}", longer) if line else (word, _width(kind, word))
    yield line


def _parts(word: str, kind: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """Yield a word, in parts if it is wider than a line."""
    while word and _width(kind, word) > width:
        lengths = tuple(accumulate(_width(kind, letter) for letter in word))
        fits = max(bisect_right(lengths, width), 1)
        yield word[:fits]
        word = word[fits:]
    if word:
        yield word


@lru_cache(maxsize=50_000)
def _width(kind: ImageFont.FreeTypeFont, word: str) -> float:
    return kind.getlength(word)
