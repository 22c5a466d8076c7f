"""The nearest known word, for hints; it knows nothing of records."""

import difflib
import unicodedata
from collections.abc import Iterable

_LOOK_ALIKES = str.maketrans(
    "аеорсухіѕјһԁкмтвнгьαεορνικυτχβηγκμ",
    "aeopcyxisjhdkmtbhrbaeopvikutxbnykm",
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−_ ", "-"))  # noqa: RUF001 - dashes that are typed for a hyphen
_NEAR = 0.7


def closest(word: str, candidates: Iterable[str]) -> str:
    """Return a hint that names the candidate nearest to ``word``, or nothing if none is near.

    Letters that only look Latin (Cyrillic, Greek) are named as such, since nobody can see them.
    """
    known = {_plain(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    folded = _plain(word).translate(_LOOK_ALIKES)
    found = folded if folded in known else next(iter(difflib.get_close_matches(folded, known, 1, _NEAR)), "")
    if not found or known[found] == word:
        return ""
    strange = _foreign_letters(word) and not _foreign_letters(known[found])
    if strange and found == folded:
        return f"'{word}' contains letters of another alphabet; did you mean '{known[found]}'?"
    return f"did you mean '{known[found]}'?"


def _plain(word: str) -> str:
    """Return ``word`` without case, invisible characters and the variety of dashes."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_INVISIBLE).translate(_DASHES)


def _foreign_letters(word: str) -> bool:
    return any(ord(letter) in _LOOK_ALIKES for letter in word.casefold())
