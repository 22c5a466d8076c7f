"""What happened, or was to happen: an event has a life, and every step of it has a source."""

from dataclasses import dataclass

from onrecord.records.fields import Date, Some
from onrecord.records.ids import ActorId, EventId, PlaceId, SourceId, TopicId
from onrecord.records.record import BLANK, Markdown, Record
from onrecord.records.vocabulary import EventKind, EventState


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A step in the life of an event: the state it entered, on what day, and who says so.

    ``planned_for`` is the date that was then foreseen; ``by`` is whose word or deed made the step.
    """

    state: EventState
    on: Date
    planned_for: Date | None = None
    by: ActorId | None = None
    sources: Some[SourceId]
    note: Markdown = BLANK


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """An actor who took part, or was to take part, and as what."""

    actor: ActorId
    role: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event(Record):
    """Something that happened or was planned, as far as its sources carry it."""

    title: str
    when: Date
    kind: EventKind = "other"
    history: Some[Step]
    place: PlaceId | None = None
    participants: tuple[Participant, ...] = ()
    summary: Markdown = BLANK
    outcome: Markdown = BLANK
    part_of: EventId | None = None
    follows: tuple[EventId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    sources: Some[SourceId]
