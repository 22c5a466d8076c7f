"""When a source came out, and since when what rests on it has been public."""

from collections.abc import Iterable
from datetime import date

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.sides import day_of
from onrecord.records.events import Event, Step
from onrecord.records.statements import Statement


def source_known_from(dossier: Dossier, source_id: str) -> date | None:
    """Return the day a source came out: of a vague date its first day, of an unknown one none."""
    source = dossier.sources.get(source_id)
    return source.published.first_day if source else None


def published_first(dossier: Dossier, source_ids: Iterable[str]) -> date | None:
    """Return the day on which the first of some sources came out."""
    return earliest(source_known_from(dossier, each) for each in source_ids)


def step_known_from(dossier: Dossier, step: Step) -> date | None:
    """Return the day since which a step in an event's life has been public: its sources', else its own."""
    return published_first(dossier, step.sources) or day_of(step.on)


def statement_known_from(dossier: Dossier, statement: Statement) -> date | None:
    """Return the day since which a statement has been public: its sources', else the day it was made."""
    return published_first(dossier, (each.source for each in statement.sources)) or day_of(statement.said)


def event_known_from(dossier: Dossier, event: Event) -> date | None:
    """Return the day since which an event has been public: its first step's, else its sources'."""
    if event.history:
        return earliest(step_known_from(dossier, step) for step in event.history)
    return published_first(dossier, event.sources)


def earliest(days: Iterable[date | None]) -> date | None:
    """Return the first of the days that are known."""
    return min((day for day in days if day is not None), default=None)
