"""A text on one line, wherever it was broken."""

import re

_BREAKS = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
"""A single space is left alone: there are many, and most lines have nothing else."""


def folded(text: str) -> str:
    """Return ``text`` with every run of the white space that HTML folds as one space."""
    return _BREAKS.sub(" ", text)


def one_line(text: str) -> str:
    """Return ``text`` with every run of the white space that HTML folds as one space.

    Other kinds of space (no-break, ideographic) mean something, and stay.
    """
    return folded(text).strip(" ")
