"""What a terminal shows while a command works for longer than a moment."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

MOMENT = 1.0
"""Seconds after which somebody who waits is told for what."""


@contextmanager
def working(what: str, *, quiet: bool = False) -> Iterator[None]:
    """Show ``what`` is being done and for how long, from a moment on, if a person looks at the errors."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True)
    shown.add_task(what, total=None)
    timer = Timer(MOMENT, shown.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        shown.stop()
