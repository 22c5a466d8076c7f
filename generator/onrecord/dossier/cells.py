"""A dossier in cells: one whose readers are noted, and the cells in which two of them differ."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from onrecord.dossier.attribution import Attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.fronts import fronts
from onrecord.dossier.positions import paths_by_claim
from onrecord.dossier.reads import WHOLE, Cell, Numbering, Traced, TracedFields, facts
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.substance import Substance
from onrecord.records.about import About

_ABOUT = "about"
_ABOUTS = tuple(field.name for field in fields(About))
_MAPPINGS = tuple(field.name for field in fields(Dossier) if field.name not in {_ABOUT, "memory"})

Facts = Mapping[str, Mapping[str, object]]
"""What follows from a dossier, by the names under which it is noted that somebody looked at it."""


class Concluded(NamedTuple):
    """A dossier, not traced, and what follows from it."""

    dossier: Dossier
    facts: Facts


def traced(dossier: Dossier) -> Dossier:
    """Return the same dossier, of which every look at a record, a link or the title page is noted."""
    numbered = numbering(dossier)
    told: dict[str, Any] = {name: Traced(getattr(dossier, name), name, numbered) for name in _MAPPINGS}
    about: Any = TracedFields(dossier.about, _ABOUT, _ABOUTS)
    return replace(dossier, about=about, **told)


@dataclass(frozen=True)
class _Traced(Statuses):
    """What follows from a traced dossier, found by those who know the same one ``untraced``."""

    untraced: Statuses

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        return facts(self.dossier.statements, self.untraced.attributions, "attributions")

    @cached_property
    def substances(self) -> Mapping[str, Substance]:
        return facts(self.dossier.claims, self.untraced.substances, "substances")

    @cached_property
    def known(self) -> Mapping[str, date | None]:
        return facts(self.dossier.folders, self.untraced.known, "known")


def traced_statuses(statuses: Statuses) -> Statuses:
    """Return the statuses of the same dossier, traced: of a status only the look at it is noted."""
    return _Traced(traced(statuses.dossier), statuses)


_FACTS: Mapping[str, Callable[[Statuses], Mapping[str, object]]] = {
    "against": lambda statuses: fronts(statuses.dossier).against,
    "attributions": lambda statuses: statuses.attributions,
    "known": lambda statuses: statuses.known,
    "paths": lambda statuses: paths_by_claim(statuses.dossier),
    "substances": lambda statuses: statuses.substances,
    "within": lambda statuses: fronts(statuses.dossier).within,
}
"""What finds the facts of each name."""


def concluded(statuses: Statuses) -> Concluded:
    """Return a dossier with all that follows from it and is compared with what follows from another one."""
    return Concluded(statuses.dossier, {name: dict(find(statuses)) for name, find in _FACTS.items()})


def altered(before: Concluded, now: Concluded) -> frozenset[Cell]:
    """Return the cells, as ``before`` numbers them, that are not the same ``now``.

    A record that was read anew counts as another one: it may stand on another line.
    """
    was, held = before.dossier, now.dossier
    told = [(name, _others(getattr(was, name), getattr(held, name))) for name in _MAPPINGS]
    told += [(name, _unequal(before.facts[name], now.facts[name])) for name in _FACTS]
    told.append((_ABOUT, _told_otherwise(was.about, held.about)))
    numbered = numbering(was)
    return frozenset(numbered.cell(name, key) for name, keys in told for key in keys)


def _told_otherwise(before: About, now: About) -> Iterator[str]:
    return (each for each in _ABOUTS if getattr(before, each) != getattr(now, each))


def numbering(dossier: Dossier) -> Numbering:
    """Return the numbers of a dossier's cells, which are others in one that has other records."""
    ids = chain((WHOLE,), dossier.folders, dossier.removed)
    names = (*_MAPPINGS, *_FACTS)
    first = {each: place * len(names) for place, each in enumerate(ids)}
    return Numbering(first, {name: number for number, name in enumerate(names)})


def _others(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    """Yield the keys under which something else is found now, and that for the whole if there is any."""
    found = [each for each, value in now.items() if not _is_same(before.get(each), value)]
    yield from _with_whole((*found, *(before.keys() - now.keys())))


def _is_same(before: object, now: object) -> bool:
    return before is now or (isinstance(now, str | tuple) and before == now)


def _unequal(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    """Yield the keys of facts that are others now, and that for the whole if there is any."""
    found = [each for each, value in now.items() if each not in before or before[each] != value]
    yield from _with_whole((*found, *(before.keys() - now.keys())))


def _with_whole(found: Collection[str]) -> Iterator[str]:
    yield from (*found, *([WHOLE] if found else ()))
