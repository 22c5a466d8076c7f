"""The JSON Schema of ``dossier.json``, made from the types of the records."""

import json
from typing import Any, get_args

from onrecord.dossier.attribution import AttributionStatus
from onrecord.dossier.substance import SubstanceStatus
from onrecord.exports.json_file import SCHEMA, VERSION
from onrecord.exports.plain import PRIVATE
from onrecord.records.ids import ID
from onrecord.records.kinds import FOLDERS
from onrecord.records.schema import schema
from onrecord.records.vocabulary import EventState, Resolution, Stance
from onrecord.source.files import ABOUT

_TEXT = {"type": "string", "minLength": 1}
_ID = {"type": "string", "pattern": f"^{ID}$"}
_DAY = {"type": "string", "format": "date", "description": "an ISO day"}
_ALWAYS = {
    "title": {**_TEXT, "description": "what the record is called in links"},
    "url": {"type": "string", "format": "uri", "description": "the address of its page"},
    "known_from": {**_DAY, "description": "the day since which it has been public"},
}


def schema_json() -> bytes:
    """Return the schema (draft 2020-12) of the whole document; ``$defs`` has one schema for each kind."""
    definitions: dict[str, Any] = {}
    for folder in (ABOUT, *FOLDERS):
        definitions |= {name: _as_written_out(each) for name, each in schema(folder)["$defs"].items()}
    for folder, kind in FOLDERS.items():
        mapping = definitions[kind.__name__]
        mapping["properties"] = {**mapping["properties"], "derived": _derived(folder)}
        mapping["properties"].pop("removed")
        mapping["required"] = ["id", *mapping.get("required", ()), "derived"]
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A dossier of Onrecord",
        **_document(),
        "$defs": dict(sorted(definitions.items())),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _document() -> dict[str, Any]:
    lists = {
        folder: {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__}"}}
        for folder, kind in FOLDERS.items()
    }
    head = {
        "$schema": {"const": SCHEMA},
        "onrecord": {"const": VERSION},
        "dossier": {"$ref": "#/$defs/About"},
    }
    removed = _many(_mapping(id=_ID, folder={"enum": [*FOLDERS]}, removed={"$ref": "#/$defs/Removed"}))
    return {
        "type": "object",
        "properties": {**head, **lists, "removed": removed},
        "required": [*head, *lists, "removed"],
        "additionalProperties": False,
    }


def _as_written_out(definition: dict[str, Any]) -> dict[str, Any]:
    """Say of a mapping what leaves the program: numbers are numbers, dates are text, nothing is private."""
    properties = {
        key: _exact(key, each) for key, each in definition.get("properties", {}).items() if key not in PRIVATE
    }
    return {**definition, "description": _first_line(definition), "properties": properties}


def _first_line(definition: dict[str, Any]) -> str:
    return str(definition.get("description", "")).partition("\n")[0]


def _exact(key: str, written: dict[str, Any]) -> dict[str, Any]:
    if written.get("type") != ["string", "number"]:
        return written
    return {"type": "number"} if key in _NUMBERS else {"type": "string", "pattern": r"\S"}


_NUMBERS = frozenset({"lat", "lon", "quote_limit"})


def _derived(folder: str) -> dict[str, Any]:
    properties, needed = _DERIVED.get(folder, ({}, ()))
    return {
        "description": "what follows from the records; never typed by hand",
        "type": "object",
        "properties": {**_ALWAYS, **properties},
        "required": ["title", *needed],
        "additionalProperties": False,
    }


def _words(words: Any) -> dict[str, Any]:
    return {"enum": list(get_args(words))}


def _many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _mapping(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


_REASONED = {"rule": _TEXT, "because": _TEXT, "decisive": _many(_ID)}
_DERIVED: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "statements": (
        {
            "attribution": _words(AttributionStatus),
            **_REASONED,
            "capacity": _TEXT,
            "side": _ID,
            "origins": _many(_mapping(key=_TEXT, named={"type": "boolean"}, sources=_many(_ID))),
        },
        ("attribution", "rule", "because"),
    ),
    "claims": (
        {
            "substance": _words(SubstanceStatus),
            **_REASONED,
            "by_editor": {"type": "boolean"},
            "resolution": _words(Resolution),
            "positions": _many(_mapping(actor=_ID, stance=_words(Stance), statement=_ID)),
        },
        ("substance", "rule", "because", "by_editor"),
    ),
    "events": (
        {"state": _words(EventState), "since": _TEXT, "planned_for": _TEXT},
        ("state", "since"),
    ),
}
