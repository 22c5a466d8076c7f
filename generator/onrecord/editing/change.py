"""A change of several files as steps that can be ended, or taken back, by whoever finds them half done."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

from onrecord.source.files import PLAN

_HALF = ".onrecord-half-"


@dataclass(frozen=True, slots=True)
class Step:
    """A file's way from what it held ``before`` to what it holds ``after``: digests, or ``""`` for no file.

    ``half`` and ``old`` are the new file and the old one, under names beside it that nothing reads.
    """

    name: str
    before: str
    after: str
    half: str
    old: str


def place_of(folder: Path, name: str) -> Path:
    """Return where a file really lies: a link stays one, unless it leads out of the folder."""
    real = Path(os.path.realpath(folder / name))
    return real if real.is_relative_to(os.path.realpath(folder)) else folder / name


def planned(folder: Path, files: Mapping[str, bytes], gone: Iterable[str]) -> tuple[Step, ...]:
    """Prepare a change of the files below ``folder``, without changing one, and write its plan."""
    steps: list[Step] = []
    try:
        for name, data in files.items():
            steps.append(_prepared(folder, name, data))
        steps += (_prepared(folder, name, None) for name in gone)
        _put(folder / PLAN, json.dumps([astuple(step) for step in steps]).encode())
    except OSError:
        drop(folder, steps)
        raise
    return tuple(steps)


def unfinished(folder: Path) -> tuple[Step, ...]:
    """Return the steps of a change that was interrupted; none if there is no plan, or none of ours."""
    try:
        steps = tuple(Step(*map(str, each)) for each in json.loads((folder / PLAN).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        return ()
    return steps if all(_is_ours(step) for step in steps) else ()


def _is_ours(step: Step) -> bool:
    """Tell whether a step stays inside its folder: a plan may come from anywhere, as all of content may."""
    name = PurePosixPath(step.name)
    halves = [half for half in (step.half, step.old) if half]
    plain = all(half.startswith(_HALF) and PurePosixPath(half).name == half for half in halves)
    return plain and not name.is_absolute() and ".." not in name.parts and "\\" not in step.name


def take(folder: Path, step: Step) -> bool:
    """Take a step, unless it has been taken; tell whether the file held what the step begins with."""
    place = place_of(folder, step.name)
    half, now = place.parent / step.half, _digest(place)
    if now not in (step.before, step.after):
        return False
    if step.after != now:
        if not step.half:
            place.unlink()
        elif step.before or not _linked(half, place):
            half.replace(place)
    return True


def take_back(folder: Path, step: Step) -> None:
    """Let a file be what it was, if it holds what the step made of it."""
    place = place_of(folder, step.name)
    if step.before == step.after or _digest(place) != step.after:
        return
    if step.old:
        (place.parent / step.old).replace(place)
    else:
        place.unlink()


def drop(folder: Path, steps: Iterable[Step]) -> None:
    """Take away what a change needed: its plan last, so that it is known until all else is gone."""
    for step in steps:
        for name in filter(None, (step.half, step.old)):
            (place_of(folder, step.name).parent / name).unlink(missing_ok=True)
    (folder / PLAN).unlink(missing_ok=True)


def left_over(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield what lies beside files because a change of them was killed before it was planned."""
    for parent in sorted({place_of(folder, name).parent for name in names}):
        yield from parent.glob(f"{_HALF}*")


def _prepared(folder: Path, name: str, data: bytes | None) -> Step:
    place = place_of(folder, name)
    old = place.read_bytes() if place.is_file() else None
    half = kept = None
    try:
        half = None if data is None else _written(place, data)
        kept = None if old is None else _kept(place, old)
    except OSError:
        if half:
            half.unlink(missing_ok=True)
        raise
    names = (each.name if each else "" for each in (half, kept))
    return Step(name, _digest_of(old), _digest_of(data), *names)


def _written(place: Path, data: bytes) -> Path:
    """Write a file beside its place, as it will be there, and see it safely on the disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, prefix=_HALF, delete=False) as half:
        try:
            half.write(data)
            half.flush()
            os.fsync(half.fileno())
            Path(half.name).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o644)
        except OSError:
            Path(half.name).unlink(missing_ok=True)
            raise
    return Path(half.name)


def _put(place: Path, data: bytes) -> None:
    half = _written(place, data)
    try:
        half.replace(place)
    except OSError:
        half.unlink(missing_ok=True)
        raise


def _kept(place: Path, data: bytes) -> Path:
    """Return a second name of a file, under which it stays; a copy where files have one name only."""
    second = place.with_name(f"{_HALF}{_digest_of(place.name.encode())}")
    return second if _linked(place, second) else _written(place, data)


def _linked(there: Path, name: Path) -> bool:
    """Give a file a second name; tell whether that can be done here. A name that is taken is an error."""
    try:
        name.hardlink_to(there)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        return False
    return True


def _digest(place: Path) -> str:
    return _digest_of(place.read_bytes() if place.is_file() else None)


def _digest_of(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()
