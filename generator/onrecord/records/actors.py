"""Who acts and speaks: persons, states, organisations, media, and those who are not named."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from onrecord.records.fields import Date, Picture, Wikidata
from onrecord.records.ids import ActorId, SourceId, TopicId
from onrecord.records.record import BLANK, Link, Markdown, Record
from onrecord.records.vocabulary import ActorKind, RelationKind, Reliability


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """An office that an actor held: its title, for whom, from when to when."""

    title: str
    organisation: ActorId | None = None
    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """A tie of one actor to another. ``part-of`` also says whose side an actor is on."""

    to: ActorId
    kind: RelationKind
    from_: Annotated[Date | None, Field(alias="from")] = None
    until: Date | None = None
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """A picture beside the text: a file of the content folder, and what must be said of it."""

    file: Picture
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor(Record):
    """Somebody who does or says something. ``reliability`` is that of an actor who publishes."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    summary: Markdown = BLANK
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    country: str = ""
    image: Image | None = None
    wikidata: Wikidata = ""
    links: tuple[Link, ...] = ()
    reliability: Reliability | None = None
    topics: tuple[TopicId, ...] = ()
