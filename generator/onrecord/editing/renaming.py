"""A record under a new id: every mention of it changed in place, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location, Route
from onrecord.records.entries import stem
from onrecord.records.forms import FormError, record_id
from onrecord.records.record import Record
from onrecord.records.references import references
from onrecord.source.document import Document
from onrecord.source.positions import last_end, stretch
from onrecord.source.raw import Edit
from onrecord.suggest import closest


class RenameError(Exception):
    """The record cannot be renamed so; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the two apart, as a problem has them."""
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Renaming:
    """Edits by file, and the file that itself gets a new name, if the record has one of its own."""

    edits: Mapping[str, tuple[Edit, ...]]
    moved: tuple[str, str] | None
    mentions: int


def renaming(dossier: Dossier, documents: Iterable[Document], old: str, new: str) -> Renaming:
    """Return how ``old`` becomes ``new`` in documents without errors; raise ``RenameError`` if it cannot."""
    record = _found(dossier, old)
    _free(dossier, record, new)
    texts = {document.path: document.text for document in documents}
    places = tuple(_mentions(dossier, old))
    edits: dict[str, list[Edit]] = {}
    for place in (*places, *_own(record, texts[record.location.file])):
        edits.setdefault(place.file, []).append(_replaced(texts[place.file], place.route, old, new))
    edits.setdefault(record.location.file, []).append(_kept(record, texts[record.location.file], old, new))
    moved = None if record.location.route else _moved(record.location.file, new)
    return Renaming({path: tuple(found) for path, found in edits.items()}, moved, len(places))


def _found(dossier: Dossier, old: str) -> Record:
    record = dossier.find(old)
    if record is not None:
        return record
    now = next((each.id for each in dossier if old in each.formerly), "")
    hint = f"it is now called '{now}'" if now else closest(old, dossier.folders)
    raise RenameError(f"no record has the id '{old}'", hint)


def _free(dossier: Dossier, record: Record, new: str) -> None:
    try:
        record_id(new)
    except FormError as bad:
        raise RenameError(bad.message, bad.hint) from bad
    if new in dossier.folders:
        raise RenameError(f"the id '{new}' is taken by a record in '{dossier.folders[new]}'")
    owner = next((each for each in dossier if new in each.formerly and each is not record), None)
    if owner:
        raise RenameError(f"'{new}' is a former id of '{owner.id}', whose old address still leads there")


def _mentions(dossier: Dossier, old: str) -> Iterator[Location]:
    for owner in (dossier.about, *dossier):
        for reference in references(owner):
            if reference.to == old:
                yield owner.location.at(*reference.route)


def _own(record: Record, text: str) -> Iterator[Location]:
    """Return the place of the record's own id, which a file of its own need not hold."""
    here = record.location.at("id")
    try:
        stretch(text, here.route)
    except KeyError:
        return
    yield here


def _replaced(text: str, route: Route, old: str, new: str) -> Edit:
    start, end = stretch(text, route)
    found = text.rfind(old, start, end)
    if found < 0:
        line = text.count("\n", 0, start) + 1
        raise RenameError(f"'{old}' is spelt with backslashes in line {line}", "write it out there")
    return Edit(found, found + len(old), new)


def _kept(record: Record, text: str, old: str, new: str) -> Edit:
    """Return the edit that adds ``old`` to the former ids; it takes the place of ``new``, if that is one."""
    route = record.location.route
    if new in record.formerly:
        return _replaced(text, (*route, "formerly", record.formerly.index(new)), new, old)
    if record.formerly:
        return _one_more(text, (*route, "formerly"), len(record.formerly), old)
    start, end = stretch(text, route)
    if text[start] == "{":
        return _inserted(last_end(text, route), f", formerly: [{old}]")
    return _line_below(text, end, _column(text, start), f"formerly: [{old}]")


def _one_more(text: str, route: Route, count: int, old: str) -> Edit:
    start, end = stretch(text, route)
    if text[start] == "[":
        return _inserted(last_end(text, route), f", {old}")
    last, _ = stretch(text, (*route, count - 1))
    return _line_below(text, end, _column(text, text.rfind("-", 0, last)), f"- {old}")


def _inserted(at: int, more: str) -> Edit:
    return Edit(at, at, more)


def _line_below(text: str, index: int, column: int, more: str) -> Edit:
    end = text.find("\n", index)
    at = len(text) if end < 0 else end
    return Edit(at, at, f"\n{' ' * column}{more}")


def _column(text: str, index: int) -> int:
    return index - text.rfind("\n", 0, index) - 1


def _moved(file: str, new: str) -> tuple[str, str]:
    return file, f"{file[: len(file) - len(stem(file)) - len(_ending(file))]}{new}{_ending(file)}"


def _ending(file: str) -> str:
    return file[file.rfind(".") :]
