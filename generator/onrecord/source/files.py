"""The content folder on the disk: which files there are, and what is in them."""

import os
import stat
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.problems import Location, Problem
from onrecord.source.characters import harmless
from onrecord.source.document import Document
from onrecord.source.folders import Found, found
from onrecord.source.yamldoc import parse

ABOUT = "dossier.yml"
"""The file that tells of the whole dossier."""

PLAN = ".onrecord-change.json"
"""Tells of a change of several files from the moment on which it will be ended, whatever happens."""

LARGEST = 5_000_000
"""How many bytes a file may hold: about ten thousand short records."""

LARGEST_OF_ALL = 500_000_000
"""How many bytes all files may hold together: about a million short records."""

MOST_FILES = 250_000
"""How many files there may be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held when its size, its times and its number on the disk were ``stamp``."""

    stamp: tuple[int, ...]
    document: Document
    problems: tuple[Problem, ...]


Readings = MutableMapping[str, Reading]
"""What was read, by path: files that still bear the same stamp need not be read again."""


def read(
    content: Path, folders: Collection[str], before: Readings | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read every YAML file of ``folders`` below ``content``, and ``dossier.yml``, sorted by path.

    A file that is there but cannot be read gives a document without a value, so that later stages
    know of it; so does a missing ``dossier.yml``.
    ``before`` is brought up to date; of files that did not change it gives the same documents.
    """
    if not content.is_dir():
        hint = "name the right one, or begin with 'onrecord init'"
        message = f"there is no content folder '{content.name}'"
        return (Document(ABOUT),), (Problem("missing-content", Location(""), message, hint),)
    files, problems = found(content, folders, ABOUT)
    readings = _all_read(files, before or {})
    if isinstance(readings, Problem):
        return (Document(ABOUT),), (readings,)
    if before is not None:
        before.clear()
        before.update((each.document.path, each) for each in readings if each.stamp)
    documents = [each.document for each in readings]
    if all(document.path != ABOUT for document in documents):
        documents.append(Document(ABOUT))
    gathered = (
        *_unfinished(content),
        *problems,
        *(problem for each in readings for problem in each.problems),
    )
    return tuple(sorted(documents, key=lambda document: document.path)), gathered


def _all_read(files: Collection[Found], before: Mapping[str, Reading]) -> tuple[Reading, ...] | Problem:
    """Read the files one after the other; more of them than can be held are a problem, and none is kept."""
    if len(files) > MOST_FILES:
        return _too_much(f"{len(files)} files, and {MOST_FILES} are allowed")
    readings: list[Reading] = []
    size = 0
    for file in files:
        readings.append(_reading(file, before))
        size += readings[-1].stamp[0] if readings[-1].stamp else 0
        if size > LARGEST_OF_ALL:
            return _too_much(f"more than the {LARGEST_OF_ALL // 1_000_000} megabytes that are allowed")
    return tuple(readings)


def _too_much(held: str) -> Problem:
    hint = "make a dossier of its own out of a part of it"
    return Problem("content-too-large", Location(""), f"the content folder holds {held}", hint)


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
    return (_too_much(f"texts and pictures of more than the {allowed}"),)


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


def _reading(file: Found, before: Mapping[str, Reading]) -> Reading:
    try:
        about = os.stat(file.place)  # noqa: PTH116 - a Path for each of ten thousand files takes longer than all else
        if not stat.S_ISREG(about.st_mode):
            return _unread(file.path, "it is not a file, or leads to none")
        stamp = (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)
        if (known := before.get(file.path)) and known.stamp == stamp:
            return known
        if about.st_size > LARGEST:
            return _too_large(file.path, about.st_size)
        data = Path(file.place).read_bytes()
    except FileNotFoundError:
        return _unread(file.path, "it is not a file, or leads to none")
    except OSError as fault:
        return _unread(file.path, (fault.strerror or "it cannot be opened").lower())
    return Reading(stamp, *parse(file.path, data))


def _too_large(path: str, size: int) -> Reading:
    message = f"the file '{path}' has {size // 1_000_000} megabytes, and {LARGEST // 1_000_000} are allowed"
    hint = "split it into several files in the same folder"
    return Reading((), Document(path), (Problem("file-too-large", Location(path), message, hint),))


def _unread(path: str, reason: str) -> Reading:
    hint = "check that it exists and that you may read it"
    message = f"the file '{path}' cannot be read: {reason}"
    return Reading((), Document(path), (Problem("unreadable-file", Location(path), message, hint),))


def _text(content: Path, name: str) -> str | None:
    try:
        place = Path(os.path.realpath(content / name))
        inside = place.is_relative_to(content.resolve()) and place.is_file()
        if not inside or place.stat().st_size > LARGEST:
            return None
        return harmless(place.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    except (OSError, ValueError):
        return None
