"""The only place where content is written: several files, all of them or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile


class TakenError(Exception):
    """A file that was to be made is there already; its path is the message."""


def write_all(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write ``files`` below ``folder`` and take away those that are ``gone``, all or nothing.

    Each file is complete before it takes its place. If one cannot be written, the others are put back
    and the ``OSError`` is passed on.
    """
    names = (*files, *gone)
    before = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
    ready = _ready(folder, files)
    try:
        for name, half in ready.items():
            half.replace(folder / name)
        for name in gone:
            (folder / name).unlink(missing_ok=True)
    except OSError:
        _put_back(folder, names, before)
        raise
    finally:
        _drop(ready.values())


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` below ``folder``; raise ``TakenError`` before anything is written if one is there."""
    for name in files:
        if (folder / name).exists():
            raise TakenError(name)
    write_all(folder, files)


def _ready(folder: Path, files: Mapping[str, bytes]) -> Mapping[str, Path]:
    """Write each file beside its place, under a name that nothing reads."""
    halves: dict[str, Path] = {}
    try:
        for name, data in files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as half:
                halves[name] = Path(half.name)
                half.write(data)
            halves[name].chmod(place.stat().st_mode & 0o777 if place.exists() else 0o644)
    except OSError:
        _drop(halves.values())
        raise
    return halves


def _put_back(folder: Path, names: Iterable[str], before: Mapping[str, bytes]) -> None:
    for name in names:
        if name in before:
            (folder / name).write_bytes(before[name])
        else:
            (folder / name).unlink(missing_ok=True)


def _drop(halves: Iterable[Path]) -> None:
    for half in halves:
        half.unlink(missing_ok=True)
