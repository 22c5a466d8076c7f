"""What people call the records that decide a status, and how many there are, in words."""

from collections.abc import Iterable

from onrecord.dossier.dossier import Dossier
from onrecord.records.ids import is_id

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LISTED = 4


def actor_name(dossier: Dossier, actor: str) -> str:
    """Return the name of an actor given by id, or the words that were written instead."""
    found = dossier.actors.get(actor)
    return found.name if found else actor


def origin_name(dossier: Dossier, key: str) -> str:
    """Return the publisher of an origin, or in quotation marks the words that describe it."""
    source = dossier.sources.get(key)
    if source is None:
        return "a source without a record here" if is_id(key) else f"“{key}”"
    return actor_name(dossier, source.publisher)


def counted(number: int, noun: str) -> str:
    """Return ``one side``, ``two sides``, ``13 sides``: a number with its noun, up to ten in words."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"


def listed(names: Iterable[str]) -> str:
    """Return ``A``, ``A and B``, ``A, B and C``; of more than four the first three and how many others."""
    each = tuple(dict.fromkeys(names))
    if len(each) > _LISTED:
        rest = len(each) - _LISTED + 1
        each = (*each[: _LISTED - 1], counted(rest, "other"))
    return " and ".join(part for part in (", ".join(each[:-1]), *each[-1:]) if part)


def sentence(text: str) -> str:
    """Return ``text`` with a capital and a full stop, whatever its first word is."""
    return f"{text[:1].upper()}{text[1:]}."
