"""When a record last got something new, by the days that the records give."""

from collections.abc import Iterator
from datetime import date

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.publication import source_known_from, statement_known_from, step_known_from
from onrecord.dossier.sides import day_of
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.sources import Source
from onrecord.records.statements import Statement


def changed(dossier: Dossier, record: Record) -> date | None:
    """Return the day of the newest thing that the record itself tells, or of its newest correction.

    A statement changes with its sources, an event with its steps, a claim with the stances, the evidence
    and the judgment on it, a question with its claims. Actors, places and topics have no days of their own.
    """
    days = (*_days(dossier, record), *_corrected(dossier, record.id))
    return max((day for day in days if day is not None), default=None)


def _days(dossier: Dossier, record: Record) -> Iterator[date | None]:
    match record:
        case Statement():
            yield statement_known_from(dossier, record)
            yield from (source_known_from(dossier, each.source) for each in record.sources)
        case Event():
            yield from (step_known_from(dossier, step) for step in record.history)
            yield from (source_known_from(dossier, each) for each in record.sources)
        case Claim():
            yield from _of_claim(dossier, record)
        case Question():
            for claim_id in dict.fromkeys((*record.claims, *dossier.naming(record.id, "question"))):
                if claim := dossier.claims.get(claim_id):
                    yield from _of_claim(dossier, claim)
        case Judgment() | Correction():
            yield day_of(record.on)
        case Source():
            yield source_known_from(dossier, record.id)


def _of_claim(dossier: Dossier, claim: Claim) -> Iterator[date | None]:
    for statement_id in dossier.naming(claim.id, "stances"):
        yield statement_known_from(dossier, dossier.statements[statement_id])
    yield from (source_known_from(dossier, each.source) for each in claim.evidence)
    for settled in (claim.assessment, claim.resolved):
        if settled:
            yield day_of(settled.on)


def _corrected(dossier: Dossier, record_id: str) -> Iterator[date | None]:
    for correction_id in dossier.naming(record_id, "of"):
        if correction := dossier.corrections.get(correction_id):
            yield day_of(correction.on)
