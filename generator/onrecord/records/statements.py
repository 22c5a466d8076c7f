"""Who said what, to whom, where, and who printed it."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from onrecord.records.fields import Date, Language, Some
from onrecord.records.ids import (
    ActorId,
    ActorIdOrWords,
    ClaimId,
    EventId,
    RecordId,
    SourceId,
    StatementId,
    TopicId,
)
from onrecord.records.record import BLANK, Markdown, Record
from onrecord.records.vocabulary import Setting, Stance


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """Somebody's rendering of a quotation. ``by`` is an actor's id or words such as ``our translation``."""

    text: str
    lang: Language
    by: ActorIdOrWords | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """The speaker's words as printed; ``lang`` is a BCP 47 tag of the language of ``text``."""

    text: str
    lang: Language
    translation: Translation | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenStance:
    """What a statement says of a claim. ``condition`` tells on what it depends."""

    claim: ClaimId
    stance: Stance
    condition: str = ""
    note: Markdown = BLANK


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A source that carries a statement: the words that stand there, and where in it."""

    source: SourceId
    as_printed: str = ""
    locator: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement(Record):
    """Something said by somebody, as sources carry it: a paraphrase, a quotation, or both.

    ``capacity`` is the office in which it was said, else the role held on that day.
    ``on_behalf_of`` is written ``for``. ``denies_saying`` names statements that the speaker,
    for themselves or their side, says were never made.
    """

    speaker: ActorId
    said: Date
    paraphrase: Markdown = BLANK
    quote: Quote | None = None
    capacity: str = ""
    on_behalf_of: Annotated[ActorId | None, Field(alias="for")] = None
    setting: Setting = "other"
    occasion: str = ""
    at: EventId | None = None
    to: tuple[ActorIdOrWords, ...] = ()
    stances: tuple[TakenStance, ...] = ()
    about: tuple[RecordId, ...] = ()
    replies_to: tuple[StatementId, ...] = ()
    corrects: tuple[StatementId, ...] = ()
    denies_saying: tuple[StatementId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    sources: Some[Citation]
