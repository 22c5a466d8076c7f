"""A folder that one run holds at a time; the system gives it back however the run ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def hold(folder: Path, *, wait: bool) -> int | None:
    """Return a handle by which ``folder`` is held until it is closed; ``None`` if another run holds it.

    On Windows nothing is held, and ``None`` is never returned.
    """
    if sys.platform == "win32":
        return os.open(os.devnull, os.O_RDONLY)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold ``folder``, and wait for whoever holds it."""
    handle = hold(folder, wait=True)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)
