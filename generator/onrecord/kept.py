"""What a command read of a large dossier, kept for the next one, which reads only what changed since.

It lies where a system keeps such things of its user, never in a project: what is unpickled runs as a program.
It may be deleted at any time. What was kept by another version, for other libraries, by somebody else or only
in part is passed over, and so is what was written so shortly before that it could change and look the same.
"""

import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from stat import S_ISREG
from tempfile import NamedTemporaryFile, TemporaryFile

from platformdirs import user_cache_path

from onrecord.frozen import FrozenPickler
from onrecord.loading import Memory
from onrecord.source.readings import Reading

WORTH = 1_000
"""From how many files on it takes longer to read them than to bring back what was read."""

_MOST_CHANGED = 20
"""One of how many files may have changed before it is worth writing down anew."""

MOST = 8
"""How many dossiers are remembered."""

TICK = 2_000_000_000
"""Nanoseconds between two changes that any file system tells apart (FAT has two seconds)."""

_LIBRARIES = ("babel", "edtf", "pydantic", "pydantic-core", "pyyaml", "tzdata")
"""What decides, beside our own program, what is made of a file."""

_ENDING = ".memory"


@contextmanager
def remembering(content: Path) -> Iterator[Memory]:
    """Give the memory of ``content`` that was kept last, or an empty one; what it becomes is kept."""
    began = _now()
    place = _place(content)
    memory = _recalled(place)
    before = dict(memory.readings)
    yield memory
    changed = sum(before.get(path) is not each for path, each in memory.readings.items())
    if len(memory.readings) >= WORTH and changed * _MOST_CHANGED > len(memory.readings):
        with suppress(OSError):
            _keep(memory, place, began)


def _now() -> int:
    """Return the time as disks tell it, in nanoseconds."""
    with TemporaryFile() as file:
        return os.fstat(file.fileno()).st_mtime_ns


def _place(content: Path) -> Path:
    """Return the file for a folder; another version of the program or of Python has another one."""
    told = repr((os.path.realpath(content), sys.version, *map(version, _LIBRARIES), *_program()))
    return user_cache_path("onrecord", appauthor=False) / f"{sha256(told.encode()).hexdigest()[:40]}{_ENDING}"


@cache
def _program() -> tuple[tuple[str, int, int], ...]:
    home = Path(__file__).parent
    about = ((str(each), each.stat()) for each in sorted(home.rglob("*.py")))
    return tuple((name, found.st_size, found.st_mtime_ns) for name, found in about)


def _recalled(place: Path) -> Memory:
    try:
        with place.open("rb") as file:
            if _is_ours(os.fstat(file.fileno())):
                found = pickle.load(file)  # noqa: S301  # written by us, and nobody else could
                if isinstance(found, Memory):
                    return found
    except Exception:  # noqa: BLE001, S110  # whatever is wrong with it: everything can be read again
        pass
    return Memory()


def _is_ours(about: os.stat_result) -> bool:
    """Tell whether nobody but this user can have written a file."""
    mine = not hasattr(os, "getuid") or (about.st_uid == os.getuid() and not about.st_mode & 0o022)
    return S_ISREG(about.st_mode) and mine


def _keep(memory: Memory, place: Path, began: int) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = Memory(_settled(memory.readings, began), dict(memory.makings))
    if memory.dossier is not None:
        kept.dossier = replace(memory.dossier)  # without what else it remembers
    with NamedTemporaryFile(dir=place.parent, suffix=_ENDING, delete=False) as half:
        try:
            FrozenPickler(half, pickle.HIGHEST_PROTOCOL).dump(kept)
            half.close()
            Path(half.name).replace(place)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
    others = sorted(place.parent.glob(f"*{_ENDING}"), key=lambda each: each.stat().st_mtime_ns)
    for each in others[:-MOST]:
        each.unlink(missing_ok=True)


def _settled(readings: Mapping[str, Reading], began: int) -> dict[str, Reading]:
    """Return the readings of files that were written so long before that another change would show."""
    return {path: each for path, each in readings.items() if max(each.stamp[1:3]) + TICK < began}
