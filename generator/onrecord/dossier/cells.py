"""A dossier in cells: one whose readers are noted, and the cells in which two of them differ."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.fronts import fronts
from onrecord.dossier.positions import paths_by_claim
from onrecord.dossier.reads import WHOLE, Cell, Numbering, Traced, TracedFields
from onrecord.dossier.statuses import Statuses
from onrecord.records.about import About

_ABOUT = "about"
_ABOUTS = tuple(field.name for field in fields(About))
_MAPPINGS = tuple(field.name for field in fields(Dossier) if field.name not in {_ABOUT, "memory"})
_FACTS = ("against", "attributions", "known", "paths", "substances", "within")

Facts = Mapping[str, Mapping[str, object]]
"""What follows from a dossier, by the names under which it is noted that somebody looked at it."""


def traced(dossier: Dossier) -> Dossier:
    """Return the same dossier, of which every look at a record, a link or the title page is noted."""
    numbering = _numbering(dossier)
    told: dict[str, Any] = {name: Traced(getattr(dossier, name), name, numbering) for name in _MAPPINGS}
    about: Any = TracedFields(dossier.about, _ABOUT)
    return replace(dossier, about=about, **told)


def facts_of(statuses: Statuses) -> Facts:
    """Return all that follows from a dossier and is compared with what follows from another one."""
    sides = fronts(statuses.dossier)
    all_facts = (
        sides.against,
        statuses.attributions,
        statuses.known,
        paths_by_claim(statuses.dossier),
        statuses.substances,
        sides.within,
    )
    return {name: dict(found) for name, found in zip(_FACTS, all_facts, strict=True)}


def altered(before: Dossier, now: Dossier) -> frozenset[Cell]:
    """Return the cells, as ``before`` numbers them, that are not the same ``now``; neither may be traced.

    A record that was read anew counts as another one: it may stand on another line.
    """
    numbering = _numbering(before)
    told = [(name, _others(getattr(before, name), getattr(now, name))) for name in _MAPPINGS]
    were, are = facts_of(Statuses(before)), facts_of(Statuses(now))
    told += [(name, _unequal(were[name], are[name])) for name in _FACTS]
    told.append((_ABOUT, _told_otherwise(before.about, now.about)))
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
    yield from _with_whole([each for each in before.keys() | now.keys() if before.get(each) != now.get(each)])


def _with_whole(found: Collection[str]) -> Iterator[str]:
    yield from (*found, *([WHOLE] if found else ()))
