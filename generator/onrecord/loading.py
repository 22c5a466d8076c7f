"""The first half of the way: content → documents → records → dossier, with every problem on the way."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.checks.all import check
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import link
from onrecord.problems import Problem, has_errors
from onrecord.records.decode import decode
from onrecord.records.kinds import FOLDERS
from onrecord.source.document import Document
from onrecord.source.files import read, read_texts


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content folder, read and checked; ``dossier`` is missing where its title page is."""

    dossier: Dossier | None
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def load(content: Path) -> Loaded:
    """Read a content folder and gather everything that is wrong with it."""
    documents, unread = read(content, FOLDERS)
    decoded, undecoded = decode(documents)
    if decoded.about is None:
        return Loaded(None, documents, (*unread, *undecoded))
    dossier, unlinked = link(decoded.records, decoded.about, decoded.broken, decoded.unread)
    texts = read_texts(content, (source.text_file for source in dossier.sources.values() if source.text_file))
    whole = not has_errors((*unread, *undecoded, *unlinked))
    return Loaded(dossier, documents, (*unread, *undecoded, *unlinked, *check(dossier, texts, whole=whole)))
