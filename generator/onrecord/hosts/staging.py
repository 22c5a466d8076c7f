"""A site is made beside the last good one, and takes its place when it is whole."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.hosts.exchange import exchange
from onrecord.hosts.quick_files import NONE, Mark, listed
from onrecord.hosts.whole_file import HALF, write_whole
from onrecord.source.held_folder import held, hold

PREFIX = ".onrecord-site-"
"""How the name of a folder begins in which a site is being made, or was when its run was killed."""


class SiteChangedError(Exception):
    """A site is not as it was when a build began to follow it."""


class Staging:
    """A place for the next site of the folder ``site``: ``folder``, which ends in ``publish`` or ``drop``."""

    def __init__(self, site: Path) -> None:
        """Make the place, and take away those of runs that were killed."""
        self._site = Path(os.path.realpath(site))
        self._home, self._handle = _begun(self._site.parent)
        self.folder = Path(self._home.name, self._site.name)

    def publish(self, standing: Mapping[str, Mark] = NONE) -> None:
        """Let what was made take the place of the last good site: in one step, or else file by file.

        Files of that site that are ``standing``, by their names and marks, stay in it.
        """
        self.folder.mkdir(exist_ok=True)
        if standing or not self._renamed():
            _fill(self._site, self.folder, standing)
        self.drop()

    def drop(self) -> None:
        """Clean up as far as the disk lets us; the next run does the rest. The site is not touched."""
        with suppress(OSError):
            self._home.cleanup()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _renamed(self) -> bool:
        try:
            self.folder.rename(self._site)
        except OSError:
            return not _keeps_hidden(self._site) and exchange(self.folder, self._site)
        return True


def _begun(parent: Path) -> tuple[TemporaryDirectory[str], int | None]:
    """Return a new folder in ``parent``, or where the system keeps such if nothing can be made there."""
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with held(parent):
            _sweep(parent)
            home = TemporaryDirectory(prefix=PREFIX, dir=parent, ignore_cleanup_errors=True)
            handle = hold(Path(home.name), wait=False)
    except OSError:
        home = TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
        handle = None
    return home, handle


def _sweep(parent: Path) -> None:
    if sys.platform == "win32":
        return
    for left in parent.glob(f"{PREFIX}*"):
        handle = hold(left, wait=False)
        if handle is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(handle)


def _keeps_hidden(site: Path) -> bool:
    """Tell whether something lies in the site that MkDocs would not take away, such as ``.git``."""
    return not site.is_dir() or any(entry.name.startswith(".") for entry in site.iterdir())


def _fill(site: Path, made: Path, standing: Mapping[str, Mark]) -> None:
    """Make ``site`` hold what ``made`` holds and what is standing: the new comes before the old goes."""
    site.mkdir(parents=True, exist_ok=True)
    with held(site):
        there = {name: mark for name, mark in listed(str(site)) if not _is_hidden(name)}
        if any(there.get(name) != mark for name, mark in standing.items()):
            raise SiteChangedError(f"'{site.name}' was changed by somebody else while it was built")
        fresh = [name for name, mark in listed(str(made)) if mark is not None]
        wanted = {*fresh, *standing}
        folders = _above(wanted)
        for name, mark in there.items():
            if (name in wanted and not mark) or (name in folders and mark is not None):
                _take_away(site / name)
        for name in sorted(fresh):
            _move(made / name, site / name)
        gone = [name for name in there if name not in wanted and name not in folders]
        spelt = {name.casefold(): name for name in (*wanted, *folders)} if gone else {}
        for name in gone:
            if not _is_now(site, name, spelt):
                _take_away(site / name)


def _is_hidden(name: str) -> bool:
    """Tell whether something lies at the top of a site that MkDocs would not take away."""
    return name.startswith(".") and not name.startswith(HALF)


def _above(names: Iterable[str]) -> set[str]:
    """Return all folders in which something of these names lies."""
    found: set[str] = set()
    for inner in {name.rpartition("/")[0] for name in names}:
        folder = inner
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _is_now(site: Path, name: str, spelt: Mapping[str, str]) -> bool:
    """Tell whether a disk that tells no cases apart has a wanted file, or folder, in that name's place."""
    other = spelt.get(name.casefold())
    with suppress(OSError):
        return other is not None and (site / name).samefile(site / other)
    return False


def _move(made: Path, place: Path) -> None:
    """Put a file into its place, also where one lies that holds the same: marks are those of new files."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.replace(place)
    except OSError:  # from another disk
        write_whole(place, made.read_bytes())


def _take_away(place: Path) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):  # gone with its folder
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()
