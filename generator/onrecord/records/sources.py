"""Where a thing is printed, and from whom the printer has it."""

from dataclasses import dataclass

from onrecord.records.fields import ContentFile, Date, Language, Url
from onrecord.records.ids import ActorIdOrWords, SourceIdOrWords, TopicId
from onrecord.records.record import Record
from onrecord.records.vocabulary import ArchiveState, Reliability, SourceKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    """The archived copy of a source: whether there is one, where, since when, and its digest."""

    state: ArchiveState
    url: Url = ""
    on: Date | None = None
    sha256: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source(Record):
    """A page, broadcast, post or document that a record rests on.

    A ``title`` in square brackets describes the source, because its own headline was not seen.
    ``derived_from`` names what it relays; sources that lead back to the same place are one origin.
    ``text_file`` is the stored text that quotations are compared with; it is never published.
    """

    title: str
    publisher: ActorIdOrWords
    kind: SourceKind
    url: Url = ""
    published: Date
    accessed: Date | None = None
    authors: tuple[str, ...] = ()
    lang: Language = ""
    derived_from: tuple[SourceIdOrWords, ...] = ()
    reliability: Reliability | None = None
    archive: Archive | None = None
    text_file: ContentFile = ""
    topics: tuple[TopicId, ...] = ()
