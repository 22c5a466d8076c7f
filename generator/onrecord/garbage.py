"""When Python looks for circles of objects that nobody needs any more."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_YOUNG, _NEVER = 100_000, 1_000_000
"""After how many new objects, and after how many such rounds, Python looks for circles."""


@contextmanager
def sought_among_the_young(*, is_last: bool = False) -> Iterator[None]:
    """Have only new objects looked at, as long as it takes, and none at all as the program ends.

    What outlives that is needed to the end, and looking at it again and again takes from a tenth of the
    time of a build to a third of that of linking. Last of all Python would look at everything once more,
    only to give back piece by piece what the system takes back as a whole. After the last thing that a
    program does, what there is then is not looked at any more either.
    """
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG, _NEVER, _NEVER)
    try:
        yield
    finally:
        if is_last:
            gc.freeze()
        gc.set_threshold(*before)


@contextmanager
def not_sought() -> Iterator[None]:
    """Have nothing looked at while much is made that is all needed, nor any of it later on.

    It is for the beginning of a program: circles that there are then are never given back.
    """
    was_sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_sought:
            gc.enable()


_needed: object = None


def to_the_end(value: T) -> T:
    """Return a value that is needed until the program ends, which then takes nothing of it apart.

    Of several the last one is held.
    """
    global _needed  # noqa: PLW0603
    _needed = value
    return value
