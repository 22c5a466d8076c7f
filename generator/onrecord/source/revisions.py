"""A content folder as it was at a revision of the repository that it lies in."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import dirname, isabs, join, normpath
from tempfile import TemporaryDirectory


class NoRevisionError(Exception):
    """Git knows no such revision, or no content folder in it; the message is Git's own."""


@contextmanager
def at_revision(content: Path, revision: str) -> Iterator[Path]:
    """Give a copy of ``content`` as ``revision`` has it, which is gone afterwards."""
    home = content.resolve().parent
    name = content.resolve().name
    asked = ["git", "-C", str(home), "archive", "--format=tar", "--end-of-options", revision, name]
    try:
        told = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603 - the revision is an argument of its own
    except FileNotFoundError as fault:
        raise NoRevisionError("git is not installed") from fault
    if told.returncode:
        raise NoRevisionError(told.stderr.decode(errors="replace").strip().removeprefix("fatal: "))
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(told.stdout)) as archive:
            # Before Python 3.11.4 there is no such filter, and nothing looks at the attribute.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(folder, filter(_stays_inside, archive))  # noqa: S202  # and whoever reads follows no link out
        yield Path(folder) / name


def _stays_inside(member: tarfile.TarInfo) -> bool:
    """Tell whether a member lies in the folder that it is unpacked into, as far as names tell."""
    leads = join(dirname(member.name), member.linkname) if member.issym() else member.name
    return not isabs(leads) and normpath(leads).split("/")[0] != ".."
