"""The first half of the way: content → documents → records → dossier, with every problem on the way."""

from dataclasses import dataclass, field
from pathlib import Path

from onrecord.checks.all import check
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import link
from onrecord.problems import Problem, has_errors
from onrecord.records.decode import Makings, decode
from onrecord.records.kinds import FOLDERS
from onrecord.source.document import Document
from onrecord.source.files import read, read_texts, too_heavy
from onrecord.source.readings import Readings


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content folder, read and checked; ``dossier`` is missing where its title page is."""

    dossier: Dossier | None
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Memory:
    """What was made of a content folder, so that only what changed is made again."""

    readings: Readings = field(default_factory=dict)
    makings: Makings = field(default_factory=dict)
    dossier: Dossier | None = None


def load(content: Path, memory: Memory | None = None) -> Loaded:
    """Read a content folder and gather everything that is wrong with it.

    With a ``memory`` that is kept from time to time, this takes as long as the changes are many.
    """
    memory = memory or Memory()
    documents, unread = read(content, FOLDERS, memory.readings)
    decoded, undecoded = decode(documents, memory.makings)
    if decoded.about is None:
        return Loaded(None, documents, (*unread, *undecoded))
    dossier, unlinked = link(decoded.records, decoded.about, decoded.broken, decoded.unread, memory.dossier)
    memory.dossier = dossier
    stored = tuple(source.text_file for source in dossier.sources.values() if source.text_file)
    pictures = (actor.image.file for actor in dossier.actors.values() if actor.image)
    if heavy := too_heavy(content, (*stored, *pictures)):
        return Loaded(dossier, documents, (*unread, *undecoded, *unlinked, *heavy))
    texts = read_texts(content, stored)
    whole = not has_errors((*unread, *undecoded, *unlinked))
    return Loaded(dossier, documents, (*unread, *undecoded, *unlinked, *check(dossier, texts, whole=whole)))
