"""Calendar days that the program found, in the same words as dates that editors wrote."""

from datetime import date
from functools import lru_cache

from onrecord.pages.here import time_view
from onrecord.pages.views import TimeView
from onrecord.records.when import When, parse


@lru_cache(maxsize=10_000)
def day_view(day: date) -> TimeView:
    """Return a day in words."""
    return time_view(parse(day.isoformat()))


def iso_day(when: When) -> str:
    """Return the first day of a date as ISO text, or nothing if it has none."""
    return when.first_day.isoformat() if when.first_day else ""
