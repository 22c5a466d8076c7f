"""How posters look: measures, colours and type, after the site's own light colours.

A poster has sixteen colours, so that four bits do for a pixel: paper, and ramps from paper to each ink, along
which the edges of letters are smoothed.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from font_source_sans_pro import SourceSansProSemibold
from font_source_serif_pro import SourceSerifProBold
from PIL import ImageFont

WIDTH, HEIGHT = 1200, 630
"""In pixels, as Open Graph and its kin like pictures best."""

MARGIN = 72

PAPER, INK, SOFT, RULE, ACCENT = "#fdfcf9", "#16181d", "#565b66", "#d9d6ce", "#8a1c1c"
_TONES: Mapping[str, tuple[str, ...]] = {
    "#17633f": ("confirmed", "agreed", "on-the-record", "held", "resolved"),
    "#a3201d": ("refuted", "disputed", "called-off", "never-held"),
    "#7a5200": ("conditional", "put-off", "announced", "single-origin", "one-sided", "under-way"),
    "#5b3391": ("contested",),
    SOFT: ("open", "second-hand", "floated"),
}
TONES: Mapping[str, str] = {key: colour for colour, keys in _TONES.items() for key in keys}
"""The colour of each status; one that has none is in ink."""


class Ramp(NamedTuple):
    """Where the colours from paper to an ink lie among the sixteen: behind ``before``, ``steps`` of them."""

    before: int
    steps: int


IN_INK, IN_SOFT, IN_TONE, IN_RULE, IN_ACCENT = Ramp(0, 5), Ramp(5, 3), Ramp(8, 3), Ramp(11, 1), Ramp(12, 3)
_RAMPS = (IN_INK, IN_SOFT, IN_TONE, IN_RULE, IN_ACCENT)


def palette(status: str) -> bytes:
    """Return the sixteen colours of a poster with that status, as red, green and blue."""
    inks = (INK, SOFT, TONES.get(status, INK), RULE, ACCENT)
    colours = [_rgb(PAPER)]
    for (_, steps), ink in zip(_RAMPS, inks, strict=True):
        colours += [_between(_rgb(PAPER), _rgb(ink), step / steps) for step in range(1, steps + 1)]
    return bytes(value for colour in colours for value in colour)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _between(start: tuple[int, ...], end: tuple[int, ...], part: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * part) for a, b in zip(start, end, strict=True))


@cache
def serif(size: int) -> ImageFont.FreeTypeFont:
    """Return the type of titles, ``size`` pixels high."""
    return _type(SourceSerifProBold, size)


@cache
def sans(size: int) -> ImageFont.FreeTypeFont:
    """Return the type of everything else, ``size`` pixels high."""
    return _type(SourceSansProSemibold, size)


def _type(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
