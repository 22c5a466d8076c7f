"""The ten kinds of record and the folders they live in."""

from onrecord.records.actors import Actor
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.background import Place, Topic
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.sources import Source
from onrecord.records.statements import Statement

FOLDERS: dict[str, type[Record]] = {
    "actors": Actor,
    "claims": Claim,
    "corrections": Correction,
    "events": Event,
    "judgments": Judgment,
    "places": Place,
    "questions": Question,
    "sources": Source,
    "statements": Statement,
    "topics": Topic,
}
"""Folder of ``content/`` to the kind of record in it; the folder is also the address on the site."""
