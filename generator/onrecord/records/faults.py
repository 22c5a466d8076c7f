"""What is wrong with a record's mapping, in the words of those who write it."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, get_args

from onrecord.problems import Location, Problem, Route
from onrecord.records.forms import shown
from onrecord.records.ids import is_id
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import FieldShape, shape
from onrecord.suggest import closest

_KEY = re.compile(r"[a-z_]+:(?=\S)")


def fault(kind: type, location: Location, error: Mapping[str, Any]) -> Problem:
    """Return the problem of one error of the validation library, found in a ``kind`` at ``location``.

    Only two of the library's own categories are used, a missing and an unexpected key;
    what else is wrong is seen from the value and from the type of its field.
    """
    route, category = error["loc"][1:], error["type"]
    where = location.at(*route)
    if category == "missing":
        return missing(where)
    if category == "unexpected_keyword_argument":
        return unknown(where, _holder(kind, route))
    return _wrong(where, _field(kind, route), error)


def missing(where: Location) -> Problem:
    """Return the problem of a needed key that is not there."""
    key = where.route[-1]
    return Problem("missing-field", where, f"the key '{key}' is missing", f"add '{key}: …'")


def unknown(where: Location, kind: type) -> Problem:
    """Return the problem of a key that a ``kind`` does not have."""
    key = str(where.route[-1])
    keys = tuple(field.key for field in shape(kind))
    hint = closest(key, keys) or f"take it out, or choose another\nthe keys are {_listed(keys)}"
    return Problem("unknown-field", where, f"there is no key {shown(key)} here", hint)


def not_a_mapping(where: Location, value: object) -> Problem:
    """Return the problem of a list or a text that stands where a record is due."""
    key = _KEY.match(value) if isinstance(value, str) else None
    hint = f"put a space behind the colon: '{key[0]} …'" if key else "write its keys, such as 'id: …'"
    said = f"the text {shown(value)}" if isinstance(value, str) else _said(value)
    return Problem("wrong-type", where, f"a record is due here, not {said}", hint)


def wrong_folder(
    kind: type, mapping: Mapping[str, Any], where: Location, faults: Iterable[Problem]
) -> Problem | None:
    """Return the one problem of a whole record of another kind, if that is what ``faults`` come from."""
    if {"missing-field", "unknown-field"} - {each.code for each in faults}:
        return None
    fitting = [folder for folder, other in FOLDERS.items() if _fits(other, mapping.keys())]
    if len(fitting) != 1 or kind not in FOLDERS.values() or FOLDERS[fitting[0]] is kind:
        return None
    here, there = kind.__name__.lower(), FOLDERS[fitting[0]].__name__.lower()
    message = f"by its keys, {shown(str(mapping['id']))} is of the kind '{there}', not '{here}'"
    way_out = "move it to a file in" if where.route else "move the file to"
    return Problem("wrong-folder", where, message, f"{way_out} '{fitting[0]}/'")


def _fits(kind: type, keys: Collection[str]) -> bool:
    fields = shape(kind)
    return {field.key for field in fields} >= set(keys) >= {field.key for field in fields if field.needed}


def _holder(kind: type, route: Route) -> type:
    """Return the class of the mapping that the last key of ``route`` stands in."""
    above = any(isinstance(step, str) for step in route[:-1])
    return _field(kind, route[:-1]).hint if above else kind


def _field(kind: type, route: Route) -> FieldShape:
    """Return the field that ``route``, which names one at least, leads to."""
    for name in (step for step in route if isinstance(step, str)):
        field = next(field for field in shape(kind) if field.key == name)
        kind = field.hint
    return field


def _wrong(where: Location, field: FieldShape, error: Mapping[str, Any]) -> Problem:
    value, last = error["input"], where.route[-1]
    subject = (
        f"the key '{field.key}'" if isinstance(last, str) else f"item {last + 1} of the list '{field.key}'"
    )
    due = "a list" if field.many and isinstance(last, str) else "a mapping" if field.nested else "a text"
    if _said(value) != due and value != "":
        message = f"{subject} holds {_said(value)}, where {due} is due"
        return Problem("wrong-type", where, message, _rewritten(field, due, value))
    if not value or not str(value).strip():
        hint = "write what belongs there" + ("" if field.needed else ", or take it out")
        return Problem("empty-text", where, f"{subject} is empty", hint)
    if words := get_args(field.hint):
        return _unknown_word(where, field, str(value), words)
    told = error.get("ctx", {})
    message = told.get("message", f"{subject} holds a value that cannot be read")
    return Problem(told.get("code", "wrong-type"), where, message, told.get("hint", "type it again by hand"))


def _unknown_word(where: Location, field: FieldShape, value: str, words: tuple[str, ...]) -> Problem:
    near = closest(value, words)
    choice = f"the words are {_listed(words)}"
    message = f"{shown(value)} is no word for '{field.key}'"
    return Problem("unknown-word", where, message, f"{near or 'choose another'}\n{choice}")


def _rewritten(field: FieldShape, due: str, value: Any) -> str:
    """Return what to do about a value of the wrong type."""
    if due == "a list":
        return (
            f"write it as a list: {_as_list(field, value)}"
            if isinstance(value, str)
            else "begin each item with '- '"
        )
    if due == "a mapping":
        keys = _keys(field)
        alone = len(keys) == 1 and isinstance(value, str)
        return f"write {shown(f'{keys[0]}: {value}')}" if alone else f"write keys under it: {_open(keys)}"
    alone = isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)
    return f"write {shown(value[0])} without the hyphen" if alone else "write one text"


def _keys(field: FieldShape) -> list[str]:
    """Return the keys that a mapping needs, or the first one that it may have."""
    return [inner.key for inner in shape(field.hint) if inner.needed] or [shape(field.hint)[0].key]


def _as_list(field: FieldShape, text: str) -> str:
    """Return a text as the list that it was meant to be: ids with commas between them, or one item."""
    if field.nested:
        first, *others = _keys(field)
        return f"'- {first}: …', and below it {_open(others)}" if others else shown(f"- {first}: {text}")
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and all(map(is_id, parts)):
        return shown(f"[{', '.join(parts)}]")
    return shown(f"- {text.removeprefix('-').lstrip()}")


def _open(keys: Iterable[str]) -> str:
    return ", ".join(f"'{key}: …'" for key in keys)


def _said(value: object) -> str:
    return "a text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
