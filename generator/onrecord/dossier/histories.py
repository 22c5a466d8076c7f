"""What held from which day to which day, as far as was publicly known: statuses, states, positions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.glance import glance
from onrecord.dossier.known import known_from, step_known_from
from onrecord.dossier.origins import ancestors
from onrecord.dossier.publication import source_known_from, statement_known_from
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.statements import Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """Something that held from the end of the day ``since`` on, and at the end of ``until`` no longer.

    ``since`` is ``None`` where it held from the beginning, ``until`` where it holds to this day.
    """

    value: T
    since: date | None
    until: date | None


def history(dossier: Dossier, record_id: str, look: Callable[[Dossier], Iterable[T]]) -> tuple[Held[T], ...]:
    """Return what ``look`` sees in the dossier of each day on which a record's standing may have changed.

    ``look`` gets the dossiers from the day on that the record became known.
    What ended comes first, in the order in which it ended.
    """
    return held((day, look(glance(dossier, day or date.min))) for day in turning_days(dossier, record_id))


def turning_days(dossier: Dossier, record_id: str) -> tuple[date | None, ...]:
    """Return the days on which what is known of a statement, claim or event may change, oldest first.

    The first is the day it became known, ``None`` where it counts as known from the beginning.
    """
    known = known_from(dossier, record_id)
    later = {day for day in _days(dossier, record_id) if day is not None and (known is None or day > known)}
    return (known, *sorted(later))


def held(seen: Iterable[tuple[date | None, Iterable[T]]]) -> tuple[Held[T], ...]:
    """Return for how long each value was seen without a break, from what was seen on some days in order."""
    ended: list[Held[T]] = []
    lasting: dict[T, date | None] = {}
    for day, values in seen:
        now = dict.fromkeys(values)
        if over := set(lasting).difference(now):  # what lasts, as most does, is not hashed again
            ended.extend(Held(value, since, day) for value, since in lasting.items() if value in over)
            lasting = {value: since for value, since in lasting.items() if value not in over}
        if begun := set(now).difference(lasting):
            lasting |= {value: day for value in now if value in begun}
    return (*ended, *(Held(value, since, None) for value, since in lasting.items()))


def _days(dossier: Dossier, record_id: str) -> Iterator[date | None]:
    match dossier.find(record_id):
        case Statement() as statement:
            yield from _published(dossier, (each.source for each in statement.sources))
            yield from _made_known(dossier, dossier.naming(record_id, "denies_saying"))
        case Claim() as claim:
            yield from _published(dossier, (each.source for each in claim.evidence))
            yield from _made_known(dossier, dossier.naming(record_id, "stances"))
            yield from (each.on.first_day for each in (claim.assessment, claim.resolved) if each)
        case Event() as event:
            yield from (step_known_from(dossier, step) for step in event.history)


def _published(dossier: Dossier, source_ids: Iterable[str]) -> Iterator[date | None]:
    for source_id in source_ids:
        yield from (
            source_known_from(dossier, each) for each in (source_id, *sorted(ancestors(dossier, source_id)))
        )


def _made_known(dossier: Dossier, statement_ids: Iterable[str]) -> Iterator[date | None]:
    return (statement_known_from(dossier, dossier.statements[each]) for each in statement_ids)
