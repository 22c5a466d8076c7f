"""A text on one line, wherever it was broken."""

import re

_BREAKS = re.compile(r"[ \t\n\r\f]+")


def folded(text: str) -> str:
    """Return ``text`` with every run of the white space that HTML folds as one space."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:  # as hardly any has
        return _BREAKS.sub(" ", text)
    return text


def one_line(text: str) -> str:
    """Return ``text`` with every run of the white space that HTML folds as one space.

    Other kinds of space (no-break, ideographic) mean something, and stay.
    """
    return folded(text).strip(" ")
