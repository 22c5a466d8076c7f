"""Checks of names, former ids and mentions: each leads to one record."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location, Note, Problem, Route, Severity
from onrecord.records.actors import Actor


def shared_alias(dossier: Dossier) -> Iterator[Problem]:
    """No two actors go by the same name or alias, capitals aside: a reader must know who is meant."""
    first: dict[tuple[str, ...], tuple[str, Location]] = {}
    for actor in dossier.actors.values():
        for route, name in _names(actor):
            here = actor.location.at(*route)
            owner, there = first.setdefault(tuple(name.casefold().split()), (actor.id, here))
            if owner != actor.id:
                yield Problem(
                    "shared-alias",
                    here,
                    f"'{name}' is a name of '{owner}' too",
                    "add what tells the two apart, or take the name off one of them",
                    (Note(there, f"a name of '{owner}'"),),
                )


def _names(actor: Actor) -> Iterator[tuple[Route, str]]:
    yield ("name",), actor.name
    for index, alias in enumerate(actor.aliases):
        yield ("aliases", index), alias


def shared_url(dossier: Dossier) -> Iterator[Problem]:
    """One page is one source: counted twice, it would bear itself out."""
    first: dict[str, Location] = {}
    for source in dossier.sources.values():
        here = source.location.at("url")
        if source.url and (there := first.setdefault(source.url, here)) is not here:
            yield Problem(
                "shared-url",
                here,
                f"another source has the address '{source.url}'",
                "name one of the two wherever the other one is named, and take that out",
                (Note(there, "the other source"),),
                Severity.WARNING,
            )


def formerly_in_use(dossier: Dossier) -> Iterator[Problem]:
    """A former id belongs to one record and is nobody's present id, for its old address leads on to it."""
    ever = {record.id: record for record in (*dossier, *dossier.removed.values())}
    taken: dict[str, tuple[str, Location]] = {}
    for record in ever.values():
        for index, old in enumerate(record.formerly):
            here = record.location.at("formerly", index)
            present = ever.get(old)
            known = (present.id, present.location.at("id")) if present else (record.id, here)
            owner, there = taken.setdefault(old, known)
            if there is not here:
                yield Problem(
                    "formerly-in-use",
                    here,
                    f"'{old}' cannot lead to '{record.id}': it belongs to '{owner}'",
                    "take the former id off one of the two records",
                    (Note(there, f"'{owner}' has this id"),),
                )


def self_reference(dossier: Dossier) -> Iterator[Problem]:
    """No record refers to itself."""
    for record in dossier:
        for found in dossier.references[record.id]:
            if found.to == record.id:
                yield Problem(
                    "self-reference",
                    record.location.at(*found.route),
                    f"the record '{record.id}' names itself",
                    "name the record that was meant, or take the line out",
                )


def repeated_reference(dossier: Dossier) -> Iterator[Problem]:
    """A list of ids names each record once."""
    for record in dossier:
        named = dossier.references[record.id]
        if len({found.to for found in named}) == len(named):
            continue
        seen: dict[tuple[Route, str], Route] = {}
        for found in named:
            if not isinstance(found.route[-1], int):
                continue
            first = seen.setdefault((found.route[:-1], found.to), found.route)
            if first is not found.route:
                yield Problem(
                    "repeated-reference",
                    record.location.at(*found.route),
                    f"'{found.to}' is in this list already",
                    "take one of the two out",
                    (Note(record.location.at(*first), "the first time"),),
                    Severity.WARNING,
                )
