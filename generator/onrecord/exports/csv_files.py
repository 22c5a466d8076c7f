"""Tables as CSV, with the description that tells how they hang together."""

import csv
import io
import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from onrecord.exports.table import Cell, Table
from onrecord.records.about import About

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")  # noqa: RUF001
"""Beginnings that a spreadsheet may run as a formula, and the apostrophe that keeps it from doing so."""


def csv_file(table: Table) -> bytes:
    """Return a table as CSV (RFC 4180, UTF-8).

    Text that begins with one of ``FORMULA`` gets an apostrophe before it: whoever takes one apostrophe
    away from the beginning of every cell that has one, has the text again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def datapackage(about: About, written: Iterable[tuple[Table, bytes]]) -> bytes:
    """Return the Frictionless Data Package (v1) of the tables, with keys, sizes and digests."""
    document = {
        "profile": "tabular-data-package",
        "name": "dossier",
        "title": about.title,
        "version": about.as_of.text,
        **_licence(about.licence),
        "resources": [_resource(table, content) for table, content in written],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(words: str) -> dict[str, Any]:
    name = re.sub(r"[^A-Za-z0-9._]+", "-", words).strip("-")
    return {"licenses": [{"name": name, "title": words}]} if name else {}


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [{"name": each.name, "type": each.type} for each in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(table, *each) for each in table.foreign_keys],
        },
    }


def _foreign_key(table: Table, own: tuple[str, ...], to: str, their: tuple[str, ...]) -> dict[str, Any]:
    # The standard has an empty name for the table itself.
    reference = {"resource": "" if to == table.name else to, "fields": list(their)}
    return {"fields": list(own), "reference": reference}
