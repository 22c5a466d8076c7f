"""When a record's page last had something new."""

from datetime import date

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.remembered import remembered
from onrecord.dossier.statuses import Statuses
from onrecord.records.record import Record
from onrecord.records.when import When


def updated(statuses: Statuses, record: Record) -> str:
    """Return the ISO day of the newest fact of a record, of what it names and of what names it.

    Without any, it is the day since when the record is known, or empty.
    """
    dossier = statuses.dossier
    about = (reference.to for reference in dossier.references[record.id])
    ids = dict.fromkeys((record.id, *about, *dossier.naming(record.id)))
    days = filter(None, (_newest(dossier, each) for each in ids))
    newest = max(days, default=None) or statuses.known[record.id]
    return newest.isoformat() if newest else ""


def newest(statuses: Statuses) -> str:
    """Return the latest day on which any record was ``updated``, or nothing.

    A record with a day of its own is among those that it is compared with, so that only the others need be
    asked about their neighbours.
    """
    dossier = statuses.dossier
    days = {each: _newest(dossier, each) for each in dossier.folders}
    latest = max(filter(None, days.values()), default=None)
    others = (updated(statuses, dossier.record(each)) for each, day in days.items() if day is None)
    return max((latest.isoformat() if latest else "", *others))


@remembered
def _newest(dossier: Dossier, record_id: str) -> date | None:
    """Return the day of the newest fact of one record."""
    record = dossier.find(record_id)
    return max(_days(record), default=None) if record else None


def _days(record: Record) -> tuple[date, ...]:
    found = (getattr(record, name, None) for name in ("said", "published", "on"))
    steps = (step.on for step in getattr(record, "history", ()))
    days = (when.first_day for when in (*found, *steps) if isinstance(when, When))
    return tuple(day for day in days if day is not None)
