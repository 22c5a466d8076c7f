"""What a terminal shows while a command works for longer than a moment."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from onrecord.workers import FORKS

MOMENT = 1.0
"""Seconds after which somebody who waits is told for what."""

_FRAME = 0.1
"""Seconds from one turn of what turns to the next."""


@contextmanager
def working(what: str, *, quiet: bool = False) -> Iterator[None]:
    """Show ``what`` is being done and for how long, from a moment on, if a person looks at the errors."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=not FORKS)
    shown.add_task(what, total=None)

    def turn() -> None:
        shown.start()
        shown.refresh()

    try:
        with _interrupted(turn) if FORKS else _beside(turn):
            yield
    finally:
        shown.stop()


@contextmanager
def _interrupted(turn: Callable[[], None]) -> Iterator[None]:
    """Interrupt the work to turn: a thread for it would keep the work from being shared out."""
    before = signal.signal(signal.SIGALRM, lambda *_: turn())
    left, every = signal.setitimer(signal.ITIMER_REAL, MOMENT, _FRAME)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left, every)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _beside(turn: Callable[[], None]) -> Iterator[None]:
    """Turn in a thread: what turns has one of its own from then on."""
    timer = Timer(MOMENT, turn)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
