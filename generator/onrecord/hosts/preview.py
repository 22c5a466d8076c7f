"""What a preview shows after an edit: pages as they are now, each made when a browser asks for it.

The folder that is served holds a whole site, as the engine built it, or the beginning of one, of which a
process of its own makes the rest meanwhile. After an edit its pages are replaced one by one, before they
are served. Whatever is no page of ours and follows from the records (downloads, cards, twins, hand-written
pages) is then made by building the whole site again, and only if somebody asks for it.
"""

from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from onrecord.hosts.banner import with_banner
from onrecord.hosts.whole_site import WholeSite
from onrecord.live import LiveSite
from onrecord.pages.page import Page
from onrecord.records.kinds import FOLDERS
from onrecord.report.place import Diagnostic

NOTHING_YET = Page(
    "",
    "Nothing to show yet",
    "",
    "<h1>Nothing to show yet</h1><p>Mend the records, and this page will follow.</p>",
)
"""What a preview shows that begins with records that have errors."""

SETTLED = ("assets/", "media/", "pagefind/", "search/")
"""What does not follow from the records, or is kept as it is while a preview runs."""

MADE = ("data/", "feeds/", "embed/", "llms.txt", "robots.txt", *(f"{folder}/" for folder in FOLDERS))
"""How names begin of what may be no page of ours and follow from the records."""


_TWIN = ".md"
_SITEMAP = "sitemap.xml"
"""A file that tells of all pages, and in the beginning of a site of a few."""


class Beginning(NamedTuple):
    """What a preview begins with: its pages, and the whole ``site`` of the same records, later."""

    pages: LiveSite
    site: WholeSite


class Preview:
    """The pages that are served; ``root`` is the folder of the built site.

    ``document`` gives the whole HTML of the page of a site that is written to a file, or nothing if
    there is none; ``rebuild`` makes the site anew, or returns why it cannot.
    """

    def __init__(
        self,
        root: Path,
        document: Callable[[LiveSite, str], str | None],
        rebuild: Callable[[], tuple[Diagnostic, ...]],
        beginning: Beginning | None = None,
    ) -> None:
        """Begin with the site as it was built, or with its ``beginning``."""
        self.version = 0
        self._root, self._document, self._rebuild = root, document, rebuild
        self._site: LiveSite | None = beginning.pages if beginning else None
        self._whole: WholeSite | None = beginning.site if beginning else None
        self._is_edited = False
        self._wrong: tuple[Diagnostic, ...] = ()
        self._brought: dict[str, int] = {}
        self._plain: dict[str, str] = {}
        self._lock = RLock()

    def follow(self, site: LiveSite | None, wrong: tuple[Diagnostic, ...]) -> None:
        """Show ``site`` from now on, or what was shown so far if there is none, below what is ``wrong``."""
        with self._lock:
            self.version += 1
            if site:
                self._site, self._is_edited = site, True
            self._wrong = wrong

    def start_over(self) -> bool:
        """Build the whole site, and show that from now on; if that fails, tell so and show what there was."""
        with self._lock:
            self.version += 1
            self._wrong = self._rebuild()
            if self._wrong:
                return False
            if self._whole:
                self._whole.end()
            self._site = self._whole = None
            self._is_edited = False
            self._brought.clear()
            self._plain.clear()
            return True

    def bring(self, name: str) -> int:
        """Put the file ``name`` of the site in order before it is served; return the version it is of."""
        with self._lock:
            if self._is_due(name):
                self._bring(name)
                self._brought[name] = self.version
            version, whole = self.version, self._whole if self._comes_later(name) else None
        if whole:
            is_made = whole.wait()  # others are served meanwhile
            with self._lock:
                self._take(name, whole, is_made=is_made)
        return version

    def _comes_later(self, name: str) -> bool:
        """Tell whether a file may come with the whole site, as it is shown now."""
        is_here = (self._root / name).is_file() and not name.startswith(_SITEMAP)
        return not is_here and (name.startswith(SETTLED) or (not self._is_edited and _is_beside(name)))

    def _take(self, name: str, whole: WholeSite, *, is_made: bool) -> None:
        """Take a file out of the whole site, unless it became old meanwhile; without a site, build one."""
        if self._whole is not whole or not self._comes_later(name):
            return
        if is_made:
            whole.move(name, self._root)
        elif not self._wrong:
            self.start_over()

    def _is_due(self, name: str) -> bool:
        changed = self._site is not None or self._wrong
        return bool(changed) and not name.startswith(SETTLED) and self._brought.get(name) != self.version

    def _bring(self, name: str) -> None:
        html = self._document(self._site, name) if self._site else None
        if html is not None:
            self._write(name, html)
            return
        is_held = (self._root / name).is_file()
        follows = name.startswith(MADE) or is_held or (self._whole and _is_beside(name))
        if follows and not self._wrong and (self._is_edited or not self._whole):
            self.start_over()
        if self._wrong and is_held and name.endswith(".html"):
            self._write(name, self._plain.setdefault(name, (self._root / name).read_text(encoding="utf-8")))

    def _write(self, name: str, html: str) -> None:
        file = self._root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = with_banner(html, self._wrong) if self._wrong else html
        file.write_text(whole, encoding="utf-8", newline="\n")


def _is_beside(name: str) -> bool:
    """Tell whether a file may be one of those beside our pages that follow from the records."""
    return name.startswith((*MADE, _SITEMAP)) or name.endswith(_TWIN)
