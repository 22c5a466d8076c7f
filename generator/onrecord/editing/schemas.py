"""The JSON Schema of each folder for an editor: with what fields are for and the ids that there are."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.editing.field_guide import Guide
from onrecord.editing.labels import label
from onrecord.records.about import About
from onrecord.records.ids import ID, is_id
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.references import NAMED_KINDS, OR_WORDS
from onrecord.records.schema import schema
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import When
from onrecord.source.files import ABOUT

FOLDER = ".onrecord/schema"
"""Where the schemas lie, beside ``mkdocs.yml``; they are made anew and never committed."""

WORDS = f"^(?!({ID})$).*\\S"
_DATES = ["2025-11-13", "2025-11", "2025-11-13T15:42+03:00", "2025-11~", "unknown"]

Known = Mapping[str, Mapping[str, str]]
"""Folder to the ids in it, each with what to call its record."""


def known(records: Iterable[Record], others: Iterable[tuple[str, str]] = ()) -> Known:
    """Return the ids of ``records``, and of ``others`` (folder and id) that could not be made out."""
    folders = {kind: folder for folder, kind in FOLDERS.items()}
    found: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
    for folder, record_id in others:
        found[folder][record_id] = ""
    for record in records:
        found[folders[type(record)]][record.id] = label(record)
    return {folder: dict(sorted(ids.items())) for folder, ids in found.items()}


def schema_files(guide: Guide, ids: Known) -> Mapping[str, bytes]:
    """Return the schema of every folder and of ``dossier.yml``, by the name of its file."""
    return {file_name(folder): _bytes(editor_schema(folder, guide, ids)) for folder in (*FOLDERS, ABOUT)}


def file_name(folder: str) -> str:
    """Return the name of the schema's file: ``actors.json``, ``dossier.json``."""
    return f"{folder.removesuffix('.yml')}.json"


def editor_schema(folder: str, guide: Guide, ids: Known) -> dict[str, Any]:
    """Return the schema of a folder's files, or of ``dossier.yml``, with descriptions and ids."""
    made = schema(folder)
    kind = About if folder == ABOUT else FOLDERS[folder]
    for owner in _classes(kind):
        properties = made["$defs"][owner.__name__]["properties"]
        for field in shape(owner):
            properties[field.key] = _property(properties[field.key], owner, field, guide)
            if _names(field):
                made["$defs"][field.hint.__name__] = _ids(field.hint, ids)
    return made


def _classes(kind: type) -> tuple[type, ...]:
    inner = (each for field in shape(kind) if field.nested for each in _classes(field.hint))
    return tuple(dict.fromkeys((kind, *inner)))


def _names(field: FieldShape) -> bool:
    """Tell whether a field names other records; an id of its own may be any."""
    return field.hint in NAMED_KINDS and field.key != "id"


def _property(plain: dict[str, Any], owner: type, field: FieldShape, guide: Guide) -> dict[str, Any]:
    value = plain["items"] if field.many else plain
    if _names(field):
        value = {"$ref": f"#/$defs/{field.hint.__name__}"}
    elif field.hint is When:
        value = {**value, "examples": _DATES}
    made = {**plain, "items": value} if field.many else value
    told = guide.get((owner.__name__, field.key), "")
    return {**made, "description": _sentence(told)} if told else made


def _ids(hint: Any, ids: Known) -> dict[str, Any]:
    """Return what a field may hold that names records: one of the ids, or words where they are allowed."""
    found = {name: text for folder in sorted(NAMED_KINDS[hint]) for name, text in ids[folder].items()}
    sound = {name: text for name, text in found.items() if is_id(name)}
    named = {"type": "string", "enum": [*sound], "enumDescriptions": [*sound.values()]}
    if not sound:
        return {"type": "string", "pattern": WORDS if hint in OR_WORDS else f"^{ID}$"}
    return {"anyOf": [named, {"type": "string", "pattern": WORDS}]} if hint in OR_WORDS else named


def _sentence(text: str) -> str:
    bare = text.replace("`", "")
    return f"{bare[:1].upper()}{bare[1:]}."


def _bytes(made: dict[str, Any]) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
