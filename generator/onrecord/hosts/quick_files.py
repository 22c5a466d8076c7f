"""Tens of thousands of finished files, written into a folder that is nobody's yet."""

import os
from pathlib import Path


def write(path: str, content: bytes) -> None:
    """Write a file; its folder is looked for only where writing fails, as it is there most times."""
    try:
        _write(path, content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  # see below
        _write(path, content)


def _write(path: str, content: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123  # to make a Path takes as long as to write
        file.write(content)


def move_in(folder: Path, site: Path) -> None:
    """Move all that lies in ``folder`` into ``site``, where nothing of these names is yet."""
    site.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir() if folder.is_dir() else ():
        each.rename(site / each.name)
