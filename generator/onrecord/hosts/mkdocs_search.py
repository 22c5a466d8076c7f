"""The search of a site that MkDocs builds: an index of every page, made when the pages are written."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page as MkDocsPage

from onrecord.hosts.mkdocs_pages import RecordPage
from onrecord.hosts.search_index import FOLDER, document, index, program
from onrecord.hosts.search_service import SearchIndexError
from onrecord.pages.page import Finding, Page

_OTHERS = ("search", "material/search")
"""Plugins that bring a search of their own, to which ours gives way."""

_GROUP = "Pages"


log = get_plugin_logger("onrecord")


def search(config: MkDocsConfig, known: "Search | None" = None) -> "Search | None":
    """Return the search of a build: none where there is another one, or no program that makes its index.

    One that is ``known`` already is used again.
    """
    if any(name in config.plugins for name in _OTHERS):
        return None
    if known is not None:
        return known
    if (found := program()) is None:
        log.info("the site is built without a search: to have one, run pip install 'pagefind[bin]'")
        return None
    return Search(found)


class Search:
    """Gathers what there is to find while MkDocs goes through its pages, and has the index made at the end.

    ``program`` is Pagefind's. A preview lives with the index of its first whole build, which is made while
    its pages are served already: that takes longer than the rest of an edit.
    """

    def __init__(self, program: Path) -> None:
        """Begin with nothing to find."""
        self._program = program
        self._documents: dict[str, str] = {}
        self._index: Future[Mapping[str, bytes]] | None = None
        self._lock = Lock()

    def add(self, page: MkDocsPage, html: str, config: MkDocsConfig) -> None:
        """Take in a page that MkDocs has just rendered as ``html``."""
        if isinstance(page, RecordPage):
            self.add_ours(page.file.dest_uri, page.shown, config)
        else:
            self._add(page.file.dest_uri, Finding(_GROUP, str(page.title)), html, config)

    def add_ours(self, name: str, page: Page, config: MkDocsConfig) -> None:
        """Take in a page of ours that is written to the file ``name``."""
        self._add(name, page.finding or _told(page), "", config)

    def _add(self, name: str, found: Finding, html: str, config: MkDocsConfig) -> None:
        self._documents[name] = document(found, config.theme.get("language", "en"), html)

    def begin(self) -> None:
        """Have the index made meanwhile, unless that was begun already."""
        if self._index is None:
            meanwhile = ThreadPoolExecutor(1)
            self._index = meanwhile.submit(index, self._program, self._documents)
            meanwhile.shutdown(wait=False)
        self._documents = {}

    def end(self, site: Path | None, *, is_new: bool) -> None:
        """Have the index made if all ``is_new``; if there is a ``site``, wait for it and write it there."""
        try:
            if is_new:
                self.begin()
            if site is not None:
                self.bring(site)
        except SearchIndexError as error:
            raise PluginError(f"the search index could not be made\n\n{error}") from error

    def bring(self, site: Path) -> None:
        """Wait for what was begun, and write it into a site; ``SearchIndexError`` if it could not be made."""
        if self._index is not None:
            _write(self._index.result(), site)

    def ready(self, site: Path, name: str) -> None:
        """Wait until the file ``name`` of a preview is there, if it is of the index."""
        if self._index is None or not name.startswith(f"{FOLDER}/"):
            return
        try:
            made = self._index.result()
        except (SearchIndexError, OSError) as error:
            log.error("this preview has no search: %s", error)  # noqa: TRY400  # the message says why
            return
        with self._lock:
            asked = name.removeprefix(f"{FOLDER}/")
            if asked in made and not (site / name).is_file():
                _write({asked: made[asked]}, site)


def _write(made: Mapping[str, bytes], site: Path) -> None:
    for name, held in made.items():
        file = site / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held)


def _told(page: Page) -> Finding:
    """Return what is to be found of a page that shows no record: what it says that it is about."""
    return Finding(_GROUP, page.title, words=tuple(_words(page)))


def _words(page: Page) -> Iterator[str]:
    if page.description:
        yield page.description
    yield from (heading.text for heading in page.headings)
