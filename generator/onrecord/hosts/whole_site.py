"""The whole site of a preview, made by a process of its own while its first pages are served already."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from onrecord.hosts.staging import Staging
from onrecord.workers import aside


class WholeSite:
    """A site that is being made: ``build`` is called in another process with the folder to write it into."""

    def __init__(self, build: Callable[[str], object]) -> None:
        """Have the site made."""
        self._staging = Staging(Path(gettempdir(), "preview"))
        self._folder = self._staging.folder / "site"  # another folder than the staging's own, which is held
        self._job = aside(partial(build, str(self._folder)))

    def wait(self) -> bool:
        """Wait until the site is there; tell whether it could be made."""
        return self._job.wait()

    def move(self, name: str, root: Path) -> None:
        """Move the file ``name`` of the site that is there into the folder ``root``, if there is one."""
        made = self._folder / name
        if made.is_file():
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            made.replace(place)

    def end(self) -> None:
        """Make no more of it, and take away what was made."""
        self._job.end()
        self._staging.drop()
