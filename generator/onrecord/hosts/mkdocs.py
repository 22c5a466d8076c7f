"""The MkDocs plugin: gives MkDocs pages of ours as its own, and writes those that it need not see."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from onrecord.garbage import sought_among_the_young
from onrecord.hosts.banner import with_banner
from onrecord.hosts.live_schemas import refreshed
from onrecord.hosts.mkdocs_again import Again, followed
from onrecord.hosts.mkdocs_begun import Begun, build_quietly, can_begin
from onrecord.hosts.mkdocs_direct import Direct
from onrecord.hosts.mkdocs_files import keep_hand_written, link_assets, write_twin
from onrecord.hosts.mkdocs_live import Edits
from onrecord.hosts.mkdocs_made import InMemory, Made
from onrecord.hosts.mkdocs_nav import around, join_sections, sections_first
from onrecord.hosts.mkdocs_others import others_make_pages, others_see_pages
from onrecord.hosts.mkdocs_pages import Frames, RecordPage, empty_bars
from onrecord.hosts.mkdocs_posters import Posters, posters
from onrecord.hosts.mkdocs_publishing import Publishing
from onrecord.hosts.mkdocs_search import Search, search
from onrecord.hosts.mkdocs_settings import OnrecordConfig, Project, in_a_build, project
from onrecord.hosts.mkdocs_sharing import poster_of, sharing
from onrecord.hosts.mkdocs_templates import keep_compiled, prepare, recall_compiled
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.policy import policy
from onrecord.hosts.preview import NOTHING_YET, Beginning
from onrecord.hosts.whole_site import WholeSite
from onrecord.kept import remembering
from onrecord.live import LiveContent, LiveSite
from onrecord.pages.page import Page
from onrecord.pipeline import Opened, Part, as_site, opened
from onrecord.report.place import Diagnostic, place
from onrecord.report.text import report
from onrecord.source.document import Document
from onrecord.workers import can_fork

log = get_plugin_logger("onrecord")


class OnrecordPlugin(BasePlugin[OnrecordConfig]):
    """``plugins: [onrecord]``.

    While serving, the instance lives as long as the server: it remembers the last good pages, and shows
    them for as long as the records have errors.
    """

    def __init__(self) -> None:
        """Begin with nothing built."""
        super().__init__()
        self._serving = False
        self._made: Made | None = None
        self._search: Search | None = None
        self._posters: Posters | None = None
        self._wrong: tuple[Diagnostic, ...] = ()
        self._publishing = Publishing()
        self._nav: Navigation | None = None
        self._theme: Theme | None = None
        self._last: Again | None = None
        self._whole: WholeSite | None = None
        self._into = ""
        self._kept = ExitStack()
        self._content = LiveContent(lambda folder: self._kept.enter_context(remembering(folder)))
        self._until_published = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether errors should end the command (build) or be waited out (serve)."""
        self._serving = command == "serve"
        self._made = None
        self._publishing = Publishing(staged=not dirty)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Choose search and posters; let theme overrides be found: the project's, then ours."""
        self._search = search(config, self._search if self._serving else None)
        config.extra["onrecord_search"] = self._search is not None
        self._posters = None if self._serving or not self.config.posters else posters(config)
        strict = policy(preview=self._serving)
        config.extra["onrecord_policy"] = strict if self.config.policy is None else self.config.policy
        if not config.repo_url and not urlsplit(config.edit_uri or "").scheme:
            config.edit_uri = None  # it leads nowhere yet: MkDocs would warn of it on every page
        overrides = [str(each / "overrides") for each in self._project(config).templates]
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs[own:own] = [each for each in overrides if each not in config.theme.dirs]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages; errors end the build here, before MkDocs empties the last good site."""
        self._until_published.enter_context(sought_among_the_young(is_last=not self._serving))
        log.info("reading '%s' and making its pages", self.config.content)
        recall_compiled(config)
        project = self._project(config)
        alone = self._publishing.is_staged and not others_see_pages(config)
        self._last = followed(config) if alone and not self._serving else None
        begins = alone and self._serving and self._made is None and can_begin(config)
        found = self._opened(project)
        told = report(found.problems, found.documents, self.config.content)
        self._wrong = ()
        if found.site is None and (self._into or not self._serving):
            msg = f"nothing is published until this is mended\n\n{told}"
            raise (Abort if self._into else PluginError)(msg)  # a preview tells it itself
        config.site_dir = self._into or config.site_dir
        self._publishing.begin(config)
        if found.site is not None:
            for line in told.splitlines():
                log.info(line)
            make = Begun if begins else partial(Direct, last=self._last) if alone else InMemory.made
            self._made = make(found.site, project, found.documents, config)
        else:
            nothing = InMemory(Part((NOTHING_YET,)), found.documents)
            self._made = self._made.again(config) if self._made else nothing
            self._wrong = place(found.problems, found.documents, self.config.content)
            log.error("%s\nthe preview stays as it was until this is mended", told)

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Swap the records for their pages; a hand-written page of the same address takes precedence."""
        made = self._last_made()
        keep_hand_written(files, self._project(config).content, config)
        files = made.entered(files, self._frames_of_build(config), config)
        link_assets(made.assets, config)
        if config.nav is None:
            config.nav = sections_first(files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Mark sections, and date hand-written pages by the dossier instead of by the clock."""
        join_sections(files.documentation_pages())
        updated = self._last_made().newest
        for file in files.documentation_pages():
            if updated and file.page is not None and not isinstance(file.page, RecordPage):
                file.page.update_date = updated
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write the pages that MkDocs need not see, in the theme's frame."""
        made = self._last_made()
        prepare(env, config)
        if self._nav is not None:
            self._theme = Theme(config, files, made.pages(files), self._nav, env)
            frames = self._frames_of_build(config)
            for name, bare in made.write(self._theme, frames, self._theme.scripts, self._wrong):
                self._learn(name, bare, config)
        return env

    def _learn(self, name: str, bare: Callable[[], Page], config: MkDocsConfig) -> None:
        """Let search and posters know of a page that MkDocs does not render."""
        if self._search is not None:
            self._search.add_ours(name, bare(), config)
        if self._posters is not None:
            self._posters.add(name, poster_of(bare(), config), config)

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Let the sitemap know of all pages."""
        context["pages"] = self._last_theme().pages
        return context

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give the article the room of empty side bars, a hand-written page its twin, the head its words."""
        if not isinstance(page, RecordPage):
            write_twin(page, config)
        context["pages"] = self._last_theme().pages
        context["sharing"] = sharing(page, config, self._posters)  # type: ignore[typeddict-unknown-key]
        page.meta.setdefault("hide", empty_bars(page, config))
        return context

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002
    ) -> str:
        """Let the search know of the page."""
        if self._search is not None:
            self._search.add(page, html, config)
        return html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put what is wrong on top of a page that is only kept until it is mended."""
        return with_banner(output, self._wrong) if self._wrong else output

    def _finish(self, *, config: MkDocsConfig) -> None:
        """Write scripts, posters and the search index, and, for a preview, what editors complete ids from."""
        keep_compiled(config)
        self._last_theme().scripts.write(Path(config.site_dir))
        if self._serving and not self._wrong and not self._into:
            refreshed(self._project(config).home, self._last_made().titles)
        if self._posters is not None:
            self._posters.write(config, self._last)
        if self._search is not None and not isinstance(self._made, Begun):
            # a preview lets nobody wait for it, unless other plugins look at the site
            waits = not self._serving or self._into or others_make_pages(config)
            self._search.end(Path(config.site_dir) if waits else None, is_new=not self._wrong)

    @event_priority(-100)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Let the site take the place of the last one, when all plugins have had their say."""
        made = self._last_made()
        made.end()
        drawn = self._posters.standing if self._posters else {}
        forget = self._last.forget if self._last else lambda: None
        if self._publishing.end(config, {**made.standing, **drawn}, forget) and self._posters:
            self._posters.end()
        self._until_published.close()

    on_post_build = CombinedEvent(_finish, _publish)

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it is, and say in plain words what went wrong."""
        self._until_published.close()
        self._publishing.fail(error)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Follow records and templates; build all again at every change only if other plugins take part."""
        for folder in (self._project(config).content, *self._project(config).templates):
            server.watch(str(folder))
        if others_make_pages(config):
            return server
        beginning = self._beginning(server, builder)
        edits = Edits(self._project_now, self._content, self._last_theme, self._frames_of, builder)
        return edits.serving(server, self._search, beginning)

    def on_shutdown(self) -> None:
        """Make no more of a site that nobody will look at."""
        if self._whole:
            self._whole.end()

    def _beginning(self, server: LiveReloadServer, builder: Callable[[], object]) -> Beginning | None:
        """Return what a preview begins with, if not with all; its whole site is made from now on."""
        if not isinstance(self._made, Begun):
            return None
        if not can_fork():  # another plugin has begun something meanwhile
            builder()
            return None

        def build(folder: str) -> None:
            self._into = folder
            build_quietly(server, builder)
            self._kept.close()

        self._whole = WholeSite(build)
        return Beginning(self._made.live, self._whole)

    def _opened(self, project: Project) -> Opened:
        if self._serving:
            return as_site(self._content.load(project.content), project.addresses)
        return opened(project.content, project.addresses, self._last.memory if self._last else None)

    def _project_now(self) -> Project:
        return self._project(self._last_theme().config)

    def _last_theme(self) -> Theme:
        return in_a_build(self._theme)

    def _frames_of(self, site: LiveSite, documents: tuple[Document, ...]) -> Frames:
        return around(self._project_now(), lambda: site.newest, documents, self._last_theme().config)

    def _last_made(self) -> Made:
        return in_a_build(self._made)

    def _frames_of_build(self, config: MkDocsConfig) -> Frames:
        made = self._last_made()
        return around(self._project(config), lambda: made.newest, made.documents, config)

    def _project(self, config: MkDocsConfig) -> Project:
        return project(self.config, config)
