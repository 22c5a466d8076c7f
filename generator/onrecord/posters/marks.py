"""The shape of a status, as ``parts/marks.html.jinja`` draws it beside its name on every page."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from PIL import Image, ImageDraw

_BOX, _FINE, _STROKE = 16, 8, 1.8
"""The side of a mark's own grid, how many times larger it is drawn than shown, the width of its lines."""

Pencil = Callable[["_Sheet"], None]


class _Sheet:
    """A square on whose grid shapes are drawn, white on black."""

    def __init__(self, size: int) -> None:
        self.image = Image.new("L", (size, size))
        self._draw = ImageDraw.Draw(self.image)
        self._unit = size / _BOX

    def disc(self, radius: float, ink: int = 255) -> None:
        """Fill a circle around the middle."""
        self._draw.ellipse(self._box(8 - radius, 8 + radius), fill=ink)

    def ring(self) -> None:
        """Draw the circle that says: not settled."""
        self.disc(6 + _STROKE / 2)
        self.disc(6 - _STROKE / 2, 0)

    def dashes(self) -> None:
        """Draw the same circle with gaps."""
        self.ring()
        for start in range(0, 360, 45):
            self._draw.pieslice(self._box(-1, 17), start, start + 20, fill=0)

    def half(self) -> None:
        """Fill the right half of the circle."""
        self._draw.pieslice(self._box(2, 14), -90, 90, fill=255)

    def square(self) -> None:
        """Fill a square with corners that are a little round."""
        self._draw.rounded_rectangle(self._box(2, 14), 1.5 * self._unit, fill=255)

    def shape(self, *points: tuple[float, float]) -> None:
        """Fill whatever lies between ``points``."""
        self._draw.polygon([self._at(*point) for point in points], fill=255)

    def line(self, *points: tuple[float, float], ink: int = 255) -> None:
        """Draw a line from point to point, its ends round."""
        width = _STROKE * self._unit
        self._draw.line([self._at(*point) for point in points], fill=ink, width=round(width), joint="curve")
        for x, y in (points[0], points[-1]):
            reach = _STROKE / 2
            ends = (*self._at(x - reach, y - reach), *self._at(x + reach, y + reach))
            self._draw.ellipse(ends, fill=ink)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * self._unit, y * self._unit

    def _box(self, start: float, end: float) -> Sequence[float]:
        return (*self._at(start, start), *self._at(end, end))


def _ticked(sheet: _Sheet) -> None:
    sheet.disc(6.5)
    sheet.line((5, 8.2), (7.1, 10.3), (11.2, 6), ink=0)


def _crossed(sheet: _Sheet) -> None:
    sheet.square()
    sheet.line((5.2, 5.2), (10.8, 10.8), ink=0)
    sheet.line((10.8, 5.2), (5.2, 10.8), ink=0)


def _warned(sheet: _Sheet) -> None:
    sheet.shape((8, 1), (15, 8), (8, 15), (1, 8))
    sheet.line((8, 4.6), (8, 8.8), ink=0)
    sheet.line((8, 10.4), (8, 11.4), ink=0)


def _halved(sheet: _Sheet) -> None:
    sheet.ring()
    sheet.half()


def _paused(sheet: _Sheet) -> None:
    sheet.ring()
    sheet.line((6, 5.2), (6, 10.8))
    sheet.line((10, 5.2), (10, 10.8))


def _missed(sheet: _Sheet) -> None:
    sheet.ring()
    sheet.line((5.6, 5.6), (10.4, 10.4))
    sheet.line((10.4, 5.6), (5.6, 10.4))


def _going(sheet: _Sheet) -> None:
    sheet.ring()
    sheet.shape((6.3, 4.8), (11.3, 8), (6.3, 11.2))


def _dotted(sheet: _Sheet) -> None:
    sheet.ring()
    sheet.disc(2.4)


_PENCILS: Mapping[Pencil, tuple[str, ...]] = {
    _ticked: ("confirmed", "agreed", "on-the-record", "held", "resolved"),
    _crossed: ("refuted", "disputed", "called-off"),
    _missed: ("never-held",),
    _warned: ("contested",),
    _halved: ("conditional", "announced"),
    _paused: ("put-off",),
    _going: ("under-way",),
    _Sheet.dashes: ("second-hand", "floated"),
    _dotted: ("one-sided", "single-origin"),
    _Sheet.ring: ("open",),
}
PENCILS: Mapping[str, Pencil] = {key: pencil for pencil, keys in _PENCILS.items() for key in keys}
"""What draws the shape of each status; statuses with one shape have one pencil."""


@cache
def mark(status: str, size: int) -> Image.Image:
    """Return the shape of a status, white on black, ``size`` pixels wide and high."""
    sheet = _Sheet(size * _FINE)
    PENCILS[status](sheet)
    return sheet.image.resize((size, size), Image.Resampling.BOX)
