"""What follows from a record, as plain mappings: statuses, since when it is public, its address."""

from typing import Any

from onrecord.dossier.positions import standing
from onrecord.dossier.sides import capacity, day_of, side
from onrecord.exports.release import Release
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.statements import Statement


def derived(release: Release, record: Record) -> dict[str, Any]:
    """Return what the program found out about a record; what is not known is left out."""
    known = release.known[record.id]
    found = {
        "title": release.titles[record.id],
        "url": release.url(record.id),
        "known_from": known.isoformat() if known else "",
        **_of_kind(release, record),
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def _of_kind(release: Release, record: Record) -> dict[str, Any]:
    match record:
        case Statement():
            return _of_statement(release, record)
        case Claim():
            return _of_claim(release, record)
        case Event():
            now = release.statuses.lives[record.id]
            plan = now.planned_for.text if now.planned_for else ""
            return {"state": now.state, "since": now.since.text, "planned_for": plan}
    return {}


def _of_statement(release: Release, statement: Statement) -> dict[str, Any]:
    found = release.statuses.attributions[statement.id]
    return {
        "attribution": found.status,
        "rule": found.rule,
        "because": found.because,
        "decisive": list(found.decisive),
        "capacity": capacity(release.dossier, statement),
        "side": side(release.dossier, statement.speaker, day_of(statement.said)),
        "origins": [
            {"key": each.key, "named": each.named, "sources": list(each.sources)} for each in found.origins
        ],
    }


def _of_claim(release: Release, claim: Claim) -> dict[str, Any]:
    found = release.statuses.substances[claim.id]
    return {
        "substance": found.status,
        "rule": found.rule,
        "because": found.because,
        "decisive": list(found.decisive),
        "by_editor": found.by_editor,
        "resolution": found.resolution,
        "positions": [
            {"actor": each.actor, "stance": each.stance, "statement": each.statement}
            for each in standing(release.dossier, claim.id).values()
        ],
    }
