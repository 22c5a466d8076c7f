"""The dossier as JSON: in one document, and one file a record."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.exports.plain import plain
from onrecord.exports.release import Release
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record

VERSION = 1
"""Version of the JSON: it grows when something goes or changes its meaning, not when something is new."""

SCHEMA = "dossier.schema.json"


def record_json(record: Record, derived: Mapping[str, Any]) -> str:
    """Return a record as JSON on one line, with what follows from it under ``derived``."""
    return compact({**plain(record), "derived": derived})


def dossier_json(release: Release, records: Mapping[str, str]) -> bytes:
    """Return the whole dossier as a document of UTF-8 JSON with a line for each record."""
    head = {"$schema": SCHEMA, "onrecord": VERSION, "dossier": plain(release.dossier.about)}
    members = (f"{compact(key)}: {compact(value)}" for key, value in head.items())
    lists = (
        f"{compact(folder)}: [{_lines(records[each] for each in release.dossier.of_kind(folder))}]"
        for folder in FOLDERS
    )
    removed = f'"removed": [{_lines(map(compact, _removed(release)))}]'
    return ("{\n" + ",\n".join((*members, *lists, removed)) + "\n}\n").encode()


def record_files(release: Release, records: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Return address and content of a file for each record, which says its version and kind besides.

    A record that was taken back keeps its file, which says so and no more.
    """
    for record_id, folder in release.dossier.folders.items():
        text = f'{{"onrecord": {VERSION}, "folder": "{folder}", "record": {records[record_id]}}}\n'
        yield f"data/records/{record_id}.json", text.encode()
    for each in _removed(release):
        yield f"data/records/{each['id']}.json", f"{compact({'onrecord': VERSION, **each})}\n".encode()


def _removed(release: Release) -> Iterator[dict[str, Any]]:
    """Return what is left of the records that were taken back: ids, days and reasons."""
    for record_id, folder in release.removed.items():
        yield {
            "id": record_id,
            "folder": folder,
            "removed": plain(release.dossier.removed[record_id].removed),
        }


def compact(value: Any) -> str:
    """Return a value as JSON on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def _lines(items: Iterable[str]) -> str:
    text = ",\n ".join(items)
    return f"\n {text}\n" if text else ""
