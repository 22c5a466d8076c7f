"""The dossier of a past day for a look at a few of its records: only what is looked at is made."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from onrecord.dossier.dossier import Backlink, Dossier
from onrecord.dossier.known import known_from
from onrecord.dossier.trimmed import record_then
from onrecord.records.actors import Actor
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.references import references

T = TypeVar("T")

_TRIMMED = frozenset({"sources", "history", "evidence", "assessment", "resolved"})
"""The fields of which a record may lose something on its way to a past day."""


def glance(dossier: Dossier, day: date) -> Dossier:
    """Return the dossier as it was publicly known at the end of ``day``, as ``as_of`` does, but lazily.

    Two things differ: the title page is today's, and every actor is there. An actor who is not yet known
    is named by nothing that is, so no status can tell.
    """

    @cache
    def then(record_id: str) -> Record | None:
        record = dossier.find(record_id)
        if record is None or isinstance(record, Actor):
            return record
        known = known_from(dossier, record_id)
        return record_then(dossier, record, day) if known is None or known <= day else None

    def folder(record_id: str) -> str | None:
        return dossier.folders.get(record_id) if then(record_id) else None

    def links(record_id: str) -> tuple[Backlink, ...] | None:
        found = dossier.backlinks[record_id] if then(record_id) else ()
        return tuple(link for link in found if _still_links(dossier, then(link.by), record_id, link)) or None

    kinds: dict[str, Any] = {name: _Lazily(dossier.of_kind(name), then) for name in FOLDERS}
    return replace(
        dossier,
        folders=_Lazily(dossier.folders, folder),
        backlinks=_Lazily(dossier.backlinks, links),
        **kinds,
    )


def _still_links(dossier: Dossier, record: Record | None, to: str, link: Backlink) -> bool:
    if record is None or link.field not in _TRIMMED or record is dossier.find(link.by):
        return record is not None
    return any(each.to == to and str(each.route[0]) == link.field for each in references(record))


class _Lazily(Mapping[str, T]):
    """Some keys of ``whole`` with the values that ``find`` gives; a key it gives nothing for is not there."""

    def __init__(self, whole: Mapping[str, Any], find: Callable[[str], Any]) -> None:
        self._whole, self._find = whole, find

    def __getitem__(self, key: str) -> T:
        found: T | None = self._find(key) if key in self._whole else None
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        found = self._find(key) if key in self._whole else None
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._whole if self._find(key) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
