"""Dates without a clock time: EDTF level 1 (ISO 8601-2:2019, clause 4), single dates and intervals.

Plain dates, seasons and intervals are read here, in microseconds; the ``edtf`` library, which takes
milliseconds a date, reads only unspecified digits and years that no calendar of ours reaches.
It is handed nothing else: it gives open bounds ten years, loses clock times and qualified seasons,
ends every winter in December, accepts 29 February of any year, and prints and breaks on some of level 2.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from onrecord.records.when_value import BadDate, Bound, Certainty, Precision, When

QUALIFIERS = {"?": Certainty.UNCERTAIN, "~": Certainty.APPROXIMATE, "%": Certainty.BOTH}
"""What stands at the end of a date, and says how sure it is."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months in English, as messages and English pages name them."""

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_RARE = re.compile(
    r"-?(?:[0-9]XXX|[0-9]{2}XX|[0-9]{3}X|[0-9]{4}-(?:XX(?:-XX)?|[0-9]{2}-XX))"
    r"|-[0-9]{4}(?:-[0-9]{2}){0,2}|Y-?[0-9]+"
)
_LEVEL_2 = re.compile(r"^-?[0-9X]{4}(?:-[0-9X]{2}){0,2}$|[\[\]{}]|\.\.|[0-9]S[0-9]|Y-?[0-9]+E|[?~%].|[0-9]\^")
_SEASONS = range(21, 25)
_LEVEL_2_SEASONS = frozenset(str(season) for season in range(25, 42))
_OPEN = ("", "..")


def read_single(text: str) -> When:
    """Read one date with or without a qualifier."""
    bound = read_bound(text)
    first, last = _dawn(bound.first), _dusk(bound.last)
    return When(text, first, last, bound.precision, bound.certainty, edtf=text, start=bound, end=bound)


def read_interval(text: str) -> When:
    """Read two dates with a slash between them; ``..`` is an open end, nothing at all an unknown one."""
    low, slash, high = text.partition("/")
    if "/" in high or not slash:
        raise BadDate("bad-date", f"{text!r} is not a date")
    if low in _OPEN and high in _OPEN:
        hint = "write 'unknown', or the date that is known"
        raise BadDate("bad-date", f"{text!r} has no date at either end", hint)
    start, end = _end(low), _end(high)
    if start and end and start.first > end.last:
        message = f"{text!r} ends before it begins"
        raise BadDate("upside-down-interval", message, f"write the earlier date first: '{high}/{low}'")
    return When(
        text,
        _dawn(start.first) if start else None,
        _dusk(end.last) if end else None,
        Precision.SPAN,
        _together(start, end),
        edtf=text,
        start=start,
        end=end,
    )


def read_bound(text: str) -> Bound:
    """Read a date that stands alone or at an end of an interval."""
    certainty = QUALIFIERS.get(text[-1:], Certainty.SURE)
    bare = text if certainty is Certainty.SURE else text[:-1]
    plain = _PLAIN.fullmatch(bare)
    if plain and (plain[3] or plain[2] not in _LEVEL_2_SEASONS):
        first, last, precision = _plain(bare, *(int(part) if part else None for part in plain.groups()))
    elif _RARE.fullmatch(bare):
        first, last, precision = _rare(bare)
    elif _LEVEL_2.search(bare):
        raise _beyond_level_1(text)
    else:
        raise BadDate("bad-date", f"{text!r} is not a date")
    return Bound(text, first, last, precision, certainty)


def real_day(text: str, year: int, month: int, day: int) -> date:
    """Make the day, or say which part of ``text`` the calendar does not have."""
    if not year:
        raise _beyond_calendar(text)
    if not 1 <= month <= len(MONTHS):
        raise BadDate("bad-date", f"{text!r} is not a date: there is no month {month:02}")
    size = monthrange(year, month)[1]
    if not 1 <= day <= size:
        message = f"{text!r} is not a date: {MONTHS[month - 1]} {year} has {size} days"
        nearest = f"{year:04}-{month:02}-{size if day else 1:02}"
        raise BadDate("bad-date", message, f"write '{nearest}', or '{nearest[:7]}' if the day is not known")
    return date(year, month, day)


def _plain(text: str, year: int | None, month: int | None, day: int | None) -> tuple[date, date, Precision]:
    year = year or 0
    if month is None:
        return real_day(text, year, 1, 1), date(year, 12, 31), Precision.YEAR
    if day is not None:
        found = real_day(text, year, month, day)
        return found, found, Precision.DAY
    if month in _SEASONS:
        first = real_day(text, year, 3 * (month - 20), 1)
        return first, _season_end(text, first), Precision.SEASON
    first = real_day(text, year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1]), Precision.MONTH


def _season_end(text: str, first: date) -> date:
    try:
        return (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    except OverflowError:
        raise _beyond_calendar(text) from None


@lru_cache(maxsize=4096)
def _rare(text: str) -> tuple[date, date, Precision]:
    from edtf import EDTFParseException, Unspecified, parse_edtf

    try:
        found = parse_edtf(text)
    except EDTFParseException:
        raise BadDate("bad-date", f"{text!r} is not a date") from None
    ends: Any = found
    low, high = ends.lower_strict(), ends.upper_strict()
    if not isinstance(found, Unspecified) or low.tm_year < 1:
        raise _beyond_calendar(text)
    first, last = date(*low[:3]), date(*high[:3])
    if "X" in text.partition("-")[0]:
        return first, last, Precision.SPAN
    return first, last, Precision.MONTH if first.month == last.month else Precision.YEAR


def _end(text: str) -> Bound | None:
    if "X" in text:
        message = f"{text!r} has unspecified digits, and the end of an interval may not (EDTF level 2)"
        raise BadDate(
            "bad-date", message, "write the month or the year alone, such as '2004-06' for '2004-06-XX'"
        )
    return None if text in _OPEN else read_bound(text)


def _together(*bounds: Bound | None) -> Certainty:
    found = {bound.certainty for bound in bounds if bound} - {Certainty.SURE}
    if not found:
        return Certainty.SURE
    return found.pop() if len(found) == 1 else Certainty.BOTH


def _dawn(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _dusk(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)


def _beyond_level_1(text: str) -> BadDate:
    unknown = not re.search(r"[0-9]", text)
    hint = (
        "write 'unknown'"
        if unknown
        else "write a simpler date that covers it, such as '2025-10~', '201X' or '2025/2026'"
    )
    return BadDate("bad-date", f"{text!r} is EDTF level 2, and dates here go up to level 1", hint)


def _beyond_calendar(text: str) -> BadDate:
    message = f"{text!r} lies outside the years 0001 to 9999, and no other can be placed on a timeline"
    return BadDate("bad-date", message, "write 'unknown', and say the period in the text")
