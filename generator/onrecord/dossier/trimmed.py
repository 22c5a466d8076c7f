"""A record as it stood on an earlier day: without what came later."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.publication import source_known_from, step_known_from
from onrecord.dossier.remembered import remembered
from onrecord.records.about import About, Scope
from onrecord.records.claims import Claim, Resolved
from onrecord.records.events import Event, Step
from onrecord.records.ids import SourceId
from onrecord.records.record import Markdown, Record
from onrecord.records.statements import Statement
from onrecord.records.when import When, parse

T = TypeVar("T")


def about_then(about: About, day: date) -> About:
    """Return the title page of ``day``, with the words of the newest edition by then that has any.

    Its subtitle and its scope were written with today's records in mind, and are left out.
    From the day of ``as_of`` on it is the present one.
    """
    present = about.as_of.last_day
    if present is None or day >= present:
        return about
    past = [edition for edition in about.editions if not _is_later(edition.on.last_day, day)]
    worded = [edition for edition in past if edition.bottom_line]
    newest = max(worded, key=lambda edition: edition.on.last_day or date.min, default=None)
    return replace(
        about,
        as_of=parse(day.isoformat()),
        editions=tuple(past),
        bottom_line=newest.bottom_line if newest else "",
        rests_on=(),
        subtitle="",
        scope=Scope(),
    )


def record_then(dossier: Dossier, record: Record, day: date) -> Record:
    """Return a record without what was not public by ``day``; the same object if it loses nothing."""
    if isinstance(record, Statement):
        return _statement(dossier, record, day)
    if isinstance(record, Event):
        return _event(dossier, record, day)
    return _claim(dossier, record, day) if isinstance(record, Claim) else record


def _statement(dossier: Dossier, statement: Statement, day: date) -> Statement:
    if _all_out(dossier, statement.id) <= day:
        return statement
    cited = tuple(each for each in statement.sources if _is_out(dossier, each.source, day))
    return statement if cited == statement.sources else replace(statement, sources=cited)


@remembered
def _all_out(dossier: Dossier, statement_id: str) -> date:
    """Return the day on which the last of a statement's sources came out; those of no day count as first."""
    cited = dossier.statements[statement_id].sources
    return max((source_known_from(dossier, each.source) or date.min for each in cited), default=date.min)


def _event(dossier: Dossier, event: Event, day: date) -> Event:
    history = tuple(
        _step(dossier, step, day)
        for step in event.history
        if not _is_later(step_known_from(dossier, step), day)
    )
    sources = _out(dossier, event.sources, day)
    if history == event.history and sources == event.sources:
        return event
    outcome = event.outcome if len(history) == len(event.history) else Markdown("")
    return replace(event, history=history, sources=sources, outcome=outcome)


def _step(dossier: Dossier, step: Step, day: date) -> Step:
    return replace(step, sources=_out(dossier, step.sources, day))


def _claim(dossier: Dossier, claim: Claim, day: date) -> Claim:
    evidence = tuple(each for each in claim.evidence if _is_out(dossier, each.source, day))
    assessment = _unless_later(claim.assessment, claim.assessment.on if claim.assessment else None, day)
    resolved = _unless_later(claim.resolved, claim.resolved.on if claim.resolved else None, day)
    if resolved:
        resolved = _resolved(dossier, resolved, day)
    then = replace(claim, evidence=evidence, assessment=assessment, resolved=resolved)
    return claim if then == claim else then


def _resolved(dossier: Dossier, resolved: Resolved, day: date) -> Resolved:
    return replace(resolved, sources=_out(dossier, resolved.sources, day))


def _unless_later(value: T | None, on: When | None, day: date) -> T | None:
    return None if on is not None and _is_later(on.first_day, day) else value


def _out(dossier: Dossier, source_ids: Iterable[SourceId], day: date) -> tuple[SourceId, ...]:
    return tuple(each for each in source_ids if _is_out(dossier, each, day))


def _is_out(dossier: Dossier, source_id: str, day: date) -> bool:
    return not _is_later(source_known_from(dossier, source_id), day)


def _is_later(known: date | None, day: date) -> bool:
    return known is not None and known > day
