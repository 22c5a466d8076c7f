"""All downloads of the site."""

from collections.abc import Iterable, Iterator

from onrecord.exports.calendar import calendar
from onrecord.exports.cited import citation_files
from onrecord.exports.csv_files import csv_file, datapackage
from onrecord.exports.download import Download, one
from onrecord.exports.feeds import (
    ALL,
    CHANGES,
    OF_RECORDS,
    all_feed,
    changes_feed,
    record_feeds,
)
from onrecord.exports.ftm import KINDS
from onrecord.exports.ids_file import ids_json
from onrecord.exports.json_file import SCHEMA, dossier_json, record_files
from onrecord.exports.jsonld import graph_jsonld
from onrecord.exports.pieces import Pieces
from onrecord.exports.release import Release
from onrecord.exports.schema_file import schema_json
from onrecord.exports.sqlite_file import sqlite_file
from onrecord.exports.table import Table
from onrecord.exports.tables import tables
from onrecord.exports.timelinejs import timelinejs
from onrecord.records.kinds import FOLDERS


def downloads(release: Release, pieces: Pieces) -> tuple[Download, ...]:
    """Return every download, in the order in which the page of downloads lists them.

    What they say of a record in words of their own comes from its piece; rows of tables and entries of the
    timeline do not.
    """
    return (
        *_json(release, pieces),
        *_tables(release, pieces),
        *_models(release, pieces),
        *_feeds(release, pieces),
        *_citations(pieces),
    )


def _json(release: Release, pieces: Pieces) -> Iterator[Download]:
    records = {each: held.json for each, held in pieces.items()}
    holds = "All records as JSON, each with what follows from it: its status and the rule that led to it."
    yield one("whole", "data/dossier.json", holds, dossier_json(release, records))
    yield one("whole", f"data/{SCHEMA}", "The JSON Schema of dossier.json.", schema_json())
    holds = "Every id that was ever published, with its address: redirected and removed ones too."
    yield one("whole", "data/ids.json", holds, ids_json(release))
    files = tuple(record_files(release, records))
    yield Download("records", "data/records/ID.json", "A record as in dossier.json, by its id.", files)


def _tables(release: Release, pieces: Pieces) -> Iterator[Download]:
    made = tuple(tables(release, {each: held.derived for each, held in pieces.items()}))
    yield one("whole", "data/dossier.sqlite", "All tables as one SQLite database.", sqlite_file(made))
    written = tuple((table, csv_file(table)) for table in made)
    holds = "The description of all tables: columns, types, keys (Frictionless Data Package)."
    yield one("tables", "data/datapackage.json", holds, datapackage(release.dossier.about, written))
    for name in ("records", "dossier", *FOLDERS):
        yield _sheets(name, (each for each in written if _belongs(each[0], name)))


def _belongs(table: Table, name: str) -> bool:
    return table.name == name or table.name.startswith(f"{name}_")


def _sheets(name: str, written: Iterable[tuple[Table, bytes]]) -> Download:
    held = tuple(written)
    files = tuple((f"data/{table.name}.csv", content) for table, content in held)
    return Download("tables", f"data/{name}.csv", held[0][0].about, files)


def _models(release: Release, pieces: Pieces) -> Iterator[Download]:
    holds = "Everything as one graph of linked data in the words of schema.org (JSON-LD)."
    yield one(
        "whole", "data/dossier.jsonld", holds, graph_jsonld(release, (each.nodes for each in pieces.values()))
    )
    holds = "Actors, ties, events, statements, sources as FollowTheMoney entities, one a line."
    entities = (pieces[each].entities for kind in KINDS for each in release.dossier.of_kind(kind))
    yield one("whole", "data/dossier.ftm.json", holds, "".join(entities).encode())
    yield one("whole", "data/timelinejs.json", "The timeline, for TimelineJS to draw.", timelinejs(release))


def _feeds(release: Release, pieces: Pieces) -> Iterator[Download]:
    items = {each: held.item for each, held in pieces.items() if held.item}
    yield Download("feeds", ALL, "Everything new.", all_feed(release, items))
    holds = "Each edition with what changed in it, and corrections."
    yield Download("feeds", CHANGES, holds, changes_feed(release, items))
    for folder in OF_RECORDS:
        files = record_feeds(release, items, folder)
        holds = f"Whatever names the {folder.removesuffix('s')} with that id."
        yield Download("feeds", f"feeds/{folder}/ID.xml and .json", holds, files)
    holds = "Planned and past events; those that moved or were called off change in your calendar too."
    yield one("feeds", "feeds/events.ics", holds, calendar(release))


def _citations(pieces: Pieces) -> Iterator[Download]:
    cited = tuple(pieces.values())
    yield one("citations", "data/citations.bib", "BibTeX.", "\n".join(each.bibtex for each in cited).encode())
    yield one("citations", "data/citations.ris", "RIS.", "\r\n".join(each.ris for each in cited).encode())
    items = ",\n".join(each.csl for each in cited)
    yield one("citations", "data/citations.csl.json", "CSL-JSON.", f"[\n{items}\n]\n".encode())
    files = tuple(
        (file.path, file.text.encode())
        for each, held in pieces.items()
        for file in citation_files(each, held.bibtex, held.ris, held.csl)
    )
    holds = "One record, by its id."
    yield Download("citations", "data/citations/ID.bib, .ris and .csl.json", holds, files)
