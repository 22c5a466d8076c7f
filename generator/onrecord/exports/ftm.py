"""The dossier as entities of FollowTheMoney, the data model of Aleph and OpenSanctions."""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.dossier.names import actor_name
from onrecord.exports.ftm_links import actor_links
from onrecord.exports.ftm_parts import SCHEMATA, Entity, country, date, entity
from onrecord.exports.release import Release
from onrecord.records.actors import Actor
from onrecord.records.background import Place
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.sources import Source
from onrecord.records.statements import Statement

KINDS = ("actors", "events", "statements", "sources", "places")
"""The kinds that are told, in that order.

Claims, judgments and what the program derives have no place in the model and are left out.
"""


def entity_lines(release: Release, record: Record) -> str:
    """Return a record and its ties to others as entities, one a line; nothing if its kind is left out."""
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in _entities(release, record))


def _entities(release: Release, record: Record) -> Iterator[Entity]:
    match record:
        case Actor():
            yield _actor(release, record)
            yield from actor_links(release.dossier, record)
        case Event():
            yield _event(release, record)
        case Statement():
            yield _statement(release, record)
        case Source():
            yield _source(release, record)
        case Place():
            yield _place(release, record)


def _actor(release: Release, actor: Actor) -> Entity:
    return entity(
        actor.id,
        SCHEMATA[actor.kind],
        name=[actor.name],
        alias=actor.aliases,
        summary=[release.plain(actor.summary)],
        country=[country(actor.country)],
        wikidataId=[actor.wikidata],
        sourceUrl=[release.url(actor.id)],
    )


def _event(release: Release, event: Event) -> Entity:
    exact = date(event.when)
    interval = event.when.is_interval
    return entity(
        event.id,
        "Event",
        name=[event.title],
        date=[] if interval else [exact],
        startDate=[_day(event.when.first_day)] if interval else [],
        endDate=[_day(event.when.last_day)] if interval else [],
        summary=[release.plain(event.summary)],
        notes=[release.plain(event.outcome)],
        involved=(each.actor for each in event.participants),
        addressEntity=[event.place],
        proof=event.sources,
        sourceUrl=[release.url(event.id)],
    )


def _day(day: Any) -> str:
    return day.isoformat() if day else ""


def _statement(release: Release, statement: Statement) -> Entity:
    quoted = statement.quote.text if statement.quote else ""
    return entity(
        statement.id,
        "Note",
        name=[release.titles[statement.id]],
        description=[release.plain(statement.paraphrase), quoted],
        createdAt=[date(statement.said)],
        entity=[statement.speaker],
        proof=(each.source for each in statement.sources),
        sourceUrl=[release.url(statement.id)],
    )


def _source(release: Release, source: Source) -> Entity:
    return entity(
        source.id,
        "Article",
        title=[source.title],
        publisher=[actor_name(release.dossier, source.publisher)],
        author=source.authors,
        publishedAt=[date(source.published)],
        retrievedAt=[date(source.accessed) if source.accessed else ""],
        sourceUrl=[source.url],
    )


def _place(release: Release, place: Place) -> Entity:
    full = ", ".join(each for each in (place.name, place.country) if each)
    return entity(
        place.id,
        "Address",
        name=[place.name],
        full=[full],
        country=[country(place.country)],
        latitude=["" if place.lat is None else str(place.lat)],
        longitude=["" if place.lon is None else str(place.lon)],
        sourceUrl=[release.url(place.id)],
    )
