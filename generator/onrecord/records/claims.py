"""Propositions that can be true or false, and what speaks for and against them."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from onrecord.records.fields import Date, Some
from onrecord.records.ids import ActorIdOrWords, QuestionId, SourceId, TopicId
from onrecord.records.record import BLANK, Markdown, Record
from onrecord.records.vocabulary import AssessedStatus, Bearing, ClaimKind, Resolution


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """A source that bears on a claim by what it shows, not by who is quoted in it."""

    source: SourceId
    bearing: Bearing
    note: Markdown = BLANK


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """An editor's judgment of a claim, which overrides the computed status and says why."""

    status: AssessedStatus
    reason: Markdown = BLANK
    by: ActorIdOrWords | None = None
    on: Date


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolved:
    """How a claim was settled: as true, as false, or because it no longer matters."""

    on: Date
    outcome: Annotated[Resolution, Field(alias="as")]
    how: Markdown
    sources: Some[SourceId]


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim(Record):
    """One proposition that can be true or false."""

    text: str
    kind: ClaimKind = "fact"
    question: QuestionId | None = None
    evidence: tuple[Evidence, ...] = ()
    assessment: Assessment | None = None
    resolved: Resolved | None = None
    topics: tuple[TopicId, ...] = ()
