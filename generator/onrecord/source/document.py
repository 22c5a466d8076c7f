"""A file of content as it was read: its text, its value, and the place of every route."""

from dataclasses import dataclass

from onrecord.problems import Route, Span
from onrecord.source import positions

Value = str | list["Value"] | dict[str, "Value"]
"""What a file holds: every scalar is text, because the record decides what it means."""

START = Span(1, 1, 2)
"""The first character of a file: the place of what is wrong with the whole of it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of ``content/``.

    ``path`` is relative to the content folder, with forward slashes.
    ``text`` has no byte order mark and its lines end in single newlines; it is empty if nothing was read.
    ``value`` is ``None`` if the file could not be made out.
    ``entries`` are the places of the entries of a file that holds a list.
    """

    path: str
    text: str = ""
    value: Value | None = None
    entries: tuple[Span, ...] = ()

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
        return self.value is not None and self.text != ""
