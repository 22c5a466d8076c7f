"""What to call a record in a list, and which records somebody may mean by a few words."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from onrecord.records.record import Record
from onrecord.records.statements import Statement

LONGEST = 70
"""Characters of a label."""

_NEAR = 0.6
_NAMES = ("name", "title", "text", "now")


def label(record: Record) -> str:
    """Return a record's name, title or words, as much of them as a list can show."""
    if isinstance(record, Statement):
        words = record.paraphrase or (record.quote.text if record.quote else "")
    else:
        words = next((str(getattr(record, name)) for name in _NAMES if hasattr(record, name)), "")
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def candidates(records: Iterable[Record], words: str, most: int = 5) -> tuple[Record, ...]:
    """Return the records that ``words`` may mean, by id, name or alias, the likeliest first."""
    wanted = _plain(words)
    scored = sorted((-_likeness(record, wanted), record.id, record) for record in records)
    return tuple(record for score, _, record in scored[:most] if -score >= _NEAR)


def exact(records: Iterable[Record], words: str) -> Record | None:
    """Return the one record whose id, name or alias is ``words``; ``None`` if none is or several are."""
    found = tuple(record for record in records if words == record.id or _plain(words) in _called(record))
    by_id = next((record for record in found if record.id == words), None)
    return by_id or (found[0] if len(found) == 1 else None)


def meant(records: Iterable[Record], words: str) -> Record | None:
    """Return the record that is called so, or the only one in whose id or names ``words`` stand whole."""
    known = tuple(records)
    wanted = _plain(words)
    within = [each for each in known if any(f" {wanted} " in f" {name} " for name in _names_of(each))]
    return exact(known, words) or (within[0] if wanted and len(within) == 1 else None)


def _names_of(record: Record) -> tuple[str, ...]:
    return (*_called(record), _plain(record.id))


def _likeness(record: Record, wanted: str) -> float:
    return max(_alike(wanted, name) for name in _names_of(record))


def _alike(wanted: str, name: str) -> float:
    if wanted == name:
        return 2.0
    if wanted and f" {wanted}" in f" {name}":
        return 1.0 + len(wanted) / (len(name) + 1)
    return SequenceMatcher(None, wanted, name).ratio()


def _called(record: Record) -> tuple[str, ...]:
    aliases = getattr(record, "aliases", ())
    return tuple(map(_plain, (label(record), *aliases)))


def _plain(text: str) -> str:
    """Return ``text`` without case, accents and hyphens."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return " ".join(bare.replace("-", " ").split())
