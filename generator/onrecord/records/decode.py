"""Documents to records: everything that is wrong with a record is told at once."""

from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from onrecord.problems import Location, Note, Problem
from onrecord.records.about import About
from onrecord.records.entries import Entry, entries, folder, stem
from onrecord.records.faults import fault, not_a_mapping, unknown, wrong_folder
from onrecord.records.fields import LOCATION_KEY, adapter
from onrecord.records.forms import shown
from onrecord.records.record import Record
from onrecord.records.slugs import slug
from onrecord.source.document import Document
from onrecord.source.files import ABOUT


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the documents hold: records in the order of files and lines, and the title page.

    ``broken`` holds the ids of records that are there but could not be made out: whoever names
    one of them has made no mistake. ``unread`` holds the folders of which a list could not be
    read, so that nobody knows all the ids in them.
    """

    records: tuple[Record, ...]
    about: About | None
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()


class Made(NamedTuple):
    """The record that was made of an entry, if one could be made, and what is wrong with it.

    ``name`` is what the entry calls itself, ``hides`` are the ids by which others may mean it if it is unfit.
    """

    name: str
    location: Location
    record: Record | None
    hides: frozenset[str]
    faults: tuple[Problem, ...]


Makings = MutableMapping[str, tuple[Document, tuple[Made | Problem, ...]]]
"""What was made of documents, by path: of the same document the same is made again."""


def decode(
    documents: Iterable[Document], before: Makings | None = None
) -> tuple[Decoded, tuple[Problem, ...]]:
    """Turn documents of the folders of records into these; the order in which they come does not matter.

    A missing ``dossier.yml`` gives no title page and no problem: whoever read the folder has told of it.
    ``before`` is brought up to date; of documents that are the same it gives the same records.
    """
    ordered = sorted(documents, key=lambda document: document.path)
    about, problems = _about(ordered)
    makings = {each.path: (each, _makings(each, before or {})) for each in ordered if each.path != ABOUT}
    if before is not None:
        before.clear()
        before.update(makings)
    found = [each for _, made in makings.values() for each in made]
    strays = tuple(stray for stray in found if isinstance(stray, Problem))
    records, broken, faults = _records([each for each in found if isinstance(each, Made)])
    unread = [document.path for document in ordered if not document.has_value and document.path != ABOUT]
    shapeless = (stray.location.file for stray in strays if not stray.location.route)
    hidden = broken.union(map(stem, (*unread, *shapeless))) - {record.id for record in records}
    decoded = Decoded(records, about, frozenset(hidden), _unlisted(ordered, unread))
    return decoded, (*problems, *strays, *faults)


def _unlisted(documents: Iterable[Document], unread: Collection[str]) -> frozenset[str]:
    """Return the folders where an unread file may have been a list: lists, or nothing, stand beside it."""
    hiding = frozenset(map(folder, unread))
    beside = [each for each in documents if each.has_value and folder(each.path) in hiding]
    forms = {(folder(each.path), type(each.value)) for each in beside}
    return frozenset(each for each in hiding if (each, dict) not in forms or (each, list) in forms)


def _about(documents: Iterable[Document]) -> tuple[About | None, tuple[Problem, ...]]:
    where = Location(ABOUT)
    document = next((document for document in documents if document.path == ABOUT), None)
    if document is None or document.value is None:
        return None, ()
    if not isinstance(document.value, dict):
        return None, (not_a_mapping(where, document.value),)
    return _made(About, document.value, where)


def _makings(
    document: Document, before: Mapping[str, tuple[Document, tuple[Made | Problem, ...]]]
) -> tuple[Made | Problem, ...]:
    known = before.get(document.path)
    if known and known[0] is document:
        return known[1]
    return tuple(each if isinstance(each, Problem) else _made_of(each) for each in entries(document))


def _made_of(entry: Entry) -> Made:
    record, faults = _made(entry.kind, {**entry.mapping, "id": entry.name or "-"}, entry.location)
    is_sound = record is not None and not entry.faults
    hides = frozenset[str]() if is_sound else _names(entry)
    return Made(entry.name, entry.location, record if is_sound else None, hides, (*entry.faults, *faults))


def _records(found: Iterable[Made]) -> tuple[tuple[Record, ...], set[str], tuple[Problem, ...]]:
    """Return the sound records with an id of their own, the names of the others, and all problems."""
    records: list[Record] = []
    broken: set[str] = set()
    problems: list[Problem] = []
    first: dict[str, Location] = {}
    for name, location, record, hides, faults in found:
        taken = first.get(name)
        problems += faults
        if taken is not None:
            problems.append(_taken(location.at("id"), name, taken))
        elif name:
            first[name] = location
        if record is None:
            broken |= hides
        elif taken is None:
            records.append(record)
    return tuple(records), broken, tuple(problems)


def _names(entry: Entry) -> frozenset[str]:
    """Return the ids by which others may name a record whose own id is in doubt."""
    written = [name for name in (entry.name, entry.mapping.get("id")) if isinstance(name, str) and name]
    return frozenset((*written, *filter(None, map(slug, written))))


def _made(kind: type, mapping: Mapping[str, Any], where: Location) -> tuple[Any, tuple[Problem, ...]]:
    """Return a ``kind``, or ``None``, and everything that is wrong with the mapping."""
    extra = [unknown(where.at(LOCATION_KEY), kind)] if LOCATION_KEY in mapping else []
    try:
        made = _adapter(kind).validate_python(({**mapping, LOCATION_KEY: where},))[0]
    except ValidationError as bad:
        errors = bad.errors(include_url=False)
        faults = tuple(fault(kind, where, error) for error in errors if not _follows(error))
        elsewhere = wrong_folder(kind, mapping, where, faults)
        return None, (elsewhere,) if elsewhere else (*_causes(faults), *extra)
    return (None, tuple(extra)) if extra else (made, ())


def _causes(faults: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out a missing key where a misspelt one stands that is told to be meant for it."""
    meant = {
        (each.location.route[:-1], each.hint.rpartition("did you mean ")[2])
        for each in faults
        if each.code == "unknown-field"
    }
    return tuple(
        each
        for each in faults
        if each.code != "missing-field"
        or (each.location.route[:-1], f"'{each.location.route[-1]}'?") not in meant
    )


def _follows(error: Mapping[str, Any]) -> bool:
    """Tell whether a list is called too short only because its items are wrong."""
    return error["type"] == "too_short" and bool(error["input"])


@cache
def _adapter(kind: type) -> TypeAdapter[tuple[Any]]:
    return adapter(kind)


def _taken(where: Location, name: str, first: Location) -> Problem:
    note = Note(first, f"{shown(name)} is here first")
    hint = "give one of them another id\nids are unique across all kinds"
    return Problem("duplicate-id", where, f"the id {shown(name)} is taken", hint, (note,))
