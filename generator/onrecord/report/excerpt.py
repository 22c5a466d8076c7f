"""A line of a file with a caret below it, whatever characters the line is made of."""

import re
import unicodedata
from itertools import accumulate, takewhile

from onrecord.problems import Span

WIDEST = 100
"""How many columns of a line are shown."""

_MOST = 3_000
"""How many characters of a line are looked at on either side: a column may hold thirty, which take none."""

_TAB = "    "
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def excerpt(line: str, span: Span) -> tuple[str, str]:
    """Return the line as it is shown, and the carets that belong below it.

    A long line is cut on both sides, so that the beginning of ``span`` stays in sight.
    """
    start, end = span.column - 1, span.end - 1
    before, marked = line[max(0, start - _MOST) : start], line[start : min(end, start + _MOST)]
    after = line[end : end + _MOST]
    before, marked, after = visible(before), visible(marked), visible(after)
    if width(before + marked + after) > WIDEST:
        marked = _first(marked, WIDEST // 2)
        before = _last(before, (WIDEST - width(marked)) // 2)
        after = _first(after, WIDEST - width(before + marked))
    return (before + marked + after).rstrip(), " " * width(before) + "^" * max(1, width(marked))


def visible(text: str) -> str:
    """Return ``text`` on one line, without characters that a terminal would obey or hide."""
    return _UNSEEN.sub("\ufffd", text.replace("\t", _TAB).replace("\n", " "))


def width(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _first(text: str, columns: int) -> str:
    """Return ``text`` cut at its end to ``columns``."""
    if width(text) <= columns:
        return text
    widths = accumulate(map(_columns, text))
    return f"{text[: sum(1 for _ in takewhile(lambda taken: taken < columns, widths))]}…"


def _last(text: str, columns: int) -> str:
    """Return ``text`` cut at its beginning to ``columns``."""
    return text if width(text) <= columns else _first(text[::-1], columns)[::-1]
