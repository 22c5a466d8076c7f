"""Dates in words for people, which never claim more than the date does."""

from datetime import UTC, timedelta
from functools import lru_cache

from onrecord.records.when_names import name, span_name, year_name
from onrecord.records.when_phrases import phrases
from onrecord.records.when_value import Bound, Certainty, Precision, When
from onrecord.records.zones import offset_text

_NAMED = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def words(when: When, language: str = "en") -> str:
    """Say a date in full: "about 7 November 2025", "16 October 2025, 15:42 UTC", "no date set".

    ``language`` is a tag such as ``de``; one that is not known gets English.
    """
    return _say(when, language, long=True)


def short_words(when: When, language: str = "en") -> str:
    """Say a date where room is scarce: "c. 7 Nov 2025", "20 Oct 2025 or later", "no date"."""
    return _say(when, language, long=False)


@lru_cache(maxsize=65_536)
def _say(when: When, language: str, *, long: bool) -> str:
    if when.precision is Precision.UNKNOWN:
        said = phrases(language)
        return said.unknown if long else said.unknown_short
    if when.precision is Precision.INSTANT:
        return _clock(when, language, long=long)
    if when.start and not when.is_interval:
        return _qualified(when.start, language, long=long)
    if when.start and when.end:
        return _span(when.start, when.end, language, long=long)
    return _half(when, language, long=long)


def _qualified(bound: Bound, language: str, *, long: bool) -> str:
    said, text = phrases(language), _bare(bound, language, long=long)
    if bound.certainty in (Certainty.APPROXIMATE, Certainty.BOTH):
        text = (said.about if long else said.about_short).format(text)
    if bound.certainty in (Certainty.UNCERTAIN, Certainty.BOTH):
        text = said.possibly.format(text)
    return text


def _bare(bound: Bound, language: str, *, long: bool) -> str:
    if bound.precision is Precision.SEASON:
        return _season(bound, language)
    if bound.precision is Precision.SPAN:
        return _years(bound, language, long=long)
    text = name(bound.first, bound.precision, language, long=long)
    if "X" not in bound.text or not long:
        return text
    said = phrases(language)
    return (
        said.no_day if bound.text.count("-X") != 1 or bound.precision is Precision.MONTH else said.no_month
    ).format(text)


def _season(bound: Bound, language: str) -> str:
    year = year_name(bound.first)
    if bound.first.year != bound.last.year:
        year += f"\N{EN DASH}{bound.last.year % 100:02}"
    return phrases(language).seasons[bound.first.month // 3 - 1].format(year)


def _years(bound: Bound, language: str, *, long: bool) -> str:
    first, last = (year_name(day) for day in (bound.first, bound.last))
    if bound.text.count("X") == 1 and bound.first.year % 100:
        return phrases(language).decade.format(first)
    # "The 2000s" would be ten years to some and a hundred to others.
    return phrases(language).between.format(first, last) if long else f"{first}\N{EN DASH}{last}"


def _span(start: Bound, end: Bound, language: str, *, long: bool) -> str:
    sure = start.certainty is end.certainty is Certainty.SURE
    if sure and start.precision is end.precision and start.precision in _NAMED:
        return span_name(start.first, end.first, start.precision, language, long=long)
    ends = (_qualified(bound, language, long=long) for bound in (start, end))
    said = phrases(language)
    return (said.between if long and not sure else said.span).format(*ends)


def _half(when: When, language: str, *, long: bool) -> str:
    bound, past = when.start or when.end, when.start is None
    if bound is None:
        return when.text
    said = phrases(language)
    if ".." not in when.edtf:
        long_form, short_form = (said.until, said.until_short) if past else (said.since, said.since_short)
    else:
        day = bound.precision is Precision.DAY
        before = said.not_after if day else said.not_after_in
        after = said.not_before if day else said.not_before_in
        long_form = before if past else after
        short_form = said.not_after_short if past else said.not_before_short
    return (long_form if long else short_form).format(_qualified(bound, language, long=long))


def _clock(when: When, language: str, *, long: bool) -> str:
    local = when.local
    if local is None:
        return when.text
    day, clock = name(local, Precision.DAY, language, long=long), _time(when, local.isoformat())
    if when.zone == "UTC":
        return f"{day}, {clock} UTC"
    offset = local.utcoffset() or timedelta()
    zone = f"UTC{offset_text(offset)}".replace("-", "\N{MINUS SIGN}")
    if not long:
        return f"{day}, {clock} ({zone})"
    place = f"{when.zone.rpartition('/')[2].replace('_', ' ')}, " if "/" in when.zone else ""
    if not offset:
        return f"{day}, {clock} ({place}{zone})"
    utc = local.astimezone(UTC)
    universal = f"{_time(when, utc.isoformat())} UTC"
    if utc.date() != local.date():
        universal = f"{name(utc, Precision.DAY, language, long=True)}, {universal}"
    return f"{day}, {clock} ({place}{zone}; {universal})"


def _time(when: When, stamp: str) -> str:
    return stamp[11:19] if when.to_the_second else stamp[11:16]
