"""What the editors ask, judge, and had to correct."""

from dataclasses import dataclass

from onrecord.records.fields import Date
from onrecord.records.ids import ClaimId, RecordId, TopicId
from onrecord.records.record import BLANK, Markdown, Record
from onrecord.records.vocabulary import Confidence, Likelihood


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Record):
    """Something that is not known, since when it is asked, why it matters, and what would show it."""

    text: str
    asked: Date | None = None
    why_it_matters: Markdown = BLANK
    watch: tuple[str, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    topics: tuple[TopicId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgment(Record):
    """What the editors think, how likely, how surely, on what it rests, what would change it."""

    text: str
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    rests_on: tuple[RecordId, ...] = ()
    would_change: Markdown = BLANK
    on: Date
    topics: tuple[TopicId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction(Record):
    """A mistake that was published and mended: what it was, what it is now, and why."""

    of: RecordId
    on: Date
    was: Markdown
    now: Markdown
    reason: Markdown
