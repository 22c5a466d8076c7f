"""The comparison with what was published before."""

from collections.abc import Iterable, Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.published import Address, addresses
from onrecord.problems import Location, Problem
from onrecord.source.files import ABOUT

_HINT = (
    "bring it back, or mark it as removed\n"
    "if it has a new id, name the old one under 'formerly' of the record that took its place"
)


def vanished_id(dossier: Dossier, before: Iterable[Address]) -> Iterator[Problem]:
    """Every address that was once published still answers: with the record, a redirect, or a tombstone."""
    now = frozenset(addresses(dossier))
    elsewhere = {record_id: folder for folder, record_id in now}
    for folder, record_id in sorted(frozenset(before) - now):
        there = f", and '{record_id}' is in '{elsewhere[record_id]}' now" if record_id in elsewhere else ""
        message = f"'{folder}/{record_id}' was published and has vanished{there}"
        yield Problem("vanished-id", Location(ABOUT), message, _HINT)
