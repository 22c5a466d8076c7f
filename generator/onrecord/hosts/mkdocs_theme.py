"""One page in the theme's frame, after MkDocs has rendered all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from onrecord.hosts.mkdocs_files import hand_written_documents
from onrecord.hosts.mkdocs_nav import join_sections
from onrecord.hosts.mkdocs_pages import Frames, RecordPage, page_files
from onrecord.hosts.mkdocs_scripts import Scripts
from onrecord.pages.addresses import output_name, source_name
from onrecord.pages.page import Page


@dataclass(frozen=True, slots=True)
class Theme:
    """What MkDocs made before it rendered pages, which is enough to render one more of them.

    ``pages`` are the files of all pages of the site, ``files`` what MkDocs knows of.
    """

    config: MkDocsConfig
    files: Files
    pages: Sequence[File]
    nav: Navigation
    env: Environment

    def framed(self, page: Page, frames: Frames) -> str:
        """Return the whole document of a page, as a build would write it if no other plugin took part."""
        shown = self._entered(page, frames)
        shown.render(self.config, self.files)
        shown.active = True
        try:
            context = get_context(self.nav, self.pages, self.config, shown)
            context = self.config.plugins.on_page_context(
                context, page=shown, config=self.config, nav=self.nav
            )
            return self.env.get_template(str(shown.meta.get("template", "main.html"))).render(context)
        finally:
            shown.active = False

    @property
    def scripts(self) -> Scripts:
        """The scripts of the templates that were read so far."""
        scripts = self.env.loader
        assert isinstance(scripts, Scripts)  # noqa: S101  # they were moved before there was a theme
        return scripts

    def has_another(self, path: str) -> bool:
        """Tell whether a hand-written page takes the place of ours."""
        name = output_name(path, directory_urls=self.config.use_directory_urls)
        return name in hand_written_documents(self.files)

    def _entered(self, page: Page, frames: Frames) -> RecordPage:
        """Return the page as one of MkDocs'; those of the navigation are the ones that it has."""
        if known := self._in_navigation(page.path):
            known.show(page, frames)
            return known
        (file,) = page_files((page,), frames, self.config)
        head = self._head(page.section) if page.section != page.path else None
        join_sections([*((head.file,) if head else ()), file])
        shown = file.page
        assert isinstance(shown, RecordPage)  # noqa: S101  # page_files makes no other
        return shown

    def _head(self, path: str) -> RecordPage | None:
        """Return the page of a section, which the navigation need not name."""
        known = self.files.src_uris.get(source_name(path)) if path else None
        return known.page if known and isinstance(known.page, RecordPage) else None

    def _in_navigation(self, path: str) -> RecordPage | None:
        ours = (page for page in self.nav.pages if isinstance(page, RecordPage))
        return next((page for page in ours if page.shown.path == path), None)
