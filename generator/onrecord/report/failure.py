"""An exception in plain words: what went wrong, whose fault it is, and what to do."""

import errno
import platform
from dataclasses import dataclass
from pathlib import Path

import onrecord
from onrecord.workers import KilledError, places

_PACKAGE = Path(onrecord.__file__).parent
_TEMPLATES = (".html", ".jinja", ".svg", ".xml")
_LONGEST = 200

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LOCKED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ESTALE})
_BUSY = frozenset({errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EBUSY, errno.EAGAIN})


@dataclass(frozen=True, slots=True)
class Failure:
    """What to tell, and whether it is a defect of the program, which ends with 2 instead of 1."""

    message: str
    ours: bool


def failure(error: BaseException, debug: str) -> Failure:
    """Return what to tell of an exception that nothing has dealt with.

    ``debug`` is the command that shows where it was raised.
    """
    if isinstance(error, OSError) and (told := _of_the_disk(error)):
        return Failure(told, ours=False)
    if isinstance(error, MemoryError | KilledError):
        return Failure("there is not enough memory; close other programs and run it again", ours=False)
    if told := _of_a_template(error):
        return Failure(told, ours=False)
    return Failure(_defect(error, debug), ours=True)


def _of_the_disk(error: OSError) -> str:
    """Return what a fault of the machine is, and nothing for one that only a defect can bring about."""
    reason = (error.strerror or "it cannot be used").lower()
    written = error.filename2 or error.filename  # of a copy, both are known
    name = f"'{written}': {reason}" if written else reason
    if error.errno in _FULL:
        return f"nothing more can be written: {name}; make room on the disk, then run it again"
    if error.errno in _LOCKED:
        return f"{name}; check that you may read and write there, then run it again"
    if error.errno in _GONE:
        return f"{name}; it went while it was needed: run it again"
    if error.errno in _BUSY:
        return f"{name}; run it again, and look at the disk if it stays so"
    return ""


def _of_a_template(error: BaseException) -> str:
    """Return what is wrong with a template: one that Jinja cannot read, or where its own words fail."""
    frames = places(error)
    named = (str(getattr(error, "filename", None) or ""), getattr(error, "lineno", None))
    by_jinja = type(error).__module__.startswith("jinja2")
    where = (*frames, named) if by_jinja else frames[-1:]
    faulty = [place for place in where if place[0].endswith(_TEMPLATES)]
    if not faulty:
        return ""
    file, line = faulty[-1]
    said = " ".join(str(error).split())[:_LONGEST]
    return (
        f"the template '{file}' has a fault in line {line}: {said}; mend it, or report it if it is not yours"
    )


def _defect(error: BaseException, debug: str) -> str:
    frames = places(error)
    ours = [(file, line) for file, line in frames if Path(file).is_relative_to(_PACKAGE)]
    where = f", in '{_short(ours[-1][0])}', line {ours[-1][1]}" if ours else ""
    owner = "Onrecord" if ours or not frames else f"'{Path(frames[-1][0]).name}', which Onrecord runs with"
    said = " ".join(str(error).split())[:_LONGEST]
    return (
        f"this is a defect of {owner}, and no fault of your records\n"
        f"  {type(error).__name__}: {said}{where}\n"
        f"  Onrecord {onrecord.__version__}, Python {platform.python_version()}, {platform.system()}\n"
        f"please report it: send this message, what '{debug}' prints,\n"
        "and the smallest content that shows it; 'Reporting a crash' in CONTRIBUTING.md tells how"
    )


def _short(file: str) -> str:
    return Path(file).relative_to(_PACKAGE.parent).as_posix()
