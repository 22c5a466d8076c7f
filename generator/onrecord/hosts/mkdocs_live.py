"""What an edit needs: pages made anew when somebody asks for them, or a whole build."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from html import escape
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from onrecord.garbage import sought_among_the_young
from onrecord.hosts.handwritten import FOLDER
from onrecord.hosts.live_schemas import refreshed
from onrecord.hosts.mkdocs_others import others_make_pages
from onrecord.hosts.mkdocs_pages import Frames
from onrecord.hosts.mkdocs_search import Search
from onrecord.hosts.mkdocs_server import PreviewServer
from onrecord.hosts.mkdocs_settings import Project
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.preview import Beginning, Preview
from onrecord.live import LiveContent, LiveSite
from onrecord.loading import Loaded
from onrecord.pages.addresses import page_path
from onrecord.pages.assets import stylesheets
from onrecord.problems import Severity, Span, has_errors
from onrecord.records.forms import PICTURES
from onrecord.records.kinds import FOLDERS
from onrecord.report.failure import failure
from onrecord.report.place import Diagnostic, place
from onrecord.report.text import report
from onrecord.source.document import Document

log = get_plugin_logger("onrecord")


class Edits:
    """Follows what an editor does to a project while its preview runs.

    ``project`` gives what ``mkdocs.yml`` says now, ``theme`` what MkDocs made last, ``frames`` what is shown
    around pages of these documents.
    """

    def __init__(
        self,
        project: Callable[[], Project],
        content: LiveContent,
        theme: Callable[[], Theme],
        frames: Callable[[LiveSite, tuple[Document, ...]], Frames],
        builder: Callable[[], object],
    ) -> None:
        """Begin with the records as they are."""
        self._asked, self._theme, self._frames, self._builder = project, theme, frames, builder
        self._project, self._content = project(), content
        self._loaded = content.load(self._project.content)
        self._sections = None if has_errors(self._loaded.problems) else _sections(self._loaded)
        self._around: Frames | None = None
        self._styles = _styles(self._project)
        self._told = self._report()
        self._is_stuck = self._is_shared = False
        self._root: Path
        self.preview: Preview

    def serving(
        self, server: LiveReloadServer, search: Search | None, beginning: Beginning | None
    ) -> LiveReloadServer:
        """Return a server that follows edits, in the place of one that has not begun to serve."""
        self._root = Path(server.root)
        if beginning:
            pages = self._live() or beginning.pages
            self._around = self._frames(pages, self._loaded.documents)
            beginning = beginning._replace(pages=pages)
        self.preview = Preview(self._root, self._document, self._rebuilt, beginning)
        ready = partial(search.ready, self._root) if search else lambda _: None
        return PreviewServer(server, self.preview, self.follow, ready)

    def follow(self, changed: Collection[Path]) -> None:
        """Let the preview show what is there now, or tell why it cannot."""
        try:
            with sought_among_the_young():
                self._follow(changed)
        except Exception as fault:  # noqa: BLE001  # a preview goes on, whatever it is
            self._is_stuck = True
            self.preview.follow(None, _stuck(fault))

    def _follow(self, changed: Collection[Path]) -> None:
        ids, told = self._ids(), self._told
        self._loaded = loaded = self._content.load(self._project.content)
        self._told = self._report()
        site = self._live()
        if self._needs_all(changed, site):
            self._is_stuck = not self.preview.start_over()
            if site and not self._is_stuck:
                self._sections, self._styles = _sections(loaded), _styles(self._project)
        elif site:
            self._around = self._frames(site, loaded.documents)
            self.preview.follow(site, ())
            if self._told != told:
                log.info("%s", self._told)
            if self._ids() != ids:
                refreshed(self._project.home, site.titles())
        if has_errors(loaded.problems) and not self._is_stuck:
            log.error("%s\nthe preview stays as it was until this is mended", self._told)
            self.preview.follow(None, place(loaded.problems, loaded.documents, self._project.name))

    def _live(self) -> LiveSite | None:
        return LiveSite.of(self._loaded, self._project.templates, self._project.addresses)

    def _needs_all(self, changed: Collection[Path], site: LiveSite | None) -> bool:
        """Tell whether an edit reaches further than the pages that are made when they are asked for."""
        others = site is not None and _sections(self._loaded) != self._sections
        of_all = self._is_stuck or self._is_shared or others or any(map(self._is_of_all, changed))
        return of_all or self._restyled()

    def _rebuilt(self) -> tuple[Diagnostic, ...]:
        """Build the whole site; return why that cannot be done, if it cannot."""
        try:
            self._builder()
        except Exception as fault:  # noqa: BLE001  # a preview goes on, whatever it is
            return _stuck(fault)
        self._project = self._asked()
        self._is_shared = others_make_pages(self._theme().config)
        return ()

    def _report(self) -> str:
        return report(self._loaded.problems, self._loaded.documents, self._project.name)

    def _ids(self) -> frozenset[str]:
        return frozenset(self._loaded.dossier.folders) if self._loaded.dossier else frozenset()

    def _is_of_all(self, changed: Path) -> bool:
        """Tell whether a file is read by MkDocs itself: its configuration, the theme, a hand-written page."""
        if changed.is_relative_to(self._project.content):
            is_written = changed.is_relative_to(self._project.content / FOLDER)
            return is_written or changed.suffix.lower() in PICTURES
        within = (each for each in self._project.templates if changed.is_relative_to(each))
        return all(changed.relative_to(each).parts[0] == "overrides" for each in within)

    def _restyled(self) -> bool:
        """Write the stylesheets and scripts that changed; tell whether there are others than before."""
        styles = _styles(self._project)
        if styles.keys() != self._styles.keys():
            return True
        for path, held in styles.items():
            if held != self._styles[path]:
                (self._root / path).write_bytes(held)
        self._styles = styles
        return False

    def _document(self, site: LiveSite, name: str) -> str | None:
        path = page_path(name, directory_urls=self._project.addresses.directory_urls)
        if path is None or self._around is None or self._theme().has_another(path):
            return None
        try:
            page, theme = site.page(path), self._theme()
            html = theme.framed(page, self._around) if page else None
            theme.scripts.write(self._root)
        except Exception as fault:  # noqa: BLE001  # most likely a template of the editor's
            told = _what(fault)
            log.error("this page cannot be made: %s", told)  # noqa: TRY400  # the message says where
            return f"<!doctype html><body><h1>This page cannot be made</h1><p>{escape(told)}</p></body>"
        return html


def _stuck(fault: Exception) -> tuple[Diagnostic, ...]:
    """Tell of a fault in the terminal, and return it as what stands above every page."""
    told = _what(fault)
    log.error("%s\nthe preview stays as it was until this is mended", told)
    file, line = _place(fault)
    hint = "what MkDocs says of it stands in the terminal"
    return (Diagnostic(file, Span(line, 1, 1), "", Severity.ERROR, told, hint),)


def _what(fault: Exception) -> str:
    if isinstance(fault, TemplateError):
        where = f"{getattr(fault, 'name', None) or 'a template'}, line {getattr(fault, 'lineno', '?')}"
        return f"{where}: {fault.message}"
    known = isinstance(fault, MkDocsException)
    return str(fault) if known else failure(fault, "mkdocs serve --verbose").message


def _place(fault: Exception) -> tuple[str, int]:
    """Return the file that stops a whole build, and its line as far as it is known."""
    if isinstance(fault, TemplateError):
        return getattr(fault, "name", None) or "a template", getattr(fault, "lineno", None) or 1
    found = re.search(r"line (\d+)", str(fault))
    return "mkdocs.yml", int(found[1]) if found else 1


def _styles(project: Project) -> Mapping[str, bytes]:
    return {asset.path: asset.content for asset in stylesheets(project.templates)}


def _sections(loaded: Loaded) -> frozenset[str]:
    """Return the folders of which the site has a list, and the navigation a name."""
    dossier = loaded.dossier
    return frozenset(each for each in FOLDERS if dossier and dossier.of_kind(each))
