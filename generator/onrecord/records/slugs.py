"""Ids as editors write them: what is wrong with one, and the nearest that is right."""

import re
import unicodedata

LONGEST = 120
"""Characters of an id; file systems allow 255 bytes to a name, and exports add to it."""

_LOOK_ALIKES = str.maketrans("аеорсухіјѕһԁвкмнтαβικνορτυχ", "aeopcyxijshdbkmhtabiknoptux")
"""Cyrillic and Greek letters to the Latin ones that they are taken for."""

_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"})


RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for devices, whatever follows behind a full stop."""


def slug(text: str) -> str:
    """Return the id nearest to ``text``, or nothing if it is in another alphabet."""
    latin = unicodedata.normalize("NFKC", text).casefold().translate(_LOOK_ALIKES).translate(_SPECIAL)
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(mark))
    if any(letter.isalnum() and not letter.isascii() for letter in bare):
        return ""
    return "-".join(re.findall(r"[a-z0-9]+", bare))[:LONGEST].removesuffix("-")


def disguised(text: str) -> str | None:
    """Return the first letter of ``text`` that only looks Latin, or nothing."""
    return next((letter for letter in text.casefold() if ord(letter) in _LOOK_ALIKES), None)
