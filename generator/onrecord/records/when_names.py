"""Days, months and years in words: English from a table, so that 10,000 cost little, the rest by Babel."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records.when_edtf import MONTHS
from onrecord.records.when_value import Precision

if TYPE_CHECKING:
    from babel import Locale

_SKELETONS = {
    (Precision.DAY, False): "yMMMd",
    (Precision.DAY, True): "yMMMd",
    (Precision.MONTH, False): "yMMM",
    (Precision.MONTH, True): "yMMMM",
    (Precision.YEAR, False): "y",
    (Precision.YEAR, True): "y",
}
_EARLIEST_PLAIN_YEAR = 1000


def name(day: date, unit: Precision, language: str, *, long: bool) -> str:
    """Name the day, month or year in which a day lies: "7 November 2025", "Nov 2025", "2025"."""
    locale = _locale(language)
    if locale is None:
        return _english(day, unit, long=long)
    from babel.dates import format_date, format_skeleton

    if unit is Precision.DAY and long:
        return format_date(day, "long", locale=locale)
    # A lone year takes no full stop after it in the middle of a sentence, as Babel would have it.
    return (
        year_name(day)
        if unit is Precision.YEAR
        else format_skeleton(_SKELETONS[unit, long], day, locale=locale)
    )


def span_name(first: date, last: date, unit: Precision, language: str, *, long: bool) -> str:
    """Name a span between two days, months or years, saying once what both share."""
    if _english(first, unit, long=long) == _english(last, unit, long=long):
        return name(first, unit, language, long=long)
    locale = _locale(language)
    if locale is None:
        return _english_span(first, last, unit, long=long)
    from babel.dates import format_interval

    return str(format_interval(first, last, _SKELETONS[unit, long], locale=locale))


def _english(day: date, unit: Precision, *, long: bool) -> str:
    month = MONTHS[day.month - 1] if long else MONTHS[day.month - 1][:3]
    match unit:
        case Precision.DAY:
            return f"{day.day} {month} {year_name(day)}"
        case Precision.MONTH:
            return f"{month} {year_name(day)}"
        case _:
            return year_name(day)


def _english_span(first: date, last: date, unit: Precision, *, long: bool) -> str:
    end = _english(last, unit, long=long)
    begin = _english(first, unit, long=long)
    if unit is Precision.YEAR:
        return f"{begin}\N{EN DASH}{end}"
    if first.year != last.year:
        return f"{begin} \N{EN DASH} {end}"
    begin = begin.removesuffix(f" {year_name(first)}")
    if unit is Precision.MONTH:
        return f"{begin}\N{EN DASH}{end}"
    return f"{first.day}\N{EN DASH}{end}" if first.month == last.month else f"{begin} \N{EN DASH} {end}"


def year_name(day: date) -> str:
    """Name the year of a day, alike in every language: one of few digits could be taken for a day."""
    return str(day.year) if day.year >= _EARLIEST_PLAIN_YEAR else f"AD {day.year}"


@cache
def _locale(language: str) -> "Locale | None":
    tag = language.replace("_", "-")
    if tag.partition("-")[0] == "en":
        return None
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
