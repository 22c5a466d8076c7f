"""Documents to entries: which record stands where, and what it is called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.problems import Location, Problem
from onrecord.records.faults import missing, not_a_mapping
from onrecord.records.forms import FormError, record_id, shown
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.slugs import slug
from onrecord.source.document import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it stands in a file, of which only the kind and the id are known.

    ``name`` is empty if no id is written, and is what is written even if that is no id;
    ``faults`` are what is wrong with it.
    """

    kind: type[Record]
    mapping: Mapping[str, Any]
    location: Location
    name: str
    faults: tuple[Problem, ...] = ()


def entries(document: Document) -> Iterator[Entry | Problem]:
    """Part a document into its records, and the problems of what stands where no record can stand."""
    where, value = Location(document.path), document.value
    if value is None:
        return
    kind = FOLDERS[folder(document.path)]
    if isinstance(value, dict):
        yield _of_file(kind, value, where)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield _of_list(kind, item, where.at(index))
    else:
        yield not_a_mapping(where, value)


def folder(path: str) -> str:
    """Return the first folder of a path."""
    return path.partition("/")[0]


def stem(path: str) -> str:
    """Return the file's name without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _of_file(kind: type[Record], mapping: Mapping[str, Any], where: Location) -> Entry:
    name = stem(where.file)
    written = mapping.get("id", name)
    if not isinstance(written, str):
        return Entry(kind, mapping, where, name, (_not_one_id(where),))
    if written != name:
        message = f"the id in the file, {shown(written)}, differs from the file's name"
        hint = f"take the key 'id' out, or name the file {shown(f'{written}.yml')}"
        wrong = Problem("bad-id", where.at("id"), message, hint)
        return Entry(kind, mapping, where, name, (wrong,))
    return Entry(kind, mapping, where, name, _faults(name, where, of_file=True))


def _of_list(kind: type[Record], item: Any, where: Location) -> Entry | Problem:
    if not isinstance(item, dict):
        return not_a_mapping(where, item)
    name = item.get("id", "")
    if not isinstance(name, str):
        return Entry(kind, item, where, "", (_not_one_id(where),))
    if not name.strip():
        return Entry(kind, item, where, "", (missing(where.at("id")),))
    return Entry(kind, item, where, name, _faults(name, where.at("id")))


def _not_one_id(where: Location) -> Problem:
    return Problem("wrong-type", where.at("id"), "the key 'id' holds more than a text", "write one id")


def _faults(name: str, where: Location, *, of_file: bool = False) -> tuple[Problem, ...]:
    try:
        record_id(name)
    except FormError as bad:
        near = slug(name)
        hint = f"name the file '{near}.yml'" if of_file and near else bad.hint
        return (Problem(bad.code, where, bad.message, hint),)
    return ()
