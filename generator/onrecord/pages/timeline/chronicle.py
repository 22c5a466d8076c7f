"""The timeline of one record, as its page shows it."""

from onrecord.dossier.timeline import entries_about
from onrecord.pages.capped import kept
from onrecord.pages.here import Here
from onrecord.pages.timeline.entries import DayView, months
from onrecord.pages.views import LinkView, ShortList

_ENTRIES = 12
_FILTERS = {"actors": "actor", "topics": "topic"}
"""Kinds of records that the whole timeline can be filtered by, and the filter's name in the address."""


def chronicle(here: Here, record_id: str) -> ShortList[DayView]:
    """Return the newest entries about a record, oldest first; earlier ones are on the whole timeline."""
    found = entries_about(here.dossier, record_id)
    shown = found[-kept(len(found), _ENTRIES) :]
    left = len(found) - len(shown)
    days = tuple(day for month in months(here, shown) for day in month.days)
    return ShortList(days, _rest(here, record_id, left) if left else None)


def _rest(here: Here, record_id: str, left: int) -> LinkView:
    return on_timeline(here, record_id, f"{left} earlier entries are on the whole timeline")


def on_timeline(here: Here, record_id: str, words: str, more: str = "") -> LinkView:
    """Link the whole timeline, filtered where it can be; without scripts it is shown unfiltered.

    ``more`` is what else to filter by, as ``&kind=statement``.
    """
    link = here.page("timeline/", words)
    name = _FILTERS.get(here.dossier.folders[record_id])
    return link._replace(href=f"{link.href}?{name}={record_id}{more}") if name else link
