"""What readers will see change between two states of a dossier, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import Difference, differences
from onrecord.dossier.names import actor_name
from onrecord.editing.labels import label
from onrecord.records.about import About
from onrecord.records.record import Record
from onrecord.records.references import NAMED_KINDS
from onrecord.records.shape import shape
from onrecord.records.statements import Statement
from onrecord.records.when import When

_UNSEEN = frozenset({"id", "formerly", "silenced", "text_file"})
_NOUNS = {"attribution-moved": "statement", "claim-moved": "claim", "event-moved": "event",
          "judgment-moved": "judgment"}  # fmt: skip
_WRITTEN = {
    "attribution-moved": ("sources",),
    "claim-moved": ("evidence", "assessment", "resolved"),
    "event-moved": ("history",),
    "judgment-moved": ("likelihood", "confidence"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One change: a sentence, and the words before and after if there are any."""

    text: str
    was: str = ""
    now: str = ""


def diff(before: Dossier, after: Dossier) -> tuple[Line, ...]:
    """Return what changes, the weightiest first: statuses, what is new, what is gone, then wording.

    The order of keys, of files and of lists of ids is no change, and neither is what readers never see.
    """
    renamed = {old: each.id for each in after for old in each.formerly if old in before.folders}
    moved = [each for each in differences(before, after) if each.record_id not in renamed.values()]
    told = {(each.record_id, key) for each in moved for key in _WRITTEN.get(each.kind, ())}
    return (
        *_about(before.about, after.about),
        *(_moved(after, each) for each in moved),
        *_gone(before, after, renamed),
        *_reworded(before, after, renamed, told),
    )


def _about(before: About, after: About) -> Iterator[Line]:
    was, now = _fields(before), _fields(after)
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) != now.get(key):
            yield Line(f"the dossier's '{key}' changes", _said(was.get(key)), _said(now.get(key)))


def _moved(after: Dossier, each: Difference) -> Line:
    record = after.find(each.record_id)
    name = f"'{label(record)}' ({each.record_id})" if record else f"'{each.record_id}'"
    if each.kind == "correction":
        return Line(f"a correction: {name}", each.before, each.after)
    if each.kind == "new":
        by = f" by {actor_name(after, record.speaker)}" if isinstance(record, Statement) else ""
        return Line(f"new {each.folder.removesuffix('s')}{by}: {name}")
    return Line(f"the {_NOUNS[each.kind]} {name} moves from {each.before} to {each.after}")


def _gone(before: Dossier, after: Dossier, renamed: Mapping[str, str]) -> Iterator[Line]:
    for record_id, folder in before.folders.items():
        noun = folder.removesuffix("s")
        if record_id in renamed:
            new = renamed[record_id]
            yield Line(f"the {noun} '{record_id}' has a new address, '{new}'; the old one leads there")
        elif gone := after.removed.get(record_id):
            reason = gone.removed.reason if gone.removed else ""
            yield Line(f"the {noun} '{record_id}' is removed: {reason}")
        elif record_id not in after.folders:
            record = before.find(record_id)
            yield Line(f"the {noun} '{record_id}' is gone: '{label(record) if record else ''}'")


def _reworded(
    before: Dossier, after: Dossier, renamed: Mapping[str, str], told: set[tuple[str, str]]
) -> Iterator[Line]:
    for record_id, folder in before.folders.items():
        old, new = before.find(record_id), after.find(renamed.get(record_id, record_id))
        if old is None or new is None or type(old) is not type(new):
            continue
        was, now = _fields(old, renamed), _fields(new)
        for key in dict.fromkeys((*was, *now)):
            if was.get(key) != now.get(key) and (new.id, key) not in told:
                noun = folder.removesuffix("s")
                yield Line(f"'{key}' of the {noun} '{new.id}'", _said(was.get(key)), _said(now.get(key)))


def _fields(value: Record | About, renamed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what readers see of a record; lists of ids are sorted, and ids that were renamed are new."""
    plain = _plain(value, renamed or {})
    return {key: found for key, found in plain.items() if key not in _UNSEEN}


def _plain(value: Any, renamed: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    kind: type = type(value)
    for field in shape(kind):
        each = getattr(value, field.name)
        items = each if field.many else (each,) if each not in (None, "", ()) else ()
        if field.nested:
            made: list[Any] = [_plain(item, renamed) for item in items]
        elif field.hint in NAMED_KINDS:
            made = sorted(renamed.get(item, item) for item in items)
        else:
            made = [item.edtf if isinstance(item, When) else " ".join(str(item).split()) for item in items]
        if any(made):
            found[field.key] = made if field.many else made[0]
    return found


def _said(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "; ".join(_said(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(each)}" for key, each in value.items())
    return str(value)
