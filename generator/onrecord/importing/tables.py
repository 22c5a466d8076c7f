"""Our own tables, as ``data/`` offers them: the dossier they were made of."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.exports.plain import PRIVATE
from onrecord.importing.drafts import Draft, Import, Loss, UnreadableError
from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS
from onrecord.records.references import OR_WORDS
from onrecord.records.shape import FieldShape, shape

Row = Mapping[str, str]
Rows = tuple[Row, ...]

Tables = Mapping[str, Mapping[tuple[str, ...], Rows]]
"""Tables by name; their rows by the keys of the row above them, which a record's own row has none of."""

_KEYS = ("id", "position", "subposition")
_ABOUT = "dossier"
_UNPUBLISHED = Loss(
    "every table",
    "the keys '" + "', '".join(sorted(PRIVATE)) + "', where there were any",
    "they are for editors and never published",
)


def read_tables(texts: Mapping[str, str]) -> Import:
    """Return the records of tables by name (``actors``, ``actors_roles`` …), as our export wrote them.

    What the export leaves out cannot come back, and is told: what is never published, and removed records.
    """
    tables = {name: _grouped(_rows(text)) for name, text in texts.items()}
    if "records" not in tables:
        raise UnreadableError(
            "there is no table 'records.csv'", "name the folder 'data' of a site, or its copy"
        )
    drafts = tuple(
        Draft(folder, row["id"], _fields(kind, folder, row, tables), f"{folder}.csv: {row['id']}")
        for folder, kind in FOLDERS.items()
        for row in tables.get(folder, {}).get((), ())
    )
    about = next((_fields(About, _ABOUT, row, tables) for row in tables.get(_ABOUT, {}).get((), ())), {})
    return Import(drafts, (*_removed(tables["records"].get((), ())), _UNPUBLISHED), about)


def _rows(text: str) -> Rows:
    found = csv.DictReader(io.StringIO(text, newline=""))
    return tuple({key: _whole(cell) for key, cell in row.items() if key} for row in found)


def _grouped(rows: Rows) -> Mapping[tuple[str, ...], Rows]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        keys = [row[key] for key in _KEYS if key in row]
        groups.setdefault(tuple(keys[:-1]), []).append(row)
    return {key: tuple(group) for key, group in groups.items()}


def _whole(cell: str | None) -> str:
    """Return the text that was there before an apostrophe made it safe for spreadsheets."""
    return (cell or "").removeprefix("'")


def _removed(records: Rows) -> Iterator[Loss]:
    for row in records:
        if row.get("removed"):
            yield Loss(
                f"records.csv: {row['id']}", f"the removed record '{row['id']}'", "tables do not hold it"
            )


def _fields(kind: type, table: str, row: Row, tables: Tables, prefix: str = "") -> dict[str, Any]:
    """Return the fields of a mapping from its row and from the tables of the lists in it."""
    made: dict[str, Any] = {}
    for field in shape(kind):
        if field.key == "id":
            continue
        value = _value(field, table, row, tables, f"{prefix}{field.key}")
        if value not in ("", [], {}, None):
            made[field.key] = value
    return made


def _value(field: FieldShape, table: str, row: Row, tables: Tables, name: str) -> Any:
    if field.many:
        return _list(field, f"{table}_{name}", name, row, tables)
    if field.nested:
        return _fields(field.hint, table, row, tables, f"{name}_")
    return _cell(field, row, name)


def _cell(field: FieldShape, row: Row, name: str) -> str:
    words = row.get(f"{name}_words", "") if field.hint in OR_WORDS else ""
    return row.get(name, "") or words


def _list(field: FieldShape, table: str, name: str, row: Row, tables: Tables) -> list[Any]:
    own = tuple(row[key] for key in _KEYS if key in row)
    found = tables.get(table, {}).get(own, ())
    if field.nested:
        return [_fields(field.hint, table, each, tables) for each in found]
    return [_cell(field, each, name) for each in found]
