"""Records as plain mappings, with the names that editors write."""

from functools import cache
from typing import Any

from onrecord.records.shape import shape
from onrecord.records.when import When

PRIVATE = frozenset({"text_file", "silenced", "house_rules"})
"""Keys that are never published."""


def plain(value: object) -> Any:
    """Return a record, or anything in it, as mappings, lists and text, less empty and private fields."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, When):
        return value.text
    kind: Any = type(value)
    pairs = ((key, plain(getattr(value, name))) for key, name in _written(kind))
    return {key: found for key, found in pairs if found not in (None, "", [], {})}


@cache
def _written(kind: type) -> tuple[tuple[str, str], ...]:
    """Return key and name of the fields of a class that are published."""
    return tuple((each.key, each.name) for each in shape(kind) if each.key not in PRIVATE)
