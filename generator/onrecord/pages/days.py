"""Calendar days that the program found, in the same words as dates that editors wrote."""

from datetime import date
from functools import lru_cache

from onrecord.pages.here import time_view
from onrecord.pages.views import TimeView
from onrecord.records.when import parse


@lru_cache(maxsize=10_000)
def day_view(day: date) -> TimeView:
    """Return a day in words."""
    return time_view(parse(day.isoformat()))
