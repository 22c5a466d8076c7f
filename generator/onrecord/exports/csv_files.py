"""A table for each kind of record."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from onrecord.dossier.dossier import Dossier
from onrecord.exports.plain import plain
from onrecord.records.kinds import FOLDERS

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_files(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """Return name and content of a CSV file (RFC 4180, UTF-8) for each kind that has records."""
    for folder in FOLDERS:
        if records := dossier.of_kind(folder):
            yield f"{folder}.csv", _table([plain(record) for record in records.values()])


def _table(rows: list[dict[str, Any]]) -> bytes:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    """Return a value as one cell; text that a spreadsheet would run as a formula gets an apostrophe."""
    text = _flat(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _flat(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(_flat(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_flat(each)}" for key, each in value.items())
    return str(value)
