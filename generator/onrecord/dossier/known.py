"""Since when each record has been public, and the dossier as it was on a day."""

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.dossier.asked import Asked
from onrecord.dossier.dossier import Backlink, Dossier
from onrecord.dossier.link import assemble, backlinks
from onrecord.dossier.publication import (
    earliest,
    event_known_from,
    published_first,
    source_known_from,
    statement_known_from,
    step_known_from,
)
from onrecord.dossier.remembered import remembered
from onrecord.dossier.trimmed import about_then, record_then
from onrecord.records.actors import Actor
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.references import references
from onrecord.records.sources import Source
from onrecord.records.statements import Statement

__all__ = ["as_of", "known_from", "step_known_from"]

_DATED = frozenset({"claims", "events", "judgments", "sources", "statements"})


@remembered
def known_from(dossier: Dossier, record_id: str) -> date | None:
    """Return the day since which a record has been public, or ``None`` where that is not known.

    It is the first publication among the record's sources. A statement or a step in an event's life without
    a dated source counts from its own day. An actor counts from the first thing that names the actor or one
    of the actor's members, a place or topic from the first that names it, a question from when it was asked
    or else from its first claim.
    What is not known is treated as known from the beginning.
    """
    record = dossier.find(record_id)
    if isinstance(record, Actor):
        return earliest(_named_from(dossier, each) for each in _members(dossier, record_id))
    return _known_from(dossier, record) if record else None


def as_of(dossier: Dossier, day: date) -> Dossier:
    """Return the dossier as it was publicly known at the end of ``day``.

    Records that were not public are left out, and those that stay lose later sources, steps, evidence,
    assessments and resolutions; a record may name one that is left out.
    """
    actors = _actors_known(dossier, day)
    then = {
        str(record.id): record_then(dossier, record, day)
        for record in dossier
        if (
            record.id in actors
            if isinstance(record, Actor)
            else _is_public(known_from(dossier, record.id), day)
        )
    }
    named = Asked(then, lambda each: references(then[each]))
    return assemble(about_then(dossier.about, day), then.values(), _links_then(dossier, then), named)


def _is_public(known: date | None, day: date) -> bool:
    return known is None or known <= day


def _known_from(dossier: Dossier, record: Record) -> date | None:
    match record:
        case Source():
            known = source_known_from(dossier, record.id)
        case Statement():
            known = statement_known_from(dossier, record)
        case Event():
            known = event_known_from(dossier, record)
        case Claim():
            known = earliest(_of_claim(dossier, record))
        case Judgment() | Correction():
            known = record.on.first_day
        case Question():
            known = earliest(_of_question(dossier, record))
        case _:
            known = _named_from(dossier, record.id)
    return known


def _of_claim(dossier: Dossier, claim: Claim) -> Iterator[date | None]:
    yield published_first(dossier, (each.source for each in claim.evidence))
    for statement_id in dossier.naming(claim.id, "stances"):
        yield known_from(dossier, statement_id)


def _of_question(dossier: Dossier, question: Question) -> Iterator[date | None]:
    if question.asked:
        yield question.asked.first_day
        return
    for claim_id in (*question.claims, *dossier.naming(question.id)):
        yield known_from(dossier, claim_id) if claim_id in dossier.claims else None


def _named_from(dossier: Dossier, record_id: str) -> date | None:
    """Return the day since which anything with a date of its own has named a record."""
    naming = (each for each in dossier.naming(record_id) if dossier.folders[each] in _DATED)
    return earliest(known_from(dossier, each) for each in naming)


def _members(dossier: Dossier, actor_id: str) -> Iterable[str]:
    """Return an actor and all who name the actor in a role or relation, at whatever remove."""
    reached = {actor_id: None}
    waiting = [actor_id]
    while waiting:
        naming = dossier.naming(waiting.pop())
        onward = [each for each in naming if each in dossier.actors and each not in reached]
        reached.update(dict.fromkeys(onward))
        waiting.extend(onward)
    return reached


def _actors_known(dossier: Dossier, day: date) -> frozenset[str]:
    """Return the actors whose ``known_from`` is not later than ``day``, in one pass over all of them."""
    named = {actor_id: _named_from(dossier, actor_id) for actor_id in dossier.actors}
    dated = {actor_id: known for actor_id, known in named.items() if known is not None}
    by_then = _with_organisations(dossier, (each for each, known in dated.items() if known <= day))
    return by_then | (dossier.actors.keys() - _with_organisations(dossier, dated))


def _with_organisations(dossier: Dossier, actor_ids: Iterable[str]) -> frozenset[str]:
    """Return some actors and all whom they name in a role or relation, at whatever remove."""
    waiting = list(actor_ids)
    reached = set(waiting)
    while waiting:
        actor = dossier.actors[waiting.pop()]
        named = (*(role.organisation for role in actor.roles), *(tie.to for tie in actor.relations))
        onward = [each for each in named if each in dossier.actors and each not in reached]
        reached.update(each for each in onward if each)
        waiting.extend(each for each in onward if each)
    return frozenset(reached)


def _links_then(dossier: Dossier, then: dict[str, Record]) -> dict[str, tuple[Backlink, ...]]:
    """Return the links that remain; only those of records that lost something are looked up again."""
    lost = [record for record in then.values() if record is not dossier.find(record.id)]
    named = {str(record.id): references(record) for record in lost}
    changed = backlinks(named, {each: dossier.folders[each] for each in then})
    altered = {record.id for record in lost}
    found: dict[str, tuple[Backlink, ...]] = {}
    for record_id, links in dossier.backlinks.items():
        kept = tuple(
            link
            for link in links
            if link.by in then and (link.by not in altered or link in changed.get(record_id, ()))
        )
        if record_id in then and kept:
            found[record_id] = kept
    return found
