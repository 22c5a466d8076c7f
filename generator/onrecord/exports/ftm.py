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
from onrecord.records.sources import Source
from onrecord.records.statements import Statement


def ftm_json(release: Release) -> bytes:
    """Return one entity a line: actors and their ties, events, statements, sources and places.

    Claims, judgments and what the program derives have no place in the model and are left out.
    """
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in _entities(release)).encode()


def _entities(release: Release) -> Iterator[Entity]:
    dossier = release.dossier
    for actor in dossier.actors.values():
        yield _actor(release, actor)
        yield from actor_links(dossier, actor)
    yield from (_event(release, each) for each in dossier.events.values())
    yield from (_statement(release, each) for each in dossier.statements.values())
    yield from (_source(release, each) for each in dossier.sources.values())
    yield from (_place(release, each) for each in dossier.places.values())


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
