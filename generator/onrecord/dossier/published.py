"""The addresses that a dossier keeps: of its records, of those it removed, and of those that got a new id."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import folder_of
from onrecord.records.record import Record

Address = tuple[str, str]
"""Folder and id, as in ``statements/lavrov-2025-11-13``."""


def published(dossier: Dossier) -> tuple[Record, ...]:
    """Return every record that has an address of its own, removed ones too, in the order of ids."""
    return tuple(sorted((*dossier, *dossier.removed.values()), key=lambda record: record.id))


def addresses(dossier: Dossier) -> Iterator[Address]:
    """Return every address at which the site answers, under present and former ids."""
    for record in published(dossier):
        for record_id in (record.id, *record.formerly):
            yield folder_of(record), record_id
