"""The content folder on the disk: which files there are, and what is in them."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from onrecord.problems import Location, Problem
from onrecord.source.characters import harmless
from onrecord.source.document import Document
from onrecord.source.folders import Found, found
from onrecord.source.yamldoc import parse

ABOUT = "dossier.yml"
"""The file that tells of the whole dossier."""

LARGEST = 5_000_000
"""How many bytes a file may hold: about ten thousand short records."""


def read(content: Path, folders: Collection[str]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read every YAML file of ``folders`` below ``content``, and ``dossier.yml``, sorted by path.

    A file that is there but cannot be read gives a document without a value, so that later stages
    know of it; so does a missing ``dossier.yml``.
    """
    if not content.is_dir():
        hint = "make the folder, or name the right one"
        message = f"there is no content folder '{content.name}'"
        return (Document(ABOUT),), (Problem("missing-content", Location(""), message, hint),)
    files, problems = found(content, folders, ABOUT)
    results = [_read_file(file) for file in files]
    documents = [document for document, _ in results]
    if all(document.path != ABOUT for document in documents):
        documents.append(Document(ABOUT))
    gathered = (*problems, *(problem for _, more in results for problem in more))
    return tuple(sorted(documents, key=lambda document: document.path)), gathered


def read_texts(content: Path, names: Iterable[str]) -> Mapping[str, str]:
    """Return the stored texts of sources by the names that records give them.

    Names are relative to ``content``; those that lead out of it or to nothing are left out.
    """
    texts = ((name, _text(content, name)) for name in sorted(set(names)))
    return {name: text for name, text in texts if text is not None}


def _read_file(file: Found) -> tuple[Document, tuple[Problem, ...]]:
    try:
        if not file.place.is_file():
            return _unread(file.path, "it is not a file, or leads to none")
        size = file.place.stat().st_size
        data = file.place.read_bytes() if size <= LARGEST else b""
    except OSError as fault:
        return _unread(file.path, (fault.strerror or "it cannot be opened").lower())
    if size > LARGEST:
        message = (
            f"the file '{file.path}' has {size // 1_000_000} megabytes; {LARGEST // 1_000_000} are allowed"
        )
        hint = "split it into several files in the same folder"
        return Document(file.path), (Problem("file-too-large", Location(file.path), message, hint),)
    return parse(file.path, data)


def _unread(path: str, reason: str) -> tuple[Document, tuple[Problem, ...]]:
    hint = "check that it exists and that you may read it"
    message = f"the file '{path}' cannot be read: {reason}"
    return Document(path), (Problem("unreadable-file", Location(path), message, hint),)


def _text(content: Path, name: str) -> str | None:
    try:
        place = Path(os.path.realpath(content / name))
        inside = place.is_relative_to(content.resolve()) and place.is_file()
        if not inside or place.stat().st_size > LARGEST:
            return None
        return harmless(place.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    except (OSError, ValueError):
        return None
