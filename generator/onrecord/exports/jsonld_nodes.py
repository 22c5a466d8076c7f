"""Records as nodes of JSON-LD; everything but the review is what the record says, in other words."""

from itertools import chain
from typing import Any

from onrecord.dossier.positions import positions
from onrecord.exports.jsonld_parts import days, name_or_node, nodes, texts
from onrecord.exports.jsonld_works import quotation, source_work
from onrecord.exports.release import Release
from onrecord.records.actors import Actor, Role
from onrecord.records.analysis import Correction
from onrecord.records.background import Place
from onrecord.records.claims import Assessment, Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.sources import Source
from onrecord.records.statements import Statement

_ACTORS: dict[str, str | list[str]] = {
    "person": "Person",
    "state": ["Country", "GovernmentOrganization"],
    "organisation": "Organization",
    "government-body": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
    "group": "Organization",
    "anonymous": "Thing",
}
_STATUSES = {
    "announced": "EventScheduled",
    "confirmed": "EventScheduled",
    "put-off": "EventPostponed",
    "called-off": "EventCancelled",
    "never-held": "EventCancelled",
}
_OTHERS = {"judgments": "Statement", "questions": "Question", "topics": "DefinedTerm"}


def node(release: Release, record: Record) -> dict[str, Any]:
    """Return the node of a record under its lasting IRI, without what is empty."""
    found = {"@id": release.identifier(record.id), "url": release.url(record.id), **_of_kind(release, record)}
    return {key: value for key, value in found.items() if value not in ("", [], None)}


def review(release: Release, claim: Claim, assessment: Assessment) -> dict[str, Any]:
    """Return the editors' judgment of a claim as a ``ClaimReview``."""
    by = assessment.by or release.dossier.about.publisher or "The editors"
    found = {
        "@id": f"{release.identifier(claim.id)}#review",
        "@type": "ClaimReview",
        "itemReviewed": {"@id": release.identifier(claim.id)},
        "claimReviewed": claim.text,
        "url": release.url(claim.id),
        "author": name_or_node(release, by, "Organization"),
        "datePublished": assessment.on.machine,
        "reviewBody": release.plain(assessment.reason),
        "reviewRating": {"@type": "Rating", "alternateName": assessment.status},
    }
    return {key: value for key, value in found.items() if value}


def _of_kind(release: Release, record: Record) -> dict[str, Any]:
    match record:
        case Statement():
            found = quotation(release, record)
        case Source():
            found = source_work(release, record)
        case Actor():
            found = _actor(release, record)
        case Event():
            found = _event(release, record)
        case Claim():
            found = _claim(release, record)
        case Place():
            found = _place(record)
        case Correction():
            found = _correction(release, record)
        case _:
            found = _other(release, record)
    return found


def _correction(release: Release, correction: Correction) -> dict[str, Any]:
    text = f"It was: {correction.was}\n\nIt is now: {correction.now}\n\nReason: {correction.reason}"
    return {
        "@type": "CorrectionComment",
        "text": texts(release, text),
        "dateCreated": correction.on.machine,
        "about": nodes(release, [correction.of]),
    }


def _other(release: Release, record: Record) -> dict[str, Any]:
    kind = _OTHERS[release.dossier.folders[record.id]]
    words = texts(release, getattr(record, "summary", "")) or getattr(record, "text", "")
    key = "description" if kind == "DefinedTerm" else "text"
    return {"@type": kind, "name": release.titles[record.id], key: words}


def _actor(release: Release, actor: Actor) -> dict[str, Any]:
    return {
        "@type": _ACTORS[actor.kind],
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "description": texts(release, actor.summary),
        "sameAs": [f"http://www.wikidata.org/entity/{actor.wikidata}"] if actor.wikidata else [],
        "memberOf": [_role(release, each) for each in actor.roles],
    }


def _role(release: Release, role: Role) -> dict[str, Any]:
    found = {
        "@type": "OrganizationRole",
        "roleName": role.title,
        "startDate": role.from_.machine if role.from_ else "",
        "endDate": role.to.machine if role.to else "",
        "memberOf": nodes(release, [role.organisation] if role.organisation else []),
    }
    return {key: value for key, value in found.items() if value}


def _event(release: Release, event: Event) -> dict[str, Any]:
    state = release.statuses.lives[event.id].state
    return {
        "@type": "Event",
        "name": event.title,
        **days(event.when),
        "eventStatus": _STATUSES.get(state, ""),
        "description": texts(release, "\n".join(filter(None, (event.summary, event.outcome)))),
        "location": nodes(release, [event.place] if event.place else []),
        "attendee" if state == "held" else "contributor": nodes(
            release, (each.actor for each in event.participants)
        ),
        "superEvent": nodes(release, [event.part_of] if event.part_of else []),
        "about": nodes(release, event.topics),
        "subjectOf": nodes(release, event.sources),
    }


def _claim(release: Release, claim: Claim) -> dict[str, Any]:
    taken = chain.from_iterable(positions(release.dossier, claim.id).values())
    asserting = (each.statement for each in taken if each.stance == "asserts")
    return {
        "@type": "Claim",
        "text": claim.text,
        "appearance": nodes(release, asserting),
        "about": nodes(release, claim.topics),
    }


def _place(place: Place) -> dict[str, Any]:
    geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    located = place.lat is not None and place.lon is not None
    return {
        "@type": "Place",
        "name": place.name,
        "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else "",
        "geo": geo if located else "",
    }
