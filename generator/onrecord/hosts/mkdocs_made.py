"""A site that was made, on its way into MkDocs: all of it in memory, for other plugins to see."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from onrecord.hosts.live_schemas import titles
from onrecord.hosts.mkdocs_files import hand_written_documents, is_twin_of, put
from onrecord.hosts.mkdocs_pages import Frames, newest, page_files
from onrecord.hosts.mkdocs_scripts import Scripts
from onrecord.hosts.mkdocs_settings import Project
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.quick_files import NONE, Mark
from onrecord.pages.page import Asset, Page
from onrecord.pages.site import Site
from onrecord.pipeline import Part, whole
from onrecord.report.place import Diagnostic
from onrecord.source.document import Document


class Made(Protocol):
    """A site without errors that MkDocs is about to write."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files that it was made of."""

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files that MkDocs writes as they are."""

    @property
    def standing(self) -> Mapping[str, Mark]:
        """The files of the last site that stay in it."""

    @property
    def newest(self) -> str:
        """The day of the newest fact on any page, or nothing if no page is dated."""

    @property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """What every record is called, by folder and id."""

    def again(self, config: MkDocsConfig) -> "Made":
        """Return the same, to be written once more."""

    def entered(self, files: Files, frames: Frames, config: MkDocsConfig) -> Files:
        """Return ``files`` with ours, but for pages whose place a hand-written one takes."""

    def pages(self, files: Files) -> Sequence[File]:
        """Return the files of all pages of the site."""

    def write(
        self, theme: Theme, frames: Frames, scripts: Scripts, wrong: tuple[Diagnostic, ...]
    ) -> Iterable[tuple[str, Callable[[], Page]]]:
        """Write the pages that MkDocs will not; yield the name of each file, and what gives the bare page.

        They load ``scripts``; what is ``wrong`` is told on top of them.
        """

    def end(self) -> None:
        """Wait for whatever is still done when all pages are written."""


class InMemory:
    """A site whose pages MkDocs renders and writes, one by one."""

    def __init__(self, made: Part, documents: tuple[Document, ...]) -> None:
        """Begin with all that there is."""
        self.documents, self._made = documents, made
        self.standing = NONE
        self.newest, self.titles, self.assets = newest(made.pages), titles(made.pages), made.assets

    @classmethod
    def made(
        cls,
        site: Site,
        project: Project,
        documents: tuple[Document, ...],
        config: MkDocsConfig,  # noqa: ARG003  # what others need
    ) -> "InMemory":
        """Make all pages of a site."""
        return cls(whole(site, project.content, project.templates), documents)

    def again(self, config: MkDocsConfig) -> "InMemory":  # noqa: ARG002  # nothing of it went anywhere
        """Return itself."""
        return self

    def entered(self, files: Files, frames: Frames, config: MkDocsConfig) -> Files:
        """Put everything into ``files``."""
        return with_ours(files, self._made, frames, config)

    def pages(self, files: Files) -> Sequence[File]:
        """Return the pages that MkDocs has."""
        return files.documentation_pages()

    def write(
        self,
        theme: Theme,  # noqa: ARG002  # what others need
        frames: Frames,  # noqa: ARG002
        scripts: Scripts,  # noqa: ARG002
        wrong: tuple[Diagnostic, ...],  # noqa: ARG002
    ) -> Iterable[tuple[str, Callable[[], Page]]]:
        """Leave everything to MkDocs."""
        return ()

    def end(self) -> None:
        """Wait for nothing."""


def with_ours(files: Files, part: Part, frames: Frames, config: MkDocsConfig) -> Files:
    """Put pages and files of ours into ``files``, but for those whose place a hand-written one takes."""
    written = hand_written_documents(files)
    for file in page_files(part.pages, frames, config):
        if file.dest_uri not in written:
            files.append(file)
    for asset in part.assets:
        if not is_twin_of(asset, written):
            put(files, asset, config)
    return files
