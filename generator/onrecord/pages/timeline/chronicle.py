"""The timeline of one record, as its page shows it."""

from onrecord.dossier.timeline import entries_about
from onrecord.pages.here import Here
from onrecord.pages.timeline.entries import DayView, months
from onrecord.pages.views import ShortList

_ENTRIES = 26


def chronicle(here: Here, record_id: str) -> ShortList[DayView]:
    """Return the newest entries about a record, oldest first; earlier ones are on the whole timeline."""
    found = entries_about(here.dossier, record_id)
    shown = found[-_ENTRIES:]
    left = len(found) - len(shown)
    days = tuple(day for month in months(here, shown) for day in month.days)
    rest = here.page("timeline/", f"{left} earlier entries are on the whole timeline") if left else None
    return ShortList(days, rest)
