"""The same way through as the pipeline, walked again after every change and only as far as a reader looks."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.exports.download import Download
from onrecord.exports.files import downloads
from onrecord.exports.pieces import pieces
from onrecord.loading import Loaded, Memory, load
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Page
from onrecord.pages.render import page_at
from onrecord.pages.site import Site
from onrecord.pipeline import newest, titles, with_data
from onrecord.problems import has_errors


class LiveContent:
    """A content folder that is read again and again; what did not change is not read twice."""

    def __init__(self, remembered: Callable[[Path], Memory] = lambda _: Memory()) -> None:
        """Begin with what is ``remembered`` of a folder."""
        self._remembered = remembered
        self._folder: Path | None = None
        self._memory = Memory()
        self._lock = Lock()

    def load(self, folder: Path) -> Loaded:
        """Read what changed, and return the whole with everything that is wrong with it."""
        with self._lock:
            if folder != self._folder:
                self._folder, self._memory = folder, self._remembered(folder)
            return load(folder, self._memory)


class LiveSite:
    """The site of one state of the records; its pages are made when somebody asks for them.

    They are, byte for byte, those that a build makes.
    """

    def __init__(self, dossier: Dossier, templates: tuple[Path, ...], addresses: Addresses) -> None:
        """Begin without any page."""
        self._site = Site(Statuses(dossier), addresses)
        self._templates = templates
        self._made: dict[str, Page | None] = {}

    @classmethod
    def of(cls, loaded: Loaded, templates: tuple[Path, ...], addresses: Addresses) -> "LiveSite | None":
        """Return the site of what was loaded, unless something is wrong that stops publication."""
        if loaded.dossier is None or has_errors(loaded.problems):
            return None
        return cls(loaded.dossier, templates, addresses)

    @property
    def dossier(self) -> Dossier:
        """The records that are shown."""
        return self._site.dossier

    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """Return what every record is called, by folder and id."""
        return titles(self._site)

    @cached_property
    def newest(self) -> str:
        """The day of the newest fact on any page, or nothing if no page is dated."""
        return newest(self._site)

    def page(self, path: str) -> Page | None:
        """Return the page at an address such as ``"actors/sergey-lavrov/"``, if there is one."""
        if path not in self._made:
            made = page_at(self._site, lambda: self._exports, self._templates, path)
            self._made[path] = with_data(self._site.release, made) if made else None
        return self._made[path]

    @cached_property
    def _exports(self) -> tuple[Download, ...]:
        return tuple(downloads(self._site.release, pieces(self._site.release, self._site.citations)))
