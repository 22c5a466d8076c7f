"""A table of anybody's: each row a record of one kind, each column a field."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from onrecord.editing.skeletons import field_at, mapping_of
from onrecord.importing.drafts import Draft, Import, UnreadableError, kept, named
from onrecord.source.written import Block, Node, Scalar

Columns = Mapping[str, str]
"""Field, such as ``speaker`` or ``sources.source``, to the name of its column."""


def read_csv(text: str, folder: str, columns: Columns) -> Import:
    """Return a draft for each row of a table with a row of names.

    A column that is called like a field fills it; what has no field is kept in the note.
    Parts of a list are parted by semicolons.
    """
    rows = csv.DictReader(io.StringIO(text, newline=""))
    names = tuple(name for name in rows.fieldnames or () if name)
    if not names:
        raise UnreadableError("the first row has no names of columns")
    missing = next((column for column in columns.values() if column not in names), "")
    if missing:
        raise UnreadableError(f"there is no column '{missing}'", f"the columns are {', '.join(names)}")
    filled = {name: name for name in names if name != "id" and field_at(folder, name)} | dict(columns)
    drafts: list[Draft] = []
    for number, cells in enumerate(rows, 2):
        if any(flat for flat in cells.values() if flat):
            drafts.append(_draft(folder, f"row {number}", cells, filled, [draft.id for draft in drafts]))
    return Import(tuple(drafts))


def _draft(folder: str, row: str, cells: Mapping[str, Any], filled: Columns, taken: list[str]) -> Draft:
    answers = {field: str(cells[column] or "").strip() for field, column in filled.items() if field != "id"}
    given = {field: text for field, text in answers.items() if text}
    fields = plain(mapping_of(folder, given))
    used = (*filled.values(), "id")
    words = next((given[key] for key in ("name", "title", "text", "paraphrase") if key in given), row)
    record_id = str(cells.get(filled.get("id", "id")) or "").strip() or named(
        words, taken, row.replace(" ", "-")
    )
    rest = {str(key): value for key, value in cells.items() if key}
    rest["further cells"] = cells.get(None)  # type: ignore[call-overload]  # what DictReader puts beyond the names
    return Draft(folder, record_id, fields, row, kept(rest, used))


def plain(value: Node) -> Any:
    """Return what stands in YAML as mappings, lists and texts."""
    if isinstance(value, Scalar):
        return value.text
    return [plain(each.value) for each in value.entries] if value.is_list else _pairs(value)


def _pairs(block: Block) -> dict[str, Any]:
    return {entry.key: plain(entry.value) for entry in block.entries}
