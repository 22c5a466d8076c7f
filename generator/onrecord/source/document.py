"""A file of content as it was read: its text, its value, and the place of every route."""

import pickle
from functools import lru_cache
from typing import Any, NamedTuple

from onrecord.problems import Route, Span
from onrecord.source import positions

Value = str | list["Value"] | dict[str, "Value"]
"""What a file holds: every scalar is text, because the record decides what it means."""

START = Span(1, 1, 2)
"""The first character of a file: the place of what is wrong with the whole of it."""


_LOOKED_INTO = 16
"""How many documents lie open: who looks into one looks again, for the next problem in it."""


class _Held(NamedTuple):
    text: str
    value: Value | None
    entries: tuple[Span, ...]


class Document:
    """One file of ``content/``; one that comes out of a pickle is unpacked when somebody looks into it."""

    __slots__ = ("_held", "has_value", "path")

    def __init__(
        self, path: str, text: str = "", value: Value | None = None, entries: tuple[Span, ...] = ()
    ) -> None:
        """Make a document of what was read.

        ``path`` is relative to the content folder, with forward slashes.
        ``text`` has no byte order mark and its lines end in single newlines; it is empty if nothing was read.
        ``value`` is ``None`` if the file could not be made out.
        ``entries`` are the places of the entries of a file that holds a list.
        """
        self.path = path
        self.has_value = value is not None
        self._held: _Held | bytes = _Held(text, value, entries)

    def __eq__(self, other: object) -> bool:
        """Tell whether another document is of the same path and holds the same."""
        if not isinstance(other, Document):
            return NotImplemented
        return self.path == other.path and self._unfolded() == other._unfolded()

    __hash__ = None  # type: ignore[assignment]  # values are lists and mappings

    def __repr__(self) -> str:
        """Return the document as it is made."""
        return f"Document({self.path!r}, {', '.join(map(repr, self._unfolded()))})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what the document holds by itself."""
        held = self._held
        return _folded, (
            self.path,
            self.has_value,
            held if isinstance(held, bytes) else pickle.dumps(held, pickle.HIGHEST_PROTOCOL),
        )

    @property
    def text(self) -> str:
        """What is written in the file."""
        return self._unfolded().text

    @property
    def value(self) -> Value | None:
        """What that means."""
        return self._unfolded().value

    @property
    def entries(self) -> tuple[Span, ...]:
        """The places of the entries of a list."""
        return self._unfolded().entries

    def _unfolded(self) -> _Held:
        return _opened(self._held) if isinstance(self._held, bytes) else self._held

    def span(self, route: Route) -> Span:
        """Return the place of the value at ``route``, or of the nearest parent that exists."""
        if len(route) == 1 and isinstance(route[0], int) and 0 <= route[0] < len(self.entries):
            return self.entries[route[0]]
        return positions.of_value(self.text, route) if self._is_readable else START

    def key_span(self, route: Route) -> Span:
        """Return the place of the key that ``route`` ends in, or of the nearest parent that exists."""
        return positions.of_key(self.text, route) if self._is_readable else START

    @property
    def _is_readable(self) -> bool:
        return self.has_value and self.text != ""


@lru_cache(maxsize=_LOOKED_INTO)
def _opened(held: bytes) -> _Held:
    made: _Held = pickle.loads(held)  # noqa: S301  # pickled above, and kept where nobody else writes
    return made


def _folded(path: str, has_value: bool, held: bytes) -> Document:  # noqa: FBT001  # called by pickles alone
    made = Document.__new__(Document)
    made.path, made.has_value, made._held = path, has_value, held  # noqa: SLF001  # makes one of its own
    return made
