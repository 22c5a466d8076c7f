"""A site whose records' pages are written by the processes that make them; MkDocs learns what it asks for.

Only where no other plugin has a hand in pages: one that has is given all of them, in memory. The site is
the same, byte for byte.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from onrecord.basis import Basis, Known
from onrecord.dossier.cells import concluded, traced_statuses
from onrecord.hosts.mkdocs_again import Again, Following
from onrecord.hosts.mkdocs_files import hand_written_documents
from onrecord.hosts.mkdocs_made import with_ours
from onrecord.hosts.mkdocs_nav import named
from onrecord.hosts.mkdocs_on_demand import Find, Listed, OnDemand, Pages
from onrecord.hosts.mkdocs_pages import Frames, RecordPage, page_files
from onrecord.hosts.mkdocs_scripts import Scripts, written
from onrecord.hosts.mkdocs_settings import Project
from onrecord.hosts.mkdocs_settled import settings
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.mkdocs_writing import Writing, waiting
from onrecord.hosts.quick_files import Mark, move_in
from onrecord.hosts.written import Written
from onrecord.loading import Memory
from onrecord.pages.addresses import output_name, record_path, source_name
from onrecord.pages.page import Asset, Page
from onrecord.pages.records.updated import updated
from onrecord.pages.site import Site
from onrecord.pipeline import (
    Part,
    Sections,
    as_it_is,
    made_records,
    made_sections,
    newest,
    titles,
)
from onrecord.records.record import Record
from onrecord.report.place import Diagnostic
from onrecord.source.document import Document
from onrecord.workers import Aside, aside, available

T = TypeVar("T")

_WAITING = "waiting"
"""Where files lie until MkDocs has emptied the folder that it writes the site into."""


_SHARED = 40
"""From how many pages of a large dossier on a second process is worth it: those that many read are long."""


class Direct:
    """A site of which MkDocs has the sections as pages, and records only where the navigation names them."""

    def __init__(
        self,
        site: Site,
        project: Project,
        documents: tuple[Document, ...],
        config: MkDocsConfig,
        last: Again | None = None,
    ) -> None:
        """Make the sections, and write what lies beside them where it waits for ``entered``.

        From the ``last`` build of a large dossier is taken over what still holds.
        """
        self.documents = documents
        self._last = last if last and last.is_worth_it else None
        self._aside = Aside()
        self._site, self._project = site, project
        self._traced = Site(traced_statuses(site.statuses), site.addresses) if self._last else site
        self._waiting = Path(f"{config.site_dir}-{_WAITING}")
        self._own_settings = settings(config, None, map(str, project.templates)) if self._last else ""
        self._following = Following(self._last, site.statuses, self._own_settings) if self._last else None
        self._sections = self._made_sections()
        in_nav = frozenset(named(config.nav))
        records = {self._source(record): record for record in site.dossier}
        self._unseen = {source: record for source, record in records.items() if source not in in_nav}
        named_there = [record for source, record in records.items() if source in in_nav]
        self._named = self._parts(named_there, as_it_is)
        self._days: dict[str, str] = {}
        parts = (self._sections.before, self._sections.after)
        self.standing: dict[str, Mark] = dict(chain.from_iterable(part.standing for part in parts))
        self._find: Find

    def _made_sections(self) -> Sections:
        basis, beside = Basis(self._site), ""
        if self._following and self._last:
            beside = str(self._last.site) if self._last.left else ""
            known = Known(self._traced, self._following.listings, self._following.parcels)
            basis = Basis(self._site, known)
        keep = partial(waiting, str(self._waiting), beside)
        return made_sections(basis, self._project.content, self._project.templates, keep)

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files that MkDocs writes: stylesheets, scripts, pictures, redirects."""
        return (*self._sections.before.assets, *self._sections.after.assets)

    @cached_property
    def newest(self) -> str:
        """The day of the newest fact on any page, or nothing if no page is dated."""
        return newest(self._site)

    @property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """What every record is called, by folder and id."""
        return titles(self._site)

    def again(self, config: MkDocsConfig) -> "Direct":
        """Make the sections anew: what lay beside them went into the last site."""
        return Direct(self._site, self._project, self.documents, config)

    def entered(self, files: Files, frames: Frames, config: MkDocsConfig) -> Files:
        """Put in the sections, and let records be found when somebody asks for one."""
        move_in(self._waiting, Path(config.site_dir))
        for part in (self._sections.before, *self._named, self._sections.after):
            with_ours(files, part, frames, config)
        written = hand_written_documents(files)
        self._unseen = {
            source: record
            for source, record in self._unseen.items()
            if self._output(self._path(record)) not in written
        }
        self._find = lambda source: self._file(source, frames, config)
        return OnDemand(files, self._find)

    def pages(self, files: Files) -> Sequence[File]:
        """Return the files of all pages, in the order in which MkDocs would have them."""
        known = {file.src_uri: file for file in files.documentation_pages()}
        ours = {source for source, file in known.items() if isinstance(file.page, RecordPage)}
        records = _among(ours | self._unseen.keys(), map(self._source, self._site.dossier))
        later = _among(ours, (source_name(page.path) for page in self._sections.after.pages))
        first = _among(known.keys() - {*records, *later}, known)
        return Pages((*first, *records, *later), known, self._listed)

    def write(
        self, theme: Theme, frames: Frames, scripts: Scripts, wrong: tuple[Diagnostic, ...]
    ) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Write the pages of records; yield the name of each file, and what gives the bare page."""
        theme.framed(self._sections.before.pages[0], frames)  # reads the theme before processes are forked
        writing = Writing(theme, frames, scripts, wrong)
        for record, known in zip(self._unseen.values(), self._written(writing), strict=True):
            path = self._path(record)
            self._days[path] = known.updated
            yield self._output(path), known.page
        self._show(theme, frames)

    def end(self) -> None:
        """Wait until all is kept that the next build may take over."""
        self._aside.wait()

    def _written(self, writing: Writing) -> Sequence[Written]:
        """Write the pages of records, or take them over from the last site."""
        records = {str(record.id): record for record in self._unseen.values()}

        def make(those: Sequence[Record]) -> tuple[Written, ...]:
            workers = available() if self._last and len(those) >= _SHARED else None
            return tuple(chain.from_iterable(self._parts(those, writing.kept, workers)))

        if self._last is None or self._following is None:
            return make(tuple(records.values()))
        theme = writing.theme
        by_hand = sorted(hand_written_documents(theme.files))
        same = settings(theme.config, theme.nav, map(str, self._project.templates), by_hand)
        taken, made = self._following.pages(same, theme.config.site_dir, records, make)
        if taken and self._last.left:
            self.standing |= chain.from_iterable(each.files.items() for each in taken.values())
            writing.scripts.took_over(self._last.left.scripts)
        elif same:
            left = partial(self._left, self._following, same, made, theme)
            self._aside = aside(partial(self._last.leave, left))
        return [taken.get(each) or made[each] for each in records]

    def _left(
        self, following: Following, same: str, made: Mapping[str, Written], theme: Theme, memory: Memory
    ) -> Iterator[object]:
        """Yield the fields of ``Left``."""
        yield memory
        yield concluded(self._site.statuses).facts
        yield from (same, made, written(Path(theme.config.site_dir)), self._own_settings)
        before, after = self._sections.before, self._sections.after
        yield following.packed((*before.listings, *after.listings))
        yield following.packed_parcels((*before.parcels, *after.parcels))

    def _show(self, theme: Theme, frames: Frames) -> None:
        """Give the pages that MkDocs asked for their articles, whose anchors it looks for."""
        found = theme.files.found if isinstance(theme.files, OnDemand) else {}
        asked = tuple(self._unseen[source] for source in found if source in self._unseen)
        for page in chain.from_iterable(part.pages for part in self._parts(asked, as_it_is)):
            shown = found[source_name(page.path)].page
            if isinstance(shown, RecordPage):
                shown.show(page, frames)
                shown.render(theme.config, theme.files)

    def _parts(
        self, records: Sequence[Record], keep: Callable[[Part], T], workers: int | None = None
    ) -> tuple[T, ...]:
        return made_records(self._traced, self._project.templates, records, keep, workers)

    def _file(self, source: str, frames: Frames, config: MkDocsConfig) -> File | None:
        """Return the file of a record's page, or of what was written beside; nothing if there is none."""
        if record := self._unseen.get(source):
            (file,) = page_files((self._page(record),), frames, config)
            return file
        is_there = source in self.standing or Path(config.site_dir, source).is_file()
        if is_there and not source.startswith(("/", "../")):
            return File.generated(config, source, content=b"", inclusion=InclusionLevel.INCLUDED)
        return None

    def _listed(self, source: str) -> File | None:
        """Return what stands for the file of a record's page in a list of all pages, such as the sitemap."""
        record = self._unseen.get(source)
        day = self._days.get(self._path(record)) if record else None
        if record is None or not day:
            return self._find(source)
        find = partial(self._find, source)
        address = self._site.addresses.absolute(self._path(record)) or None
        below = urlsplit(address).path if address else None
        page = Listed(
            lambda: getattr(find(), "page", None),
            canonical_url=address,
            abs_url=below,
            update_date=day,
            is_link=False,
        )
        return cast("File", Listed(find, page=page))

    def _page(self, record: Record) -> Page:
        """Return as much of a record's page as its address, its title and its day."""
        path = self._path(record)
        day = self._days.get(path) or updated(self._site.statuses, record)
        section = f"{self._site.dossier.folders[record.id]}/"
        return Page(path, self._site.title(record), "", "", (), section, record.location, day)

    def _path(self, record: Record) -> str:
        return record_path(self._site.dossier.folders[record.id], record.id)

    def _source(self, record: Record) -> str:
        return source_name(self._path(record))

    def _output(self, path: str) -> str:
        return output_name(path, directory_urls=self._site.addresses.directory_urls)


def _among(chosen: Collection[str], sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(source for source in sources if source in chosen)
