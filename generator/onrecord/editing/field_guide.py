"""What each field is for, from ``docs/records.md``, which the tests compare with the program."""

import re
from collections.abc import Mapping

from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.shape import shape
from onrecord.source.files import ABOUT

_HEADING = re.compile(r"^###? (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\| `(\w+)` \| (.+?) \|", re.MULTILINE)
_COMMON = "every kind"

Guide = Mapping[tuple[str, str], str]
"""The name of a class of records or of mappings in them, and a key, to what the key is for."""


def field_guide(manual: str) -> Guide:
    """Return the sentences of the tables of ``docs/records.md``."""
    tables = _tables(manual)
    found = dict(_described(Record, _COMMON, tables))
    common = {key: text for (owner, key), text in found.items() if owner == Record.__name__}
    kinds: dict[str, type] = {**FOLDERS, ABOUT: About}
    for folder, kind in kinds.items():
        shared = common if kind is not About else {}
        found |= {(kind.__name__, key): text for key, text in shared.items()}
        found |= _described(kind, folder, tables)
    return found


def _tables(manual: str) -> Mapping[str, Mapping[str, str]]:
    _, *parts = _HEADING.split(manual)
    tables = {
        heading: dict(_ROW.findall(text)) for heading, text in zip(parts[::2], parts[1::2], strict=True)
    }
    first = next((rows for rows in tables.values() if "formerly" in rows), {})
    return {_COMMON: first, **tables}


def _described(
    kind: type, heading: str, tables: Mapping[str, Mapping[str, str]]
) -> dict[tuple[str, str], str]:
    rows = tables.get(heading.strip("`"), tables.get(f"`{heading}`", {}))
    found = {(kind.__name__, key): text for key, text in rows.items()}
    for field in shape(kind):
        if field.nested:
            found |= _described(field.hint, f"{heading}: {field.key}", tables)
    return found
