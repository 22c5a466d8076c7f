"""The content folder on the disk: which files there are, and what is in them."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from onrecord.problems import Location, Problem
from onrecord.source.characters import harmless
from onrecord.source.document import Document
from onrecord.source.folders import found
from onrecord.source.readings import LARGEST, LARGEST_OF_ALL, Readings, readings, too_much

ABOUT = "dossier.yml"
"""The file that tells of the whole dossier."""

PLAN = ".onrecord-change.json"
"""Tells of a change of several files from the moment on which it will be ended, whatever happens."""


def read(
    content: Path, folders: Collection[str], before: Readings | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read every YAML file of ``folders`` below ``content``, and ``dossier.yml``, sorted by path.

    A file that is there but cannot be read, or lies where no record can, gives a document without a value,
    so that later stages know of it; so does a missing ``dossier.yml``.
    ``before`` is brought up to date; of files that did not change it gives the same documents.
    """
    if not content.is_dir():
        hint = "name the right one, or begin with 'onrecord init'"
        message = f"there is no content folder '{content.name}'"
        return (Document(ABOUT),), (Problem("missing-content", Location(""), message, hint),)
    files, strays, problems = found(content, folders, ABOUT)
    held = readings(files, before or {})
    if isinstance(held, Problem):
        return (Document(ABOUT),), (held,)
    if before is not None:
        before.clear()
        before.update((each.document.path, each) for each in held if each.stamp)
    documents = [*(each.document for each in held), *(Document(each.path) for each in strays)]
    if all(document.path != ABOUT for document in documents):
        documents.append(Document(ABOUT))
    gathered = (
        *_unfinished(content),
        *problems,
        *(problem for each in held for problem in each.problems),
    )
    return tuple(sorted(documents, key=lambda document: document.path)), gathered


def _unfinished(content: Path) -> tuple[Problem, ...]:
    if not (content / PLAN).exists():
        return ()
    message = "a change of several files was interrupted before its end"
    hint = f"run 'onrecord check', which ends it; if it does not, look at the files and delete '{PLAN}'"
    return (Problem("unfinished-change", Location(PLAN), message, hint),)


def too_heavy(content: Path, names: Iterable[str]) -> tuple[Problem, ...]:
    """Return the problem of stored texts and pictures that together are more than a machine should hold."""
    size = sum(map(_size, (content / name for name in set(names))))
    if size <= LARGEST_OF_ALL:
        return ()
    allowed = f"{LARGEST_OF_ALL // 1_000_000} megabytes that are allowed"
    return (too_much(f"texts and pictures of more than the {allowed}"),)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0


def read_texts(content: Path, names: Iterable[str]) -> Mapping[str, str]:
    """Return the stored texts of sources by the names that records give them.

    Names are relative to ``content``; those that lead out of it or to nothing are left out.
    """
    texts = ((name, _text(content, name)) for name in sorted(set(names)))
    return {name: text for name, text in texts if text is not None}


def _text(content: Path, name: str) -> str | None:
    try:
        place = Path(os.path.realpath(content / name))
        inside = place.is_relative_to(content.resolve()) and place.is_file()
        if not inside or place.stat().st_size > LARGEST:
            return None
        return harmless(place.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    except (OSError, ValueError):
        return None
