"""A text on one line, wherever it was broken."""

import re

_BREAKS = re.compile(r"[ \t\n\r\f]+")


def one_line(text: str) -> str:
    """Return ``text`` with every run of the white space that HTML folds as one space.

    Other kinds of space (no-break, ideographic) mean something, and stay.
    """
    return _BREAKS.sub(" ", text).strip(" ")
