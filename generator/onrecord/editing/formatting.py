"""Every file of a dossier in the canonical layout, as far as it can be read."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.editing.layout import laid_out
from onrecord.problems import Problem, Severity
from onrecord.source.document import Document
from onrecord.source.written import written


def unreadable(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the files in which something is wrong that a new layout could hide or make worse."""
    return frozenset(each.location.file for each in problems if each.severity is Severity.ERROR)


def formatted(documents: Iterable[Document], skipped: frozenset[str]) -> Mapping[str, bytes]:
    """Return the bytes that each document should have, by path, but for those that are ``skipped``."""
    return dict(_formatted(documents, skipped))


def _formatted(documents: Iterable[Document], skipped: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    for document in documents:
        if document.value is not None and document.path not in skipped:
            yield document.path, laid_out(document.path, written(document.text)).encode()
