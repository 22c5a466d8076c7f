"""A site is made beside the last good one, and takes its place when it is whole."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.hosts.exchange import exchange
from onrecord.hosts.whole_file import sweep, write_whole
from onrecord.source.held_folder import held, hold

PREFIX = ".onrecord-site-"
"""How the name of a folder begins in which a site is being made, or was when its run was killed."""


class Staging:
    """A place for the next site of the folder ``site``: ``folder``, which ends in ``publish`` or ``drop``."""

    def __init__(self, site: Path) -> None:
        """Make the place, and take away those of runs that were killed."""
        self._site = Path(os.path.realpath(site))
        self._home, self._handle = _begun(self._site.parent)
        self.folder = Path(self._home.name, self._site.name)

    def publish(self) -> None:
        """Let what was made take the place of the last good site: in one step, or else file by file."""
        self.folder.mkdir(exist_ok=True)
        if not self._renamed():
            _fill(self._site, self.folder)
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


def _fill(site: Path, made: Path) -> None:
    """Make ``site`` hold what ``made`` holds, a whole file at a time, the new before the old goes."""
    site.mkdir(parents=True, exist_ok=True)
    with held(site):
        sweep(site)
        wanted = {file.relative_to(made) for file in made.rglob("*") if file.is_file()}
        folders = {folder for name in wanted for folder in name.parents}
        for name in _in(site):
            fits = _is_folder(site / name) if name in folders else _is_file(site / name)
            if name in wanted | folders and not fits:
                _take_away(site / name)
        for name in sorted(wanted):
            write_whole(site / name, (made / name).read_bytes())
        for name in _in(site):
            if name not in wanted | folders:
                _take_away(site / name)


def _in(site: Path) -> tuple[Path, ...]:
    """Return what lies in the site, folders before what they hold, but for what is hidden at its top."""
    found = (each.relative_to(site) for each in site.rglob("*"))
    return tuple(sorted(name for name in found if not name.parts[0].startswith(".")))


def _is_file(place: Path) -> bool:
    return place.is_file() and not place.is_symlink()


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def _take_away(place: Path) -> None:
    if _is_folder(place):
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
