"""Records as plain mappings, with the names that editors write."""

from dataclasses import is_dataclass
from typing import Any

from onrecord.records.shape import shape
from onrecord.records.when import When

PRIVATE = frozenset({"text_file"})


def plain(value: object) -> Any:
    """Return a record, or anything in it, as mappings, lists and text, less empty and private fields."""
    if isinstance(value, When):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        written = (each for each in shape(type(value)) if each.key not in PRIVATE)
        pairs = ((each.key, plain(getattr(value, each.name))) for each in written)
        return {key: found for key, found in pairs if found not in (None, "", [], {})}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value
