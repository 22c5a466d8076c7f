"""MkDocs on a machine that lists every folder backwards: ``python tests/backwards.py build``."""

import os
import runpy
from collections.abc import Iterator
from typing import Any, Self

_listed, _scanned = os.listdir, os.scandir


class Backwards:
    """What ``os.scandir`` returns, the last entry first."""

    def __init__(self, *where: Any) -> None:
        with _scanned(*where) as found:
            self._entries = iter(sorted(found, key=lambda entry: os.fsdecode(entry.name), reverse=True))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def close(self) -> None:
        """Do nothing: the folder was read to its end."""


def _backwards(*where: Any) -> list[Any]:
    return sorted(_listed(*where), key=os.fsdecode, reverse=True)


if __name__ == "__main__":
    os.listdir, os.scandir = _backwards, Backwards  # type: ignore[assignment]
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
