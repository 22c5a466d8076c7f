"""The list of all ids that were ever published, by which the next edition is compared with this one."""

from typing import Any

from onrecord.dossier.link import folder_of
from onrecord.dossier.published import published
from onrecord.exports.json_file import VERSION, compact
from onrecord.exports.plain import plain
from onrecord.exports.release import Release
from onrecord.records.record import Record


def ids_json(release: Release) -> bytes:
    """Return ids, kinds and addresses as JSON, a record a line; addresses are below the site's root."""
    lines = ",\n ".join(compact(_entry(release, record)) for record in published(release.dossier))
    return f'{{"onrecord": {VERSION},\n"ids": [\n {lines}\n]}}\n'.encode()


def _entry(release: Release, record: Record) -> dict[str, Any]:
    folder = folder_of(record)
    entry = {
        "id": record.id,
        "folder": folder,
        "path": release.link(f"{folder}/{record.id}/"),
        "formerly": list(record.formerly),
        "removed": plain(record.removed) if record.removed else {},
    }
    return {key: value for key, value in entry.items() if value not in ([], {})}
