"""Tens of thousands of finished files, written into a folder that is nobody's yet.

Paths are texts and calls are the system's own: to make a ``Path`` or a file object takes as long as to write.
"""

import os
from contextlib import suppress
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


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
