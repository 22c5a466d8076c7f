"""Dossier to pages: all of them in a fixed order, portion by portion, or the one that is asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from onrecord.exports.download import Download
from onrecord.pages.beside.embed_page import embed_page
from onrecord.pages.page import Page
from onrecord.pages.records.record_pages import record_page
from onrecord.pages.records.removed_pages import removed_pages
from onrecord.pages.sections.claims_page import claims_pages
from onrecord.pages.sections.data_page import data_page
from onrecord.pages.sections.edition_pages import brief_pages, changes_page
from onrecord.pages.sections.method_page import method_page
from onrecord.pages.sections.section_pages import list_pages, section_pages
from onrecord.pages.site import Site
from onrecord.pages.templates import Render, renderer
from onrecord.pages.timeline.timeline_pages import timeline_pages
from onrecord.records.record import Record

Portion = Callable[[], Iterable[Page]]
"""Makes some of the pages; it knows nothing of the others."""

_MAKERS: Mapping[str, Callable[[Site, Render], Iterable[Page]]] = {
    "": brief_pages,
    "changes": lambda site, render: (changes_page(site, render),),
    "claims": claims_pages,
    "editions": brief_pages,
    "embed": lambda site, render: (embed_page(site, render),),
    "method": lambda site, render: (method_page(site, render),),
    "timeline": timeline_pages,
}
"""What makes the pages of a folder of the site, but for records, their lists and the downloads."""


def section_portions(site: Site, templates: tuple[Path, ...]) -> tuple[Portion, ...]:
    """Return what makes the pages that come before those of records: the brief, timelines, lists."""
    render = renderer(templates)
    return (
        lambda: brief_pages(site, render),
        lambda: timeline_pages(site, render),
        lambda: claims_pages(site, render),
        lambda: section_pages(site, render),
    )


def of_records(
    site: Site, templates: tuple[Path, ...], records: Iterable[Record]
) -> tuple[Callable[[], Page], ...]:
    """Return what makes the page of each of these records, in their order."""
    render = renderer(templates)
    return tuple(partial(record_page, site, render, each) for each in records)


def later_portions(site: Site, templates: tuple[Path, ...]) -> tuple[Portion, ...]:
    """Return what makes the pages that come after those of records, but for those of ``last_pages``."""
    render = renderer(templates)
    return (
        lambda: removed_pages(site, render),
        lambda: (changes_page(site, render), method_page(site, render)),
    )


def last_pages(site: Site, exports: Iterable[Download], templates: tuple[Path, ...]) -> tuple[Page, ...]:
    """Make the pages that come after all others: the downloads, and how to embed a record."""
    render = renderer(templates)
    return (data_page(site, exports, render), embed_page(site, render))


def page_at(
    site: Site, exports: Callable[[], Iterable[Download]], templates: tuple[Path, ...], path: str
) -> Page | None:
    """Make the page at ``path``, if there is one, and as few others as can be."""
    render = renderer(templates)
    folder, _, name = path.removesuffix("/").partition("/")
    if site.dossier.folders.get(name) == folder:
        return record_page(site, render, site.dossier.record(name))
    return next((page for page in _beside(site, exports, render, folder) if page.path == path), None)


def _beside(
    site: Site, exports: Callable[[], Iterable[Download]], render: Render, folder: str
) -> Iterable[Page]:
    """Make the pages of a folder that show no single record, and those of removed records."""
    if folder == "data":
        return (data_page(site, exports(), render),)
    if maker := _MAKERS.get(folder):
        return chain(maker(site, render), removed_pages(site, render))
    return chain(list_pages(site, render, folder), removed_pages(site, render))
