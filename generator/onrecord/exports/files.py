"""All downloads of the site."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.exports.csv_files import csv_file, datapackage
from onrecord.exports.derived import derived
from onrecord.exports.download import Download, one
from onrecord.exports.json_file import SCHEMA, dossier_json, record_files, records_json
from onrecord.exports.release import Release
from onrecord.exports.schema_file import schema_json
from onrecord.exports.sqlite_file import sqlite_file
from onrecord.exports.table import Table
from onrecord.exports.tables import tables
from onrecord.records.kinds import FOLDERS


def downloads(release: Release) -> tuple[Download, ...]:
    """Return every download, in the order in which the page of downloads lists them."""
    found = {str(record.id): derived(release, record) for record in release.dossier}
    return (*_whole(release, found), *_tables(release, found))


def _whole(release: Release, found: Mapping[str, Mapping[str, Any]]) -> Iterator[Download]:
    records = records_json(release, found)
    holds = "All records, each with what follows from it: its status and the rule that led to it."
    yield one("whole", "data/dossier.json", holds, dossier_json(release, records))
    yield one("whole", f"data/{SCHEMA}", "The JSON Schema of dossier.json.", schema_json())
    files = tuple(record_files(release, records))
    yield Download("records", "data/records/ID.json", "The same record by record, under its id.", files)


def _tables(release: Release, found: Mapping[str, Mapping[str, Any]]) -> Iterator[Download]:
    made = tuple(tables(release, found))
    yield one("whole", "data/dossier.sqlite", "All tables as one SQLite database.", sqlite_file(made))
    written = tuple((table, csv_file(table)) for table in made)
    description = datapackage(release.dossier.about, written)
    holds = "The description of all tables: columns, types, keys (Frictionless Data Package)."
    yield one("tables", "data/datapackage.json", holds, description)
    for name in ("records", "dossier", *FOLDERS):
        yield _sheets(name, (each for each in written if _belongs(each[0], name)))


def _belongs(table: Table, name: str) -> bool:
    return table.name == name or table.name.startswith(f"{name}_")


def _sheets(name: str, written: Iterable[tuple[Table, bytes]]) -> Download:
    held = tuple(written)
    files = tuple((f"data/{table.name}.csv", content) for table, content in held)
    return Download("tables", f"data/{name}.csv", held[0][0].about, files)
