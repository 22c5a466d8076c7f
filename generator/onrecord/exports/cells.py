"""What a field of a record becomes in a table: one column, or several where one cannot hold it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.exports.plain import PRIVATE
from onrecord.exports.table import Cell, Column
from onrecord.records.ids import is_id
from onrecord.records.references import NAMED_KINDS, OR_WORDS
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import When

RECORDS = "records"
"""The table of all records, to which a field points that may name a record of any kind."""

_LEFT_OUT = PRIVATE | {"id", "removed"}
"""Private, in the key already, or never set: the records that were taken back are in no table of a kind."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field at the end of a way through single mappings: ``("quote", "translation", "text")``."""

    way: tuple[str, ...]
    field: FieldShape
    name: str

    def value(self, record: object) -> Any:
        """Return what stands there, or nothing."""
        found: Any = record
        for name in self.way:
            if found is None:
                return None
            found = getattr(found, name)
        return found


@cache
def slots(kind: type) -> tuple[Slot, ...]:
    """Return the fields of a class with those of its single mappings, less its id and what is private."""
    return tuple(_slots(kind, (), ""))


def _slots(kind: type, way: tuple[str, ...], prefix: str) -> Iterator[Slot]:
    for field in shape(kind):
        if field.key in _LEFT_OUT:
            continue
        here, name = (*way, field.name), f"{prefix}{field.key}"
        if field.nested and not field.many:
            yield from _slots(field.hint, here, f"{name}_")
        else:
            yield Slot(here, field, name)


def columns(slot: Slot) -> tuple[Column, ...]:
    """Return a field's columns: a date with its first and last day, an id apart from words instead of one."""
    hint, name = slot.field.hint, slot.name
    if hint is When:
        return Column(name), Column(f"{name}_first", "date"), Column(f"{name}_last", "date")
    if hint in NAMED_KINDS:
        kinds = tuple(NAMED_KINDS[hint])
        named = Column(name, refers_to=kinds[0] if len(kinds) == 1 else RECORDS)
        return (named, Column(f"{name}_words")) if hint in OR_WORDS else (named,)
    if hint in (int, float):
        return (Column(name, "integer" if hint is int else "number"),)
    return (Column(name),)


def filler(slot: Slot) -> Callable[[Any], tuple[Cell, ...]]:
    """Return what makes the cells for ``columns`` out of a value."""
    if slot.field.hint is When:
        return _date
    return _id_or_words if slot.field.hint in OR_WORDS else _single


def _single(value: Any) -> tuple[Cell, ...]:
    return (None if value == "" else value,)


def _date(when: When | None) -> tuple[Cell, ...]:
    if when is None:
        return None, None, None
    first, last = when.first_day, when.last_day
    return when.text, first.isoformat() if first else None, last.isoformat() if last else None


def _id_or_words(text: str | None) -> tuple[Cell, ...]:
    return (text or None, None) if is_id(text or "") else (None, text or None)
