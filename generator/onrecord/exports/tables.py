"""The dossier as tables: one for each kind, one for each list in it, and one of all records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.exports.cells import RECORDS, Slot, columns, filler, slots
from onrecord.exports.release import Release
from onrecord.exports.table import Cell, Column, Table
from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS

_KEYS = (Column("id"), Column("position", "integer"), Column("subposition", "integer"))
_DERIVED: Mapping[str, tuple[str, ...]] = {
    "claims": ("substance", "because", "resolution"),
    "events": ("state", "since", "planned_for"),
    "statements": ("attribution", "because", "capacity", "side"),
}
"""What follows from a record and fits into a cell; in a table its name begins with ``derived_``."""

Keyed = list[tuple[tuple[Cell, ...], Any]]
"""Values with the cells that name their rows."""


def tables(release: Release, derived: Mapping[str, Mapping[str, Any]]) -> Iterator[Table]:
    """Return all tables, empty ones too, so that a program made for one dossier reads every other."""
    yield _records(release)
    yield from _sheets("dossier", About, [(("dossier",), release.dossier.about)])
    for folder, kind in FOLDERS.items():
        own, *lists = _sheets(
            folder, kind, [((str(each.id),), each) for each in release.dossier.of_kind(folder).values()]
        )
        yield _with_derived(own, _DERIVED.get(folder, ()), derived)
        yield from lists


def _records(release: Release) -> Table:
    named = (Column("id"), Column("folder"), Column("title"), Column("url"))
    days = (Column("known_from", "date"), Column("changed", "date"), Column("removed", "date"))
    rows = tuple(
        (each, folder, release.titles[each], release.url(each) or None, *_days(release, each), None)
        for each, folder in release.dossier.folders.items()
    )
    about = "All records of every kind, and the ids of those that were removed."
    return Table(RECORDS, about, (*named, *days), 1, "", (*rows, *_removed(release)))


def _removed(release: Release) -> Iterator[tuple[Cell, ...]]:
    for each, folder in release.removed.items():
        removed = release.dossier.removed[each].removed
        day = removed.on.first_day if removed else None
        yield each, folder, None, release.url(each) or None, None, None, day.isoformat() if day else None


def _days(release: Release, record_id: str) -> tuple[Cell, Cell]:
    known, changed = release.known[record_id], release.changed[record_id]
    return known.isoformat() if known else None, changed.isoformat() if changed else None


def _sheets(name: str, kind: type, keyed: Keyed, parent: str = "") -> Iterator[Table]:
    """Return the table of some mappings of one class, then the tables of the lists in them."""
    single = tuple(slot for slot in slots(kind) if not slot.field.many)
    keys = len(keyed[0][0]) if keyed else _depth(parent)
    heads = tuple(column for slot in single for column in columns(slot))
    above = parent or (RECORDS if kind in FOLDERS.values() else "")
    yield Table(name, _about(kind), (*_KEYS[:keys], *heads), keys, above, tuple(_rows(single, keyed)))
    for slot in slots(kind):
        if slot.field.many:
            yield from _list(f"{name}_{slot.name}", slot, _items(slot, keyed), name)


def _list(name: str, slot: Slot, items: Keyed, parent: str) -> Iterator[Table]:
    if slot.field.nested:
        yield from _sheets(name, slot.field.hint, items, parent)
        return
    fill, keys = filler(slot), _depth(parent)
    rows = tuple((*key, *fill(value)) for key, value in items)
    yield Table(name, f"The list '{slot.name}'.", (*_KEYS[:keys], *columns(slot)), keys, parent, rows)


def _depth(parent: str) -> int:
    """Return how many columns name a row, below a table of that name."""
    return 1 if not parent else 2 if parent in {"dossier", *FOLDERS} else 3


def _rows(single: Iterable[Slot], keyed: Keyed) -> Iterator[tuple[Cell, ...]]:
    makers = tuple((slot.value, filler(slot)) for slot in single)
    for key, value in keyed:
        yield (*key, *(cell for read, fill in makers for cell in fill(read(value))))


def _items(slot: Slot, keyed: Keyed) -> Keyed:
    return [
        ((*key, number), item)
        for key, value in keyed
        for number, item in enumerate(slot.value(value) or (), 1)
    ]


def _with_derived(table: Table, names: Iterable[str], derived: Mapping[str, Mapping[str, Any]]) -> Table:
    heads = tuple(Column(f"derived_{name}") for name in names)
    rows = tuple((*row, *(derived[str(row[0])].get(name) for name in names)) for row in table.rows)
    return Table(table.name, table.about, (*table.columns, *heads), table.keys, table.parent, rows)


def _about(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0].replace("``", "'")
