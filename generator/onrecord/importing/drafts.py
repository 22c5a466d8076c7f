"""What an import brings: drafts of records, and losses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.records.slugs import slug
from onrecord.source.written import Block, Entry, Node, Scalar

Plain = Mapping[str, Any]
"""A mapping as it stands in YAML: texts, lists and mappings by key."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be: ``row`` tells where it comes from, ``kept`` what has no field of its own."""

    folder: str
    id: str
    fields: Plain
    row: str
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that was not carried over: where it stood, what it was, and why it was left."""

    row: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Import:
    """All that a file holds. ``about`` is its title page, if it has one."""

    drafts: tuple[Draft, ...] = ()
    losses: tuple[Loss, ...] = ()
    about: Plain = field(default_factory=dict)


class UnreadableError(Exception):
    """The file is not what it was said to be; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the two apart, as a problem has them."""
        super().__init__(message)
        self.hint = hint


def kept(values: Mapping[str, Any], used: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return what of ``values`` is not ``used`` and not empty, as texts by name."""
    left_out = frozenset(used)
    return tuple((key, flat(value)) for key, value in values.items() if key not in left_out and flat(value))


def flat(value: Any) -> str:
    """Return any value as one line of text."""
    if value is None or value is False:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {flat(each)}" for key, each in value.items() if flat(each))
    if isinstance(value, list | tuple):
        return "; ".join(flat(each) for each in value if flat(each))
    return " ".join(str(value).split())


def some(**fields: Any) -> dict[str, Any]:
    """Return the fields that hold something; a trailing underscore is no part of a key."""
    return {key.rstrip("_"): value for key, value in fields.items() if value not in (None, "", [], {})}


def named(words: str, taken: Iterable[str], otherwise: str) -> str:
    """Return an id made of ``words`` that is not ``taken``."""
    in_use = frozenset(taken)
    stem = slug(" ".join(words.split()[:8])) or otherwise
    numbers = ("", *(f"-{number}" for number in range(2, len(in_use) + 3)))
    return next(f"{stem}{number}" for number in numbers if f"{stem}{number}" not in in_use)


def noted(draft: Draft) -> Draft:
    """Return a draft whose ``note`` tells what has no field of its own: nothing is lost in silence."""
    if not draft.kept:
        return draft
    told = "; ".join(f"{_inert(key)}: {_inert(text)}" for key, text in draft.kept)
    before = draft.fields.get("note", "")
    note = "\n\n".join(part for part in (before, f"Imported, without a field of its own: {told}") if part)
    return replace(draft, fields={**draft.fields, "note": note}, kept=())


def node(value: Any) -> Node:
    """Return a plain value as it is written in YAML."""
    if isinstance(value, Mapping):
        return Block(tuple(Entry(key, node(each)) for key, each in value.items()), is_list=False)
    if isinstance(value, list | tuple):
        return Block(tuple(Entry("", node(each)) for each in value), is_list=True)
    return Scalar(str(value))


def _inert(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>" else letter for letter in text)
