"""The whole site of a preview, made by a process of its own while its first pages are served already."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.hosts.search_index import FOLDER
from onrecord.hosts.search_service import SearchIndexError
from onrecord.workers import aside


class WholeSite:
    """A site that is being made: ``build`` is called in another process with the folder to write it into."""

    def __init__(self, build: Callable[[str], object]) -> None:
        """Have the site made."""
        self._home = TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True)
        self._folder = Path(self._home.name, "site")
        self._job = aside(partial(build, str(self._folder)))

    def bring(self, name: str, root: Path) -> None:
        """Wait for the file ``name`` and move it into the folder ``root``, if the site has one."""
        made = self._folder / name
        if self._job.wait() and made.is_file():
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            made.replace(place)

    def index(self) -> Mapping[str, bytes]:
        """Wait for the files of the index of the search; ``SearchIndexError`` if there is no whole site."""
        if not self._job.wait():
            raise SearchIndexError("the whole site could not be made")
        return self._index

    @cached_property
    def _index(self) -> Mapping[str, bytes]:
        home = self._folder / FOLDER
        files = (each for each in home.rglob("*") if each.is_file())
        return {each.relative_to(home).as_posix(): each.read_bytes() for each in files}

    def end(self) -> None:
        """Make no more of it, and take away what was made."""
        self._job.end()
        self._home.cleanup()
