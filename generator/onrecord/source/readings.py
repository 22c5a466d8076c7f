"""What files held when they were read: those that did not change since are not read again."""

import os
import stat
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from onrecord.problems import Location, Problem
from onrecord.source.document import Document
from onrecord.source.folders import Found
from onrecord.source.yamldoc import parse
from onrecord.workers import available, shared_out

LARGEST = 5_000_000
"""How many bytes a file may hold: about ten thousand short records."""

LARGEST_OF_ALL = 500_000_000
"""How many bytes all files may hold together: about a million short records."""

MOST_FILES = 250_000
"""How many files there may be."""

_MANY = 2_000
"""From how many files on several processes are quicker, although each must send back what it read."""

_PORTION = 250
"""How many files a process reads at a time."""

Stamp = tuple[int, ...]
"""Size, times and number on the disk."""


class Reading(NamedTuple):
    """What a file held when it bore ``stamp``, which is empty if it could not be read."""

    stamp: Stamp
    document: Document
    problems: tuple[Problem, ...]


Readings = MutableMapping[str, Reading]
"""What was read, by path: files that still bear the same stamp need not be read again."""


def readings(
    files: Collection[Found], before: Mapping[str, Reading], workers: int | None = None
) -> tuple[Reading, ...] | Problem:
    """Read the files, in their order; more of them than can be held are a problem, and none is read.

    Many are read by as many ``workers`` as there are processors, unless their number is given.
    """
    if len(files) > MOST_FILES:
        return too_much(f"{len(files)} files, and {MOST_FILES} are allowed")
    seen = [(file, _stamp(file)) for file in files]
    if sum(stamp[0] for _, stamp in seen if not isinstance(stamp, Reading)) > LARGEST_OF_ALL:
        return too_much(f"more than the {LARGEST_OF_ALL // 1_000_000} megabytes that are allowed")
    found = {
        file.path: stamp if isinstance(stamp, Reading) else before.get(file.path) for file, stamp in seen
    }
    fresh = [
        (file, stamp)
        for file, stamp in seen
        if not isinstance(stamp, Reading) and not ((known := found[file.path]) and known.stamp == stamp)
    ]
    found.update((each.document.path, each) for each in _read(fresh, workers))
    return tuple(each for each in found.values() if each)


def too_much(held: str) -> Problem:
    """Return the problem of a content folder that holds more than a machine should."""
    hint = "make a dossier of its own out of a part of it"
    return Problem("content-too-large", Location(""), f"the content folder holds {held}", hint)


def _read(fresh: Sequence[tuple[Found, Stamp]], workers: int | None) -> tuple[Reading, ...]:
    starts = range(0, len(fresh), _PORTION)
    jobs = [partial(_portion, fresh[start : start + _PORTION]) for start in starts]
    asked = workers or (available() if len(fresh) >= _MANY else 1)
    return tuple(chain.from_iterable(shared_out(jobs, asked)))


def _portion(fresh: Sequence[tuple[Found, Stamp]]) -> tuple[Reading, ...]:
    return tuple(_reading(file, stamp) for file, stamp in fresh)


def _stamp(file: Found) -> Stamp | Reading:
    """Return what tells whether a file changed, or why it is not to be read."""
    try:
        about = os.stat(file.place)  # noqa: PTH116 - a Path for each of ten thousand files takes longer than all else
    except OSError as fault:
        return _refused(file.path, fault)
    if not stat.S_ISREG(about.st_mode):
        return _unread(file.path, "it is not a file, or leads to none")
    if about.st_size > LARGEST:
        return _too_large(file.path, about.st_size)
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino


def _reading(file: Found, stamp: Stamp) -> Reading:
    try:
        data = Path(file.place).read_bytes()
    except OSError as fault:
        return _refused(file.path, fault)
    return Reading(stamp, *parse(file.path, data))


def _refused(path: str, fault: OSError) -> Reading:
    if isinstance(fault, FileNotFoundError):
        return _unread(path, "it is not a file, or leads to none")
    return _unread(path, (fault.strerror or "it cannot be opened").lower())


def _too_large(path: str, size: int) -> Reading:
    message = f"the file '{path}' has {size // 1_000_000} megabytes, and {LARGEST // 1_000_000} are allowed"
    hint = "split it into several files in the same folder"
    return Reading((), Document(path), (Problem("file-too-large", Location(path), message, hint),))


def _unread(path: str, reason: str) -> Reading:
    hint = "check that it exists and that you may read it"
    message = f"the file '{path}' cannot be read: {reason}"
    return Reading((), Document(path), (Problem("unreadable-file", Location(path), message, hint),))
