"""What a command or a build knows of a dossier, kept for the next one, which does only what is new.

It lies where a system keeps such things of its user, never in a project: what is unpickled runs as a program.
It may be deleted at any time. What was kept by another version, for other libraries, by somebody else or only
in part is passed over, and so is what was written so shortly before that it could change and look the same.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import IO, TypeVar

from platformdirs import user_cache_path

from onrecord.frozen import FrozenPickler
from onrecord.garbage import not_sought
from onrecord.loading import Memory

T = TypeVar("T")

WORTH = 1_000
"""From how many files on it takes longer to read them than to bring back what was read."""

MOST = 8
"""How many memories of a sort lie there; those go first that were of use longest ago."""

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
_HALF = ".half"
_HOUR = 3600 * 10**9
"""Nanoseconds, after which nobody writes a half any more."""
_OTHERS_WRITE = 0o022


@contextmanager
def remembering(content: Path) -> Iterator[Memory]:
    """Give the memory of ``content`` that was kept last, or an empty one; what it becomes is kept."""
    began, place = began_at(), place_of(content)
    memory = recalled(place, Memory) or Memory()
    before = dict(memory.readings)
    yield memory
    fresh = settled(memory, began)
    changed = sum(before.get(path) is not each for path, each in fresh.readings.items())
    if len(fresh.readings) >= WORTH and changed * _ONE_IN > len(fresh.readings):
        keep(fresh, place)


def began_at() -> int:
    """Return the time in nanoseconds, as the disk of temporary files tells it, or nothing."""
    try:
        with TemporaryFile() as file:
            return os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return 0


def place_of(folder: Path, *libraries: str) -> Path | None:
    """Return the file for what is kept of a folder; another version of the program or of Python has another.

    It depends on the versions of ``libraries`` and of those that read records.
    There is none where nobody can tell whose a file is, or where it might lie in a project.
    """
    try:
        home = user_cache_path("onrecord", appauthor=False)
        named = os.path.realpath(folder)
    except (OSError, RuntimeError):  # no home
        return None
    if not hasattr(os, "getuid") or not home.is_absolute():
        return None
    told = repr((named, sys.version, *map(version, (*_LIBRARIES, *libraries)), *_program()))
    return home / f"{sha256(told.encode()).hexdigest()[:40]}{_ENDING}"


@cache
def _program() -> tuple[tuple[str, int, int], ...]:
    home = Path(__file__).parent
    about = ((str(each), each.stat()) for each in sorted(home.rglob("*.py")))
    return tuple((name, found.st_size, found.st_mtime_ns) for name, found in about)


def recalled(place: Path | None, kind: type[T]) -> T | None:
    """Return what was kept in ``place``, if it is of that ``kind`` and nobody else can have written it."""
    if place is None:
        return None
    try:
        with open(place, "rb", opener=_opened) as file:
            if _is_ours(place.parent.lstat(), S_ISDIR) and _is_ours(os.fstat(file.fileno()), S_ISREG):
                os.utime(file.fileno())
                with not_sought():
                    found = _parted(file, kind)
                return found if isinstance(found, kind) else None
    except Exception:  # noqa: BLE001, S110  # whatever is wrong with it: everything can be read again
        pass
    return None


def _parted(file: IO[bytes], kind: type[T]) -> object:
    """Return what a file holds; a named tuple was kept field by field."""
    fields = getattr(kind, "_fields", None)
    if fields is None:
        return pickle.load(file)  # noqa: S301  # written by us, and nobody else could
    return kind(*(pickle.load(file) for _ in fields))  # noqa: S301  # the same


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW)


def _is_ours(about: os.stat_result, is_of_kind: Callable[[int], bool]) -> bool:
    """Tell whether nobody but this user can have written a file, or put one into a folder."""
    mine = about.st_uid == os.getuid() and not about.st_mode & _OTHERS_WRITE
    return mine and is_of_kind(about.st_mode)


def settled(memory: Memory, began: int) -> Memory:
    """Return what may be kept of a memory: of files written so long before that another change would show."""
    readings = {path: each for path, each in memory.readings.items() if max(each.stamp[1:3]) + TICK < began}
    makings = {path: made for path, made in memory.makings.items() if path in readings}
    # A dossier is replaced by one that does not remember what else follows from it.
    return Memory(readings, makings, replace(memory.dossier) if memory.dossier else None)


def keep(value: object, place: Path | None) -> None:
    """Keep a value in ``place``, if there is one; whoever found what was asked for does not fail for this."""
    keep_fields((value,), place)


def keep_fields(fields: Iterable[object], place: Path | None) -> None:
    """Keep a named tuple of which the ``fields`` come one after another and have nothing in common.

    Each is a pickle by itself, and what a pickle needs is forgotten before the next field is made.
    """
    if place is not None:
        with suppress(Exception):
            _keep(fields, place)


def _keep(parts: Iterable[object], place: Path) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, suffix=_HALF, delete=False) as half:
        try:
            for part in parts:
                FrozenPickler(half, pickle.HIGHEST_PROTOCOL).dump(part)
            half.close()
            Path(half.name).replace(place)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
    now = place.lstat().st_mtime_ns
    for each in place.parent.glob(f"*{_HALF}"):
        if each.lstat().st_mtime_ns + _HOUR < now:
            each.unlink(missing_ok=True)
    others = sorted(place.parent.glob(f"*{place.suffix}"), key=lambda each: each.lstat().st_mtime_ns)
    for each in others[:-MOST]:
        each.unlink(missing_ok=True)
