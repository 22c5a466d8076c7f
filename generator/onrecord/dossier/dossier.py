"""The linked whole: every record by id, and the way back from each record to those that name it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.dossier.reads import Noted
from onrecord.records.about import About
from onrecord.records.actors import Actor
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.background import Place, Topic
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.references import Reference
from onrecord.records.sources import Source
from onrecord.records.statements import Statement


class Backlink(NamedTuple):
    """A record that names another one, and in which field: ``speaker``, ``sources``, ``rests_on``.

    There are several for each record, so it is the kind of value that is made fastest.
    """

    by: str
    field: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """All records by id, in the order of their ids; every reference in them leads to a record.

    ``references`` holds, for each id, every mention of another record in it.
    ``backlinks`` holds, for each id, who refers to it, sorted by kind and id.
    ``removed`` holds the records that were taken back: nothing but their addresses is left of them.
    ``memory`` is no part of its value: ``remembered`` keeps there what follows from it.
    """

    about: About
    actors: Mapping[str, Actor]
    claims: Mapping[str, Claim]
    corrections: Mapping[str, Correction]
    events: Mapping[str, Event]
    judgments: Mapping[str, Judgment]
    places: Mapping[str, Place]
    questions: Mapping[str, Question]
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
    topics: Mapping[str, Topic]
    folders: Mapping[str, str]
    references: Mapping[str, tuple[Reference, ...]] = field(compare=False, repr=False)
    backlinks: Mapping[str, tuple[Backlink, ...]]
    removed: Mapping[str, Record] = field(default_factory=dict)
    memory: dict[object, Noted[object]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def of_kind(self, folder: str) -> Mapping[str, Record]:
        """Return the records of a folder of ``content/``, by id."""
        records: Mapping[str, Record] = getattr(self, folder)
        return records

    def find(self, record_id: str) -> Record | None:
        """Return the record with that id, of whatever kind."""
        folder = self.folders.get(record_id)
        return None if folder is None else self.of_kind(folder)[record_id]

    def record(self, record_id: str) -> Record:
        """Return the record with that id, which there is."""
        return self.of_kind(self.folders[record_id])[record_id]

    def __iter__(self) -> Iterator[Record]:
        """Go through all records, in the order of their ids."""
        kinds = {folder: self.of_kind(folder) for folder in FOLDERS}
        for record_id, folder in self.folders.items():
            yield kinds[folder][record_id]

    def naming(self, record_id: str, *fields: str) -> tuple[str, ...]:
        """Return the ids of the records that refer to ``record_id``, in one of ``fields`` if given."""
        links = self.backlinks.get(record_id, ())
        return tuple(dict.fromkeys(link.by for link in links if not fields or link.field in fields))
