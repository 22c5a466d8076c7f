"""Tens of thousands of finished files, written into a folder that is nobody's yet.

Paths are texts and calls are the system's own: to make a ``Path`` or a file object takes as long as to write.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_OLD = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

Mark = tuple[int, int, int]
"""Size, time and number of a file."""

NONE: Mapping[str, Mark] = {}


def mark(path: str) -> Mark:
    """Return what tells whether a file is still as it was written."""
    return _marked(os.stat(path, follow_symlinks=False))  # noqa: PTH116  # see above


def _marked(about: os.stat_result) -> Mark:
    return about.st_size, about.st_mtime_ns, about.st_ino


def write(path: str, content: bytes) -> None:
    """Write a file; its folder is looked for only where writing fails, as it is there most times."""
    try:
        _write(path, content)
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
        _write(path, content)


def _write(path: str, content: bytes) -> None:
    file = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    try:
        with suppress(FileExistsError):  # another process was quicker
            os.mkdir(path)  # noqa: PTH102  # see above
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103  # see above


def move_in(folder: Path, site: Path) -> None:
    """Move all that lies in ``folder`` into ``site``, where nothing of these names is yet."""
    site.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir() if folder.is_dir() else ():
        each.rename(site / each.name)


def holding(path: str, content: bytes) -> Mark | None:
    """Return the mark of a file, if it holds just that."""
    known, held = _held(path, lambda known: known[0] == len(content))
    return known if held == content else None


def copied(path: str, known: Mark, place: str) -> bool:
    """Copy a file to its ``place``, if it is still as its mark tells; return whether it is."""
    _, held = _held(path, known.__eq__)
    if held is None or len(held) != known[0]:
        return False
    write(place, held)
    return True


def _held(path: str, is_wanted: Callable[[Mark], bool]) -> tuple[Mark | None, bytes | None]:
    """Return the mark of a file and what it holds, if it is one, and one whose mark is wanted."""
    try:
        file = os.open(path, _OLD)
    except OSError:
        return None, None
    try:
        about = os.fstat(file)
        known = _marked(about)
        is_it = stat.S_ISREG(about.st_mode) and is_wanted(known)
        return (known, os.read(file, about.st_size + 1)) if is_it else (None, None)
    finally:
        os.close(file)


def listed(folder: str) -> Iterator[tuple[str, Mark | tuple[()] | None]]:
    """Yield the names of all that lies in a folder, folders before what they hold, without following links.

    A file comes with its mark, a folder with none, anything else with an empty one.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as found:
            for each in found:
                name = f"{below}{each.name}"
                if each.is_dir(follow_symlinks=False):
                    yield name, None
                    waiting.append(f"{name}/")
                else:
                    is_file = each.is_file(follow_symlinks=False)
                    yield name, _marked(each.stat(follow_symlinks=False)) if is_file else ()
