"""Links that open a page at the very words: the text fragments of the URL Fragment Text Directives draft."""

import re
from urllib.parse import quote

_CUT = re.compile(r"\[[^\[\]]*\]|\(\s*…\s*\)|…|\.\.\.")
_EDGES = " \n\t\"'“”„«»‘’.,;:"  # quotation marks as printed
_PDF = re.compile(r"[^?#]*\.pdf(?:[?#]|$)", re.IGNORECASE)
_WHOLE, _EDGE = 12, 5


def at_words(url: str, text: str) -> str:
    """Return ``url`` with a directive that points at ``text``; without words, or in a PDF, ``url`` itself.

    Of words with an omission the longest unbroken stretch is used, and of a long stretch its two ends.
    """
    directive = _directive(text)
    if not url or not directive or _PDF.match(url):
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directive(text: str) -> str:
    stretches = [part.strip(_EDGES) for part in _CUT.split(text)]
    words = max(stretches, key=len, default="").split()
    if len(words) <= _WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:_EDGE])},{_encoded(words[-_EDGE:])}"


def _encoded(words: list[str]) -> str:
    """Encode everything that has a meaning in a directive, the hyphen too."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
