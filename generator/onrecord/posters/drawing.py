"""A poster as a PNG: the name of the site, what kind of page it is, its title, its status."""

from functools import cache, lru_cache
from io import BytesIO
from math import ceil

from PIL import Image, ImageDraw, ImageFont

from onrecord.pages.page import Poster
from onrecord.posters.look import (
    HEIGHT,
    IN_ACCENT,
    IN_INK,
    IN_RULE,
    IN_SOFT,
    IN_TONE,
    MARGIN,
    WIDTH,
    Ramp,
    palette,
    sans,
    serif,
)
from onrecord.posters.marks import PENCILS, mark
from onrecord.posters.setting import Lines, Type, fitted, legible, single

_ROOM = WIDTH - 2 * MARGIN
_KICKER_TOP, _TITLE_TOP, _FOOT_TOP, _MARK = 132, 190, 536, 44
_TITLE_SIZES = (92, 80, 70, 60, 52, 46)
_TOLD_SIZES = (34, 30)
_GAP, _TOLD = 22, 104
_WHEREVER = bytes((0, *(255 for _ in range(255))))


def draw(poster: Poster, site: str) -> bytes:
    """Return the poster of a page of the site called ``site``."""
    sheet = _masthead(legible(site)).copy()
    top, bottom = _KICKER_TOP, HEIGHT - 56
    if kicker := legible(poster.kicker):
        _set(sheet, (MARGIN, top), single(kicker, sans, 32, _ROOM), sans, IN_ACCENT)
        top = _TITLE_TOP
    if status := legible(poster.status):
        bottom = _FOOT_TOP - 24
        sheet.paste(_foot(status, legible(poster.beside), poster.mark), (MARGIN, _FOOT_TOP))
    told = legible(poster.told)
    for_title = bottom - top - (_TOLD if told else 0)
    title = fitted(legible(poster.title) or legible(site), serif, (_ROOM, for_title), _TITLE_SIZES)
    _set(sheet, (MARGIN, top), title, serif, IN_INK)
    if told:
        top += len(title.words) * title.leading + _GAP
        lines = fitted(told, sans, (_ROOM, bottom - top), _TOLD_SIZES)
        _set(sheet, (MARGIN, top), lines, sans, IN_SOFT)
    return _png(sheet, palette(poster.mark))


@lru_cache(maxsize=8)
def _masthead(site: str) -> Image.Image:
    """Return an empty poster under the name of the site and a newspaper's double rule."""
    sheet = Image.new("P", (WIDTH, HEIGHT))
    _set(sheet, (MARGIN, 40), single(site, serif, 34, _ROOM), serif, IN_INK)
    pen = ImageDraw.Draw(sheet)
    ink = IN_INK.before + IN_INK.steps
    for top, height in ((98, 4), (106, 1)):
        pen.rectangle((MARGIN, top, WIDTH - MARGIN - 1, top + height - 1), fill=ink)
    accent = IN_ACCENT.before + IN_ACCENT.steps
    pen.rectangle((0, 0, WIDTH, 15), fill=accent)
    return sheet


@lru_cache(maxsize=256)
def _foot(status: str, beside: str, key: str) -> Image.Image:
    """Return the last line of a poster: the status with its shape, and what belongs to it."""
    strip = Image.new("P", (_ROOM, 70))
    ImageDraw.Draw(strip).rectangle((0, 0, _ROOM, 1), fill=IN_RULE.before + 1)
    left = 0
    if key in PENCILS:
        strip.paste(_inked(mark(key, _MARK), IN_TONE), (0, 20))
        left = _MARK + 16
    words = single(status, sans, 38, _ROOM - left)
    _set(strip, (left, 16), words, sans, IN_TONE)
    left += round(sans(38).getlength(words.words[0])) + 28
    if beside and left + sans(32).getlength(beside) <= _ROOM:
        _set(strip, (left, 21), single(beside, sans, 32, _ROOM), sans, IN_SOFT)
    return strip


def _set(sheet: Image.Image, at: tuple[int, int], lines: Lines, kind: Type, ramp: Ramp) -> None:
    """Set lines of words on ``sheet``, their upper left corner ``at``, in the colours of ``ramp``."""
    face = kind(lines.size)
    space = face.getlength(" ")
    for number, words in enumerate(lines.words):
        left, top = float(at[0]), at[1] + number * lines.leading
        for word in words.split(" "):
            drawn, where, length = _drawn(word, face, ramp)
            sheet.paste(drawn, (round(left), top), where)
            left += length + space


@lru_cache(maxsize=1_500)
def _drawn(word: str, kind: ImageFont.FreeTypeFont, ramp: Ramp) -> tuple[Image.Image, Image.Image, float]:
    """Return a word in the colours of ``ramp``, the mask where they are, and how far the next word is.

    Most words come again on some other poster.
    """
    length = kind.getlength(word)
    block = Image.new("L", (ceil(length) + 4, round(kind.size * 1.4)))
    ImageDraw.Draw(block).text((0, 0), word, font=kind, fill=255)
    mask = Image.frombytes("L", block.size, block.tobytes().translate(_WHEREVER))
    return _inked(block, ramp), mask, length


def _inked(drawn: Image.Image, ramp: Ramp) -> Image.Image:
    """Return what is drawn white on black in the colours of ``ramp``, on paper."""
    return Image.frombytes("P", drawn.size, drawn.tobytes().translate(_shades(ramp)))


@cache
def _shades(ramp: Ramp) -> bytes:
    """Return the colour for each of 256 shades from paper to the ramp's ink."""
    steps = (round(shade * ramp.steps / 255) for shade in range(256))
    return bytes(ramp.before + step if step else 0 for step in steps)


def _png(sheet: Image.Image, colours: bytes) -> bytes:
    sheet.putpalette(colours)
    file = BytesIO()
    sheet.save(file, "PNG", bits=4, compress_level=1, compress_type=3)
    return file.getvalue()
