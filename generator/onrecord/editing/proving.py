"""A change to content, tried out before anything is written."""

from collections.abc import Iterable, Mapping

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import link
from onrecord.problems import Problem
from onrecord.records.decode import decode
from onrecord.source.document import Document
from onrecord.source.yamldoc import parse


def tried(
    documents: Iterable[Document], changed: Mapping[str, bytes], gone: Iterable[str] = ()
) -> tuple[Dossier | None, tuple[Document, ...], tuple[Problem, ...]]:
    """Return what content would be with some files ``changed`` and others ``gone``, and its problems.

    What the checks of the whole dossier say is not among them.
    """
    parsed = {path: parse(path, data) for path, data in changed.items()}
    left_out = {*gone, *parsed}
    kept = (document for document in documents if document.path not in left_out)
    whole = tuple(sorted((*kept, *(document for document, _ in parsed.values())), key=lambda each: each.path))
    faults = tuple(problem for _, problems in parsed.values() for problem in problems)
    decoded, undecoded = decode(whole)
    if decoded.about is None:
        return None, whole, (*faults, *undecoded)
    dossier, unlinked = link(decoded.records, decoded.about, decoded.broken, decoded.unread)
    return dossier, whole, (*faults, *undecoded, *unlinked)
