"""A dossier in cells: one whose readers are noted, and the cells in which two of them differ."""

from collections.abc import Collection, Iterator, Mapping
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
_FACTS = ("against", "attributions", "known", "paths", "substances", "within")

Facts = Mapping[str, Mapping[str, object]]
"""What follows from a dossier, by the names under which it is noted that somebody looked at it."""


class Concluded(NamedTuple):
    """A dossier, not traced, and what follows from it."""

    dossier: Dossier
    facts: Facts


def traced(dossier: Dossier) -> Dossier:
    """Return the same dossier, of which every look at a record, a link or the title page is noted."""
    numbering = _numbering(dossier)
    told: dict[str, Any] = {name: Traced(getattr(dossier, name), name, numbering) for name in _MAPPINGS}
    about: Any = TracedFields(dossier.about, _ABOUT)
    return replace(dossier, about=about, **told)


@dataclass(frozen=True)
class _Followed(Statuses):
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


def followed(statuses: Statuses) -> Statuses:
    """Return the statuses of the same dossier, traced: of a status only the look at it is noted."""
    return _Followed(traced(statuses.dossier), statuses)


def concluded(statuses: Statuses) -> Concluded:
    """Return a dossier with all that follows from it and is compared with what follows from another one."""
    sides = fronts(statuses.dossier)
    all_facts = (
        sides.against,
        statuses.attributions,
        statuses.known,
        paths_by_claim(statuses.dossier),
        statuses.substances,
        sides.within,
    )
    found = {name: dict(each) for name, each in zip(_FACTS, all_facts, strict=True)}
    return Concluded(statuses.dossier, found)


def altered(before: Concluded, now: Concluded) -> frozenset[Cell]:
    """Return the cells, as ``before`` numbers them, that are not the same ``now``.

    A record that was read anew counts as another one: it may stand on another line.
    """
    was, held = before.dossier, now.dossier
    told = [(name, _others(getattr(was, name), getattr(held, name))) for name in _MAPPINGS]
    told += [(name, _unequal(before.facts[name], now.facts[name])) for name in _FACTS]
    told.append((_ABOUT, _told_otherwise(was.about, held.about)))
    numbering = _numbering(was)
    return frozenset(numbering.cell(name, key) for name, keys in told for key in keys)


def _told_otherwise(before: About, now: About) -> Iterator[str]:
    return (each for each in _ABOUTS if getattr(before, each) != getattr(now, each))


def _numbering(dossier: Dossier) -> Numbering:
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
