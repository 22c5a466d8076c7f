"""What happened and what was said, in one order of time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.dossier.dossier import Dossier
from onrecord.records.events import Event
from onrecord.records.statements import Statement
from onrecord.records.when import Precision, When, timeline_key


@dataclass(frozen=True, slots=True)
class Entry:
    """A moment on the timeline: a statement, an event, or with ``step`` that step of its history."""

    when: When
    record_id: str
    folder: Literal["events", "statements"]
    step: int | None = None


def entries(dossier: Dossier) -> tuple[Entry, ...]:
    """Return the whole timeline: the earliest possible moment first, then narrower before wider, then by id.

    Every statement stands in it, every event of a known day, and every step of an event's history
    that does not fall on the event's own day.
    """
    return _in_order((*dossier.statements.values(), *dossier.events.values()))


def entries_about(dossier: Dossier, record_id: str) -> tuple[Entry, ...]:
    """Return the timeline of one record: itself, and the statements and events that name it."""
    ids = dict.fromkeys((record_id, *dossier.naming(record_id)))
    found = (dossier.statements.get(each) or dossier.events.get(each) for each in ids)
    return _in_order(record for record in found if record is not None)


def _in_order(records: Iterable[Statement | Event]) -> tuple[Entry, ...]:
    """Sort all entries; steps of one event on one day stay in the order in which they are written."""
    made = (entry for record in records for entry in _entries(record))
    return tuple(sorted(made, key=lambda entry: (timeline_key(entry.when), entry.record_id)))


def _entries(record: Statement | Event) -> Iterator[Entry]:
    if isinstance(record, Statement):
        yield Entry(record.said, record.id, "statements")
        return
    if record.when.precision is not Precision.UNKNOWN:
        yield Entry(record.when, record.id, "events")
    for index, step in enumerate(record.history):
        if _days(step.on) != _days(record.when) or record.when.precision is Precision.UNKNOWN:
            yield Entry(step.on, record.id, "events", index)


def _days(when: When) -> tuple[object, object]:
    return when.first_day, when.last_day
