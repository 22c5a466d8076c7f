"""Dates and times as sources give them: about, between, not before, to the minute, or not known.

The forms that are accepted, EDTF (ISO 8601-2:2019, level 1) and timestamps, are in ``docs/dates.md``.
The rest of the package takes all that concerns dates from here.
"""

from onrecord.records.when_clock import read_clock
from onrecord.records.when_edtf import read_interval, read_single
from onrecord.records.when_order import certainly_before, possible_on_or_before, timeline_key
from onrecord.records.when_rewrites import rewrites
from onrecord.records.when_value import BadDate, Bound, Certainty, Precision, When
from onrecord.records.when_words import short_words, words

__all__ = [
    "BadDate",
    "Bound",
    "Certainty",
    "Precision",
    "When",
    "certainly_before",
    "parse",
    "possible_on_or_before",
    "short_words",
    "timeline_key",
    "words",
]

_LONGEST = 80


def parse(text: str) -> When:
    """Read a date; raise ``BadDate`` for what is none."""
    try:
        return _read(text)
    except BadDate as bad:
        if bad.hint:
            raise
        raise BadDate(bad.code, bad.message, _hint(text.strip())) from None


def _read(text: str) -> When:
    bare = text.strip()
    if not bare:
        raise BadDate("bad-date", "the date is empty", "write the date, or 'unknown'")
    if len(bare) > _LONGEST:
        message = f"'{bare[:_LONGEST]!s}…' is not a date"
        raise BadDate(
            "bad-date", message, "write the date alone, such as '2025-10-16', and the rest in a note"
        )
    if bare == "unknown":
        return When(text, None, None, Precision.UNKNOWN, edtf="unknown")
    read = read_clock if ":" in bare else read_interval if "/" in bare else read_single
    return read(bare)


def _hint(text: str) -> str:
    readable = dict.fromkeys(form for form in rewrites(text) if _reads(form))
    if readable:
        return "write " + " or ".join(f"'{form}'" for form in readable)
    return "write a date such as '2025-10-16' or '2025-10', a time such as '2025-10-16T11:42Z', or 'unknown'"


def _reads(text: str) -> bool:
    try:
        _read(text)
    except BadDate:
        return False
    return True
