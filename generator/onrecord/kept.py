"""What a command read of a large dossier, kept for the next one, which reads only what changed since.

It lies where a system keeps such things of its user, never in a project: what is unpickled runs as a program.
It may be deleted at any time. What was kept by another version, for other libraries, by somebody else or only
in part is passed over, and so is what was written so shortly before that it could change and look the same.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from tempfile import NamedTemporaryFile, TemporaryFile

from platformdirs import user_cache_path

from onrecord.frozen import FrozenPickler
from onrecord.loading import Memory
from onrecord.source.readings import Reading

WORTH = 1_000
"""From how many files on it takes longer to read them than to bring back what was read."""

MOST = 8
"""How many memories lie there; those go first that were of use longest ago."""

TICK = 2_000_000_000
"""Nanoseconds between two changes that any file system tells apart (FAT has two seconds)."""

_ONE_IN = 20
"""Of how many files one may have changed before it is worth writing all down anew."""

_LIBRARIES = (
    "babel",
    "edtf",
    "pydantic",
    "pydantic-core",
    "pyparsing",
    "python-dateutil",
    "pyyaml",
    "tzdata",
)
"""What decides, beside our own program, what is made of a file."""

_ENDING = ".memory"
_OTHERS_WRITE = 0o022


@contextmanager
def remembering(content: Path) -> Iterator[Memory]:
    """Give the memory of ``content`` that was kept last, or an empty one; what it becomes is kept."""
    try:
        began, place = _now(), _place(content)
    except (OSError, RuntimeError):  # no room for a file of a moment, no home
        began, place = 0, None
    memory = (_recalled(place) if place else None) or Memory()
    before = dict(memory.readings)
    yield memory
    settled = _settled(memory.readings, began)
    changed = sum(before.get(path) is not each for path, each in settled.items())
    if place and len(settled) >= WORTH and changed * _ONE_IN > len(settled):
        with suppress(Exception):  # a command that found what it was asked for does not fail for this
            _keep(_of_these(settled, memory), place)


def _now() -> int:
    """Return the time in nanoseconds, as the disk of temporary files tells it."""
    with TemporaryFile() as file:
        return os.fstat(file.fileno()).st_mtime_ns


def _place(content: Path) -> Path | None:
    """Return the file for a folder; another version of the program or of Python has another one.

    There is none where nobody can tell whose a file is, or where it might lie in a project.
    """
    home = user_cache_path("onrecord", appauthor=False)
    if not hasattr(os, "getuid") or not home.is_absolute():
        return None
    told = repr((os.path.realpath(content), sys.version, *map(version, _LIBRARIES), *_program()))
    return home / f"{sha256(told.encode()).hexdigest()[:40]}{_ENDING}"


@cache
def _program() -> tuple[tuple[str, int, int], ...]:
    home = Path(__file__).parent
    about = ((str(each), each.stat()) for each in sorted(home.rglob("*.py")))
    return tuple((name, found.st_size, found.st_mtime_ns) for name, found in about)


def _recalled(place: Path) -> Memory | None:
    try:
        with open(place, "rb", opener=_opened) as file:
            if _is_ours(place.parent.lstat(), S_ISDIR) and _is_ours(os.fstat(file.fileno()), S_ISREG):
                os.utime(file.fileno())
                found = pickle.load(file)  # noqa: S301  # written by us, and nobody else could
                return found if isinstance(found, Memory) else None
    except Exception:  # noqa: BLE001, S110  # whatever is wrong with it: everything can be read again
        pass
    return None


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW)


def _is_ours(about: os.stat_result, is_of_kind: Callable[[int], bool]) -> bool:
    """Tell whether nobody but this user can have written a file, or put one into a folder."""
    mine = about.st_uid == os.getuid() and not about.st_mode & _OTHERS_WRITE
    return mine and is_of_kind(about.st_mode)


def _settled(readings: Mapping[str, Reading], began: int) -> dict[str, Reading]:
    """Return the readings of files that were written so long before that another change would show."""
    return {path: each for path, each in readings.items() if max(each.stamp[1:3]) + TICK < began}


def _of_these(readings: dict[str, Reading], memory: Memory) -> Memory:
    makings = {path: made for path, made in memory.makings.items() if path in readings}
    # A dossier is replaced by one that does not remember what else follows from it.
    return Memory(readings, makings, replace(memory.dossier) if memory.dossier else None)


def _keep(memory: Memory, place: Path) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, suffix=_ENDING, delete=False) as half:
        try:
            FrozenPickler(half, pickle.HIGHEST_PROTOCOL).dump(memory)
            half.close()
            Path(half.name).replace(place)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
    others = sorted(place.parent.glob(f"*{_ENDING}"), key=lambda each: each.lstat().st_mtime_ns)
    for each in others[:-MOST]:
        each.unlink(missing_ok=True)
