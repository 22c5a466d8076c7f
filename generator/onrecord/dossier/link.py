"""Records to a dossier: every id leads somewhere, or a problem says which does not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.dossier.dossier import Backlink, Dossier
from onrecord.problems import Location, Problem
from onrecord.records.about import About
from onrecord.records.analysis import Correction
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.references import Reference, references
from onrecord.suggest import closest

COMPARISONS = 1_000_000
"""How many pairs of ids may be compared to guess which was meant: a few seconds."""

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
_NOUNS = {folder: kind.__name__.lower() for folder, kind in FOLDERS.items()}


def link(
    records: Iterable[Record],
    about: About,
    broken: frozenset[str] = frozenset(),
    unread: frozenset[str] = frozenset(),
    before: Dossier | None = None,
) -> tuple[Dossier, tuple[Problem, ...]]:
    """Put records together, whatever order they come in, and report the references that lead nowhere.

    ``broken`` holds the ids of records that exist and could not be read; naming them is no problem.
    ``unread`` holds the folders with ids that nobody could read: who knows what may be named there.
    Of records that share an id, which decoding reports, the one that stands first in ``content/`` is kept.
    Records marked as removed are set aside: whoever names one, a correction excepted, names nothing.
    From the dossier ``before``, if there is one, is taken what still holds of records that are the same.
    """
    unique = _unique(records)
    present = tuple(record for record in unique if record.removed is None)
    removed = {str(record.id): record for record in unique if record.removed is not None}
    folders = {str(record.id): folder_of(record) for record in present}
    named = {str(record.id): _named(record, before) for record in present}
    links = relinked(before, named, folders) if before else backlinks(named, folders)
    dossier = replace(assemble(about, present, links, named), removed=removed)
    guesses = iter(range(COMPARISONS // (len(folders) or 1)))
    known = _Known(folders, broken, unread, _renamed(unique), frozenset(removed), guesses)
    return dossier, tuple(_dead_ends(dossier, known))


def _unique(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return records in the order of their ids, of each id the one that stands first in ``content/``."""
    ordered = sorted(records, key=lambda record: record.id)
    if len({record.id for record in ordered}) != len(ordered):
        ordered.sort(key=lambda record: (record.id, *_place(record.location)))
        ordered = list({record.id: record for record in reversed(ordered)}.values())[::-1]
    return tuple(ordered)


def _named(record: Record, before: Dossier | None) -> tuple[Reference, ...]:
    same = before is not None and before.find(record.id) is record
    return before.references[record.id] if before and same else references(record)


def folder_of(record: Record) -> str:
    """Return the folder of a record's kind."""
    return _FOLDER_OF[type(record)]


def assemble(
    about: About,
    records: Iterable[Record],
    links: Mapping[str, tuple[Backlink, ...]],
    named: Mapping[str, tuple[Reference, ...]],
) -> Dossier:
    """Make a dossier of records that are sorted by id, of the links back to them, of what each names."""
    by_folder: dict[str, dict[str, Any]] = {folder: {} for folder in FOLDERS}
    folders: dict[str, str] = {}
    for record in records:
        folder = folders[record.id] = folder_of(record)
        by_folder[folder][record.id] = record
    return Dossier(about=about, folders=folders, references=named, backlinks=links, **by_folder)


def backlinks(
    named: Mapping[str, tuple[Reference, ...]], folders: Mapping[str, str]
) -> dict[str, tuple[Backlink, ...]]:
    """Index who refers to whom in ``folders``: for each id the links to it, sorted by kind, id, field."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for by, mentions in named.items():
        folder = folders[by]
        for reference in mentions:
            if folders.get(reference.to) in reference.kinds:
                found.setdefault(reference.to, set()).add((folder, by, str(reference.route[0])))
    return {
        record_id: tuple(Backlink(by, name) for _, by, name in sorted(links))
        for record_id, links in sorted(found.items())
    }


def relinked(
    before: Dossier, named: Mapping[str, tuple[Reference, ...]], folders: Mapping[str, str]
) -> Mapping[str, tuple[Backlink, ...]]:
    """Return what ``backlinks`` does, by changing what it returned ``before`` where that no longer holds."""
    if before.folders != folders:
        return backlinks(named, folders)
    altered = {each: mentions for each, mentions in named.items() if mentions is not before.references[each]}
    fresh = backlinks(altered, folders)
    found = dict(before.backlinks)
    for each in altered:
        for reference in before.references[each]:
            if links := found.pop(reference.to, None):
                found[reference.to] = tuple(link for link in links if link.by not in altered)
    for each, links in fresh.items():
        found[each] = tuple(
            sorted((*found.get(each, ()), *links), key=lambda link: (folders[link.by], *link))
        )
    return {each: links for each, links in sorted(found.items()) if links}


@dataclass(frozen=True, slots=True)
class _Known:
    folders: Mapping[str, str]
    broken: frozenset[str]
    unread: frozenset[str]
    renamed: Mapping[str, str]
    removed: frozenset[str]
    guesses: Iterator[int]


def _place(location: Location) -> tuple[str, tuple[str, ...]]:
    return location.file, tuple(f"{step:>9}" for step in location.route)


def _renamed(records: Iterable[Record]) -> dict[str, str]:
    return {former: record.id for record in records for former in record.formerly}


def _dead_ends(dossier: Dossier, known: _Known) -> Iterator[Problem]:
    yield from _dead_ends_of(dossier.about, references(dossier.about), known)
    for record in dossier:
        yield from _dead_ends_of(record, dossier.references[record.id], known)


def _dead_ends_of(owner: Record | About, named: Iterable[Reference], known: _Known) -> Iterator[Problem]:
    may_name = known.broken | known.removed if isinstance(owner, Correction) else known.broken
    for reference in named:
        folder = known.folders.get(reference.to)
        if folder in reference.kinds or reference.to in may_name:
            continue
        here = owner.location.at(*reference.route)
        if folder is not None:
            yield _wrong_kind(reference, here, known)
        elif not reference.kinds & known.unread:
            yield _unknown(reference, here, known)


def _unknown(reference: Reference, here: Location, known: _Known) -> Problem:
    noun = _expected(reference)
    if reference.to in known.renamed:
        hint = f"it is now called '{known.renamed[reference.to]}'"
    elif reference.to in known.removed:
        hint = "it was removed: take the mention out, or name another record"
    else:
        hint = _guess(reference, known) or "correct it, or write its record first"
    what = f"no {noun} has the id '{reference.to}'"
    return Problem("unknown-id" if noun == "record" else f"unknown-{noun}", here, what, hint=hint)


def _guess(reference: Reference, known: _Known) -> str:
    """Return a hint that names what was meant; nothing if too much is wrong to compare it with everything."""
    if next(known.guesses, None) is None:
        return ""
    return closest(
        reference.to, (each for each, folder in known.folders.items() if folder in reference.kinds)
    )


def _wrong_kind(reference: Reference, here: Location, known: _Known) -> Problem:
    is_ = _with_article(_NOUNS[known.folders[reference.to]])
    due = _with_article(_expected(reference))
    hint = _guess(reference, known) or f"name {due}, or take it out"
    return Problem("wrong-kind", here, f"'{reference.to}' is {is_}, not {due}", hint)


def _expected(reference: Reference) -> str:
    nouns = [_NOUNS[folder] for folder in sorted(reference.kinds)]
    return nouns[0] if len(nouns) == 1 else "record"


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
