"""The only place where content is written: several files, all of them or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.editing.change import (
    Step,
    drop,
    left_over,
    place_of,
    planned,
    take,
    take_back,
    unfinished,
)
from onrecord.source.held_folder import held
from onrecord.source.raw import ChangedError


def write_all(
    folder: Path,
    files: Mapping[str, bytes],
    gone: Iterable[str] = (),
    before: Mapping[str, bytes] | None = None,
) -> None:
    """Write ``files`` below ``folder`` and take away those that are ``gone``, all or nothing.

    ``before`` is what the change was made of: a file that holds anything else by now, or a new one that is
    there already, is a ``ChangedError``, and nothing is written. Without it, whatever is there is replaced.
    Each file is complete before it takes its place. If one cannot be written, the others are put back
    and the ``OSError`` is passed on. A change that is killed on its way is ended by the next ``finish``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    gone = tuple(name for name in gone if place_of(folder, name).is_file())
    with held(folder):
        _finish(folder)
        for half in left_over(folder, (*files, *gone)):
            half.unlink(missing_ok=True)
        if before is not None:
            _compare(folder, (*files, *gone), before)
        _change(folder, planned(folder, files, gone))


def finish(folder: Path) -> tuple[str, ...] | None:
    """End a change that was interrupted; return the files that somebody has changed since, which stay so.

    ``None`` if there is none to end.
    """
    with held(folder):
        return _finish(folder)


def _finish(folder: Path) -> tuple[str, ...] | None:
    steps = unfinished(folder)
    if not steps:
        return None
    kept = tuple(step.name for step in steps if not take(folder, step))
    drop(folder, steps)
    return kept


def _compare(folder: Path, names: Iterable[str], before: Mapping[str, bytes]) -> None:
    for name in names:
        place = place_of(folder, name)
        now = place.read_bytes() if place.is_file() else None
        if now != before.get(name):
            raise ChangedError(name)


def _change(folder: Path, steps: tuple[Step, ...]) -> None:
    try:
        for step in steps:
            _step(folder, step)
    except (OSError, ChangedError):
        for step in reversed(steps):
            take_back(folder, step)
        drop(folder, steps)
        raise
    drop(folder, steps)


def _step(folder: Path, step: Step) -> None:
    if not take(folder, step):
        raise ChangedError(step.name)
