"""A preview that begins at once: MkDocs has the names of sections, and a page is made when asked for."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from click import get_current_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel

from onrecord.hosts.mkdocs_direct import Direct
from onrecord.hosts.mkdocs_files import hand_written_documents
from onrecord.hosts.mkdocs_made import with_ours
from onrecord.hosts.mkdocs_nav import SECTIONS, named
from onrecord.hosts.mkdocs_on_demand import OnDemand
from onrecord.hosts.mkdocs_others import others_finish
from onrecord.hosts.mkdocs_pages import Frames, page_files
from onrecord.hosts.mkdocs_settings import Project
from onrecord.hosts.preview import MADE
from onrecord.hosts.quick_files import NONE
from onrecord.live import LiveSite
from onrecord.pages.addresses import page_path, source_name
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pipeline import Part, assets_of_all
from onrecord.records.kinds import FOLDERS
from onrecord.source.document import Document
from onrecord.workers import can_fork

_BESIDE = ("embed/",)
"""Sections that the navigation does not name; so are the lists of some kinds of record."""


_GIVES_WAY = 3
"""How nice the process is to others that makes what nobody asked for yet."""


def can_begin(config: MkDocsConfig) -> bool:
    """Tell whether the server of a preview is about to be given to us, and another process can make the rest.

    A preview that is to end at the first warning needs all pages first, and so does another plugin that
    changes what was written.
    """
    asked = get_current_context(silent=True)
    follows = asked is not None and asked.info_name == "serve" and asked.params.get("livereload")
    return bool(follows and can_fork() and not config.strict and not others_finish(config))


def build_quietly(server: LiveReloadServer, builder: Callable[[], object]) -> None:
    """Build a whole site in a process of its own, while ``server`` serves its beginning in another one."""
    os.setsid()  # Ctrl-C is for the preview, which ends this process
    server.socket.close()  # whoever comes after the server finds its port free, however long this takes
    logging.disable(logging.WARNING)  # told already, of what there is
    os.nice(_GIVES_WAY)
    builder()


class Begun:
    """A site of which nothing is made but what MkDocs must know before it can serve hand-written pages.

    ``named_pages`` are as much of the sections as MkDocs needs for the navigation, and whole pages of what
    it has no name for; ``live`` makes all pages, when somebody asks for them.
    """

    standing = NONE

    def __init__(
        self, site: Site, project: Project, documents: tuple[Document, ...], config: MkDocsConfig
    ) -> None:
        """Name the sections, and make what else the navigation names."""
        self.documents = documents
        self._site, self._project = site, project
        self.live = LiveSite(site.dossier, project.templates, project.addresses)
        self.named_pages = tuple(self._named(config.nav))
        self.assets = assets_of_all(site.dossier, project.content, project.templates)

    @property
    def newest(self) -> str:
        """The day of the newest fact on any page, or nothing if no page is dated."""
        return self.live.newest

    @property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """What every record is called, by folder and id."""
        return self.live.titles()

    def again(self, config: MkDocsConfig) -> Direct:
        """Make all of it."""
        return Direct(self._site, self._project, self.documents, config)

    def entered(self, files: Files, frames: Frames, config: MkDocsConfig) -> Files:
        """Put in what there is, and let other pages be made when hand-written ones link to them."""
        with_ours(files, Part(self.named_pages, self.assets), frames, config)

        written = hand_written_documents(files)

        def find(source: str) -> File | None:
            path = _path(source)
            page = None if path is None else self.live.page(path)
            for file in page_files((page,) if page else (), frames, config):
                if file.page is not None:
                    file.page.render(config, files)
                return None if file.dest_uri in written else file
            included = InclusionLevel.INCLUDED
            return (
                File.generated(config, source, content=b"", inclusion=included)
                if _is_beside(source)
                else None
            )

        return OnDemand(files, find)

    def pages(self, files: Files) -> Sequence[File]:
        """Return the pages that MkDocs has."""
        return files.documentation_pages()

    def write(self, *_: object) -> tuple[()]:
        """Leave everything to those who ask for it."""
        return ()

    def end(self) -> None:
        """Wait for nothing."""

    def _named(self, nav: object) -> Iterator[Page]:
        """Yield pages in whose place others will be shown, and whole ones of which nobody knows the title."""
        dossier = self.live.dossier
        kinds = {f"{folder}/": bool(dossier.of_kind(folder)) for folder in FOLDERS}
        in_nav = filter(None, map(_path, named(nav)))
        for path in dict.fromkeys((*SECTIONS, *_BESIDE, *kinds, *in_nav)):
            named_only = Page(path, SECTIONS[path], "", "") if path in SECTIONS else None
            if kinds.get(path, True) and (page := named_only or self.live.page(path)):
                yield page


def _is_beside(source: str) -> bool:
    """Tell whether a hand-written page may link a file by that name, which is no page: nobody knows yet."""
    is_card = source.startswith("embed/")
    return (
        source.startswith(MADE) and not source.endswith(".md") and (is_card or not source.endswith(".html"))
    )


def _path(source: str) -> str | None:
    """Return the address of the page that MkDocs would make of a file, if a page of ours can be there."""
    name = PurePosixPath(source).as_posix()
    path = page_path(f"{name.removesuffix('.md')}.html", directory_urls=False)
    return path if path is not None and source_name(path) == name else None
