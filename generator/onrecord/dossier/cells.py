"""A dossier in cells: one whose readers are noted, and the cells in which two of them differ."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.fronts import fronts
from onrecord.dossier.reads import WHOLE, Cell, Traced, TracedFields, cell
from onrecord.records.about import About

_MAPPINGS = tuple(field.name for field in fields(Dossier) if field.name not in {"about", "memory"})
_ABOUT = "about"
_ABOUTS = tuple(field.name for field in fields(About))


def traced(dossier: Dossier) -> Dossier:
    """Return the same dossier, of which every look at a record, a link or the title page is noted."""
    numbers = _numbers(dossier)
    told: dict[str, Any] = {
        name: Traced(getattr(dossier, name), name, number, numbers) for number, name in enumerate(_MAPPINGS)
    }
    about: Any = TracedFields(dossier.about, _ABOUT)
    return replace(dossier, about=about, **told)


def altered(before: Dossier, now: Dossier) -> frozenset[Cell]:
    """Return the cells, as ``before`` numbers them, that are not the same ``now``; neither may be traced.

    A record that was read anew counts as another one: it may stand on another line.
    """
    numbers = _numbers(before)
    told = {
        cell(key, name, number, numbers)
        for number, name in enumerate(_MAPPINGS)
        for key in _others(getattr(before, name), getattr(now, name))
    }
    were, are = fronts(before), fronts(now)
    told |= {cell(name, _ABOUT) for name in _ABOUTS if _has_another(name, before.about, now.about)}
    moved = ((name, getattr(were, name), getattr(are, name)) for name in ("within", "against"))
    return frozenset(told | {cell(key, name) for name, *both in moved for key in _unequal(*both)})


def _has_another(name: str, before: About, now: About) -> bool:
    return bool(getattr(before, name) != getattr(now, name))


def _unequal(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    """Yield the keys of what follows from a dossier under which something else follows now."""
    found = [each for each in before.keys() | now.keys() if before.get(each) != now.get(each)]
    yield from (*found, *([WHOLE] if found else ()))


def _numbers(dossier: Dossier) -> Mapping[str, int]:
    """Return the first number of each id, from which on those of all mappings follow."""
    ids = chain((WHOLE,), dossier.folders, dossier.removed)
    return {each: place * len(_MAPPINGS) for place, each in enumerate(ids)}


def _others(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    """Yield the keys under which something else is found now, and that for the whole if there is any."""
    found = [each for each, value in now.items() if not _is_same(before.get(each), value)]
    found += before.keys() - now.keys()
    yield from found
    if found:
        yield WHOLE


def _is_same(before: object, now: object) -> bool:
    return before is now or (isinstance(now, str | tuple) and before == now)
