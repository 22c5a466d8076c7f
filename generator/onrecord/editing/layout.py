"""The one way a file of content is laid out: keys in the order of the record, comments where they were."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from onrecord.editing.scalars import WIDTH, inline, lines
from onrecord.records import ids
from onrecord.records.about import About
from onrecord.records.entries import folder
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import When
from onrecord.source.files import ABOUT
from onrecord.source.written import Block, Entry, Scalar, Written

STEP = 2
"""Columns that each level is set in."""

_FORMER = "formerly"
_LAST = ("note", _FORMER, "removed", "silenced")
_IDS = frozenset(
    (ids.ActorId, ids.ActorIdOrWords, ids.ClaimId, ids.EventId, ids.PlaceId, ids.QuestionId, ids.RecordId,
     ids.SourceId, ids.SourceIdOrWords, ids.StatementId, ids.TopicId)
)  # fmt: skip


def laid_out(path: str, file: Written) -> str:
    """Return the text of the file at ``path``, relative to the content folder, in the canonical layout."""
    kind = About if path == ABOUT else FOLDERS.get(folder(path))
    if isinstance(file.root, Block) and file.root.is_list:
        body = _records(file.root, kind)
    elif isinstance(file.root, Block):
        body = _mapping(file.root, kind, 0)
    else:
        body = iter(lines("", file.root.text, 0))
    whole = "\n".join((*file.head, *body, *_at_end(file.tail)))
    return whole.strip("\n") + "\n"


def key_order(kind: type | None) -> dict[str, FieldShape]:
    """Return the fields of a kind by key, in the order in which they are written."""
    return {} if kind is None else _order(kind)


@cache
def _order(kind: type) -> dict[str, FieldShape]:
    found = {field.key: field for field in shape(kind)}
    if not issubclass(kind, Record):
        return found
    last = {key: found[key] for key in _LAST if key in found}
    own = {key: field for key, field in found.items() if key not in last and key != "id"}
    return {"id": found["id"], **own, **last}


def _records(block: Block, kind: type | None) -> Iterator[str]:
    for number, entry in enumerate(block.entries):
        if number and isinstance(entry.value, Block):
            yield ""
        yield from _item(entry, kind, None, 0)


def _at_end(tail: tuple[str, ...]) -> tuple[str, ...]:
    return ("", *tail) if tail else ()


def _mapping(block: Block, kind: Any, indent: int) -> Iterator[str]:
    order = key_order(kind)
    places = {key: place for place, key in enumerate(order)}
    for entry in sorted(block.entries, key=lambda entry: places.get(entry.key, len(places))):
        yield from _commented(entry.before, indent)
        yield from _keyed(entry, order.get(entry.key), indent)
    yield from _commented(block.tail, indent)


def _keyed(entry: Entry, field: FieldShape | None, indent: int) -> Iterator[str]:
    lead = " " * indent + inline(entry.key, typed=True) + ":"
    yield from _valued(lead, entry, field, indent)


def _item(entry: Entry, kind: Any, field: FieldShape | None, indent: int) -> Iterator[str]:
    """Return an item of a list; a mapping in it begins on the line of the dash."""
    dash = " " * indent + "-"
    if isinstance(entry.value, Scalar) or not entry.value.entries:
        yield from _commented(entry.before, indent)
        yield from _valued(dash, entry, field, indent)
        return
    beside = (entry.beside,) if entry.beside else ()
    first, *rest = _inside(entry.value, kind, indent + STEP)
    above = []
    while first.lstrip().startswith("#") or not first:
        above.append(first.strip())
        first, *rest = rest
    yield from _commented((*entry.before, *beside, *above), indent)
    yield f"{dash} {first.lstrip()}"
    yield from rest


def _inside(block: Block, kind: Any, indent: int) -> Iterator[str]:
    if not block.is_list:
        return _mapping(block, kind, indent)
    return _items(block, None, None, indent)


def _items(block: Block, kind: Any, field: FieldShape | None, indent: int) -> Iterator[str]:
    for entry in block.entries:
        yield from _item(entry, kind, field, indent)
    yield from _commented(block.tail, indent)


def _valued(lead: str, entry: Entry, field: FieldShape | None, indent: int) -> Iterator[str]:
    """Return ``lead``, the value behind or below it, and the comment beside it."""
    value = entry.value
    if isinstance(value, Scalar):
        first, *rest = lines(lead, value.text, indent + STEP, typed=_is_typed(field))
    elif not value.entries:
        first, rest = lead + (" []" if value.is_list else " {}"), list(_commented(value.tail, indent + STEP))
    elif line := _on_one_line(lead, value, field):
        first, rest = line, []
    else:
        kind = field.hint if field and field.nested else None
        first, rest = lead, list(_below(value, kind, field, indent + STEP))
    yield f"{first}  {entry.beside}" if entry.beside else first
    yield from rest


def _below(value: Block, kind: Any, field: FieldShape | None, indent: int) -> Iterator[str]:
    return _items(value, kind, field, indent) if value.is_list else _mapping(value, kind, indent)


def _on_one_line(lead: str, value: Block, field: FieldShape | None) -> str:
    """Return a list of ids in brackets, if it fits on the line and has no comments in it."""
    bare = value.is_list and not value.tail and not any(each.before or each.beside for each in value.entries)
    if not bare or field is None or (field.hint not in _IDS and field.key != _FORMER):
        return ""
    texts = [entry.value.text for entry in value.entries if isinstance(entry.value, Scalar)]
    line = f"{lead} [{', '.join(inline(text, in_list=True) for text in texts)}]"
    simple = len(texts) == len(value.entries) and all(ids.is_id(text) for text in texts)
    return line if simple and len(line) <= WIDTH else ""


def _commented(texts: Iterable[str], indent: int) -> Iterator[str]:
    return (" " * indent + text if text else "" for text in texts)


def _is_typed(field: FieldShape | None) -> bool:
    """Tell whether the field holds a number or a date, which every program may read as such."""
    return field is not None and field.hint in (When, int, float) and not get_args(field.hint)
