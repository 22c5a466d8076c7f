"""Files that are complete or not there."""

from pathlib import Path
from tempfile import NamedTemporaryFile

HALF = ".onrecord-half-"
"""How the name of a file begins that is not complete yet, or was left so by a run that was killed."""


def write_whole(file: Path, data: bytes) -> bool:
    """Write a file unless it holds ``data`` already, and tell whether it was written.

    It takes the place of the old one when it is complete; if the disk refuses, the old one stays.
    """
    if file.is_file() and not file.is_symlink() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=HALF, delete=False) as half:
        try:
            half.write(data)
            half.close()
            Path(half.name).chmod(0o644)
            Path(half.name).replace(file)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
    return True


def sweep(folder: Path) -> None:
    """Take away what a run that was killed left half written below ``folder``."""
    for half in folder.rglob(f"{HALF}*"):
        half.unlink(missing_ok=True)
