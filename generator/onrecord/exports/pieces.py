"""What the downloads take from one record: the files of the whole dossier are put together from it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from onrecord.dossier.asked import Asked
from onrecord.exports.cited import Citations
from onrecord.exports.derived import derived
from onrecord.exports.feed import Item
from onrecord.exports.feeds import record_item
from onrecord.exports.ftm import entity_lines
from onrecord.exports.json_file import record_json
from onrecord.exports.jsonld import node_lines
from onrecord.exports.release import Release


class Piece(NamedTuple):
    """A record in the words of every format: JSON and its citations, linked data, entities, its feed entry.

    ``derived`` is what follows from it. Feeds do not tell of every kind.
    """

    derived: Mapping[str, Any]
    json: str
    bibtex: str
    ris: str
    csl: str
    nodes: str
    entities: str
    item: Item | None


Pieces = Mapping[str, Piece]
"""The pieces of all records, by id."""


def pieces(release: Release, citations: Citations) -> Pieces:
    """Return the piece of every record, made when it is asked for."""
    return Asked(release.dossier.folders, lambda each: piece(release, citations, each))


def piece(release: Release, citations: Citations, record_id: str) -> Piece:
    """Return what the downloads take from a record."""
    record, cited = release.dossier.record(record_id), citations[record_id]
    found = derived(release, record)
    return Piece(
        derived=found,
        json=record_json(record, found),
        bibtex=cited.bibtex,
        ris=cited.ris,
        csl=cited.csl,
        nodes=node_lines(release, record),
        entities=entity_lines(release, record),
        item=record_item(release, record, found),
    )
