"""What a feed tells of a record: the words, in plain text."""

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.dossier.names import actor_name
from onrecord.exports.release import Release
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.lines import one_line
from onrecord.records.record import Record
from onrecord.records.statements import Statement

TOLD = ("claims", "corrections", "events", "judgments", "questions", "statements")
"""The kinds that feeds tell of; the others are what these are about."""


def entry_text(release: Release, record: Record, derived: Mapping[str, Any]) -> str:
    """Return the text of an entry, a paragraph a line."""
    return "\n".join(one_line(each) for each in _lines(release, record, derived) if each)


def _lines(release: Release, record: Record, derived: Mapping[str, Any]) -> Iterator[str]:
    match record:
        case Statement():
            yield from _statement(release, record, derived)
        case Event():
            yield release.plain(record.summary)
            yield release.plain(record.outcome)
            yield f"State: {derived['state']}."
        case Claim():
            yield record.text
            yield f"Is it so? {derived['substance'].capitalize()}. {derived['because']}"
        case Judgment():
            yield record.text
            yield ". ".join(each for each in (_likelihood(record), _confidence(record)) if each)
        case Question():
            yield record.text
            yield release.plain(record.why_it_matters)
        case Correction():
            yield f"It was: {release.plain(record.was)}"
            yield f"It is now: {release.plain(record.now)}"
            yield f"Reason: {release.plain(record.reason)}"


def _statement(release: Release, statement: Statement, derived: Mapping[str, Any]) -> Iterator[str]:
    yield release.plain(statement.paraphrase)
    if quote := statement.quote:
        yield f"“{quote.text}”"
        if quote.translation:
            yield f"“{quote.translation.text}”"
    yield f"Did they say it? {derived['attribution'].replace('-', ' ').capitalize()}. {derived['because']}"
    cited = (release.dossier.sources.get(each.source) for each in statement.sources)
    publishers = dict.fromkeys(actor_name(release.dossier, each.publisher) for each in cited if each)
    yield f"According to: {', '.join(publishers)}."


def _likelihood(judgment: Judgment) -> str:
    return f"Likelihood: {judgment.likelihood.replace('-', ' ')}" if judgment.likelihood else ""


def _confidence(judgment: Judgment) -> str:
    return f"Confidence: {judgment.confidence}" if judgment.confidence else ""
