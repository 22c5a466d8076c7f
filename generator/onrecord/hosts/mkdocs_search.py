"""The search of a site that MkDocs builds: an index of every page, made when the pages are written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page as MkDocsPage

from onrecord.hosts.mkdocs_pages import RecordPage
from onrecord.hosts.search_index import FOLDER, document, index, program
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
    """Gathers what there is to find while MkDocs goes through its pages, and writes the index at the end.

    ``program`` is Pagefind's.
    """

    def __init__(self, program: Path) -> None:
        """Begin with nothing to find."""
        self._program = program
        self._documents: dict[str, str] = {}
        self._index: Mapping[str, bytes] = {}

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

    def write(self, config: MkDocsConfig, *, anew: bool) -> None:
        """Write the index into the site, made ``anew`` or as it was; ``SearchIndexError`` if it cannot be.

        A preview lives with the index of its first build: to make one takes longer than the rest of an edit.
        """
        if anew or not self._index:
            self._index = index(self._program, self._documents)
        self._documents = {}
        home = Path(config.site_dir, FOLDER)
        for name, held in self._index.items():
            file = home / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(held)


def _told(page: Page) -> Finding:
    """Return what is to be found of a page that shows no record: what it says that it is about."""
    return Finding(_GROUP, page.title, words=tuple(_words(page)))


def _words(page: Page) -> Iterator[str]:
    if page.description:
        yield page.description
    yield from (heading.text for heading in page.headings)
