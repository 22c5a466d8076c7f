"""The whole dossier as one JSON document."""

import json
from typing import Any

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import known_from
from onrecord.dossier.lives import life
from onrecord.dossier.substance import substance
from onrecord.exports.plain import plain
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record

VERSION = 1


def dossier_json(dossier: Dossier) -> bytes:
    """Return all records with what follows from them under ``derived``, as UTF-8 JSON."""
    document = {
        "onrecord": VERSION,
        "dossier": plain(dossier.about),
        **{
            folder: [_record(dossier, each) for each in dossier.of_kind(folder).values()]
            for folder in FOLDERS
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _record(dossier: Dossier, record: Record) -> dict[str, Any]:
    known = known_from(dossier, record.id)
    derived = {"known_from": known.isoformat() if known else None, **_derived(dossier, record)}
    return {**plain(record), "derived": derived}


def _derived(dossier: Dossier, record: Record) -> dict[str, Any]:
    if statement := dossier.statements.get(record.id):
        found = attribution(dossier, statement)
        return {
            "attribution": found.status,
            "because": found.because,
            "origins": [each.key for each in found.origins],
        }
    if claim := dossier.claims.get(record.id):
        settled = substance(dossier, claim)
        return {"substance": settled.status, "because": settled.because, "by_editor": settled.by_editor}
    if event := dossier.events.get(record.id):
        return {"state": life(event).state}
    return {}
