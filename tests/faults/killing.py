"""A process that is killed at a moment, played inside this one.

Python tells of every use of the disk before it happens. At the moment that was chosen, an exception that
nothing catches is raised, and again at every later use of the disk, so that nothing can be tidied up.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

CHANGING = frozenset(
    {
        "os.rename",
        "os.remove",
        "os.link",
        "os.mkdir",
        "os.rmdir",
        "os.chmod",
        "os.truncate",
        "os.symlink",
        "shutil.rmtree",
    }
)


class Killed(BaseException):
    """The moment has come."""


class Disk:
    """Counts changes of the disk, and lets ``fault`` happen at the change with the number ``at``."""

    def __init__(self) -> None:
        """Begin as a disk that works."""
        self.changes = 0
        self.at = 0
        self.stays = True
        self.fault: Callable[[], BaseException] = Killed
        self.watched = False
        self.meddling: tuple[str, Callable[[Path], object]] | None = None

    def seen(self, event: str, arguments: tuple[object, ...]) -> None:
        """Be told of what is about to happen."""
        if self.meddling and event == "open" and str(arguments[0]).endswith(self.meddling[0]):
            _, meddle = self.meddling
            self.meddling = None
            meddle(Path(str(arguments[0])))
        if not self.watched or not _changes(event, arguments):
            return
        self.changes += 1
        if self.at and (self.changes == self.at or (self.stays and self.changes > self.at)):
            raise self.fault()


DISK = Disk()
sys.addaudithook(DISK.seen)


def changes_of(task: Callable[[], object]) -> int:
    """Return how often a task changes the disk."""
    return _run(task, 0, Killed, stays=False)


def killed(task: Callable[[], object], at: int) -> None:
    """Run a task that is killed before its change of the disk with the number ``at``."""
    try:
        _run(task, at, Killed, stays=True)
    except Killed:
        return
    raise AssertionError(f"the task came to its end before change {at}")


def failing(
    task: Callable[[], object], at: int, error: Callable[[], OSError], *, stays: bool = False
) -> None:
    """Run a task on a disk that refuses one change, or every change from then on if the fault ``stays``."""
    _run(task, at, error, stays=stays)


def meddled(task: Callable[[], T], name: str, meddle: Callable[[Path], object]) -> T:
    """Run a task, and let somebody ``meddle`` with a file just before it is opened for the first time."""
    DISK.meddling = (name, meddle)
    try:
        result = task()
    finally:
        opened, DISK.meddling = DISK.meddling is None, None
    assert opened, f"nobody opened '{name}'"
    return result


def _run(task: Callable[[], object], at: int, fault: Callable[[], BaseException], *, stays: bool) -> int:
    DISK.changes, DISK.at, DISK.fault, DISK.stays, DISK.watched = 0, at, fault, stays, True
    try:
        task()
    finally:
        DISK.watched = False
    return DISK.changes


def _changes(event: str, arguments: tuple[object, ...]) -> bool:
    if event != "open":
        return event in CHANGING
    path, flags = arguments[0], arguments[2]
    writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    return bool(writes) and not isinstance(path, int) and not str(path).startswith("/dev/")
