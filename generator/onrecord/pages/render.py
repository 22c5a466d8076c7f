"""Dossier to pages: all of them in a fixed order, portion by portion, or the one that is asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from onrecord.exports.download import Download
from onrecord.pages.beside.embed_page import embed_page
from onrecord.pages.embedding import EMBED
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
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

Portion = Callable[[], Iterable[Planned]]
"""Plans some of the pages; it knows nothing of the others."""

_PLANS: Mapping[str, Callable[[Site, Render], Iterable[Planned]]] = {
    "": brief_pages,
    "changes": lambda site, render: (_changes(site, render),),
    "claims": claims_pages,
    "editions": brief_pages,
    "embed": lambda site, render: (Planned(EMBED, partial(embed_page, site, render)),),
    "method": lambda site, render: (_method(site, render),),
    "timeline": timeline_pages,
}
"""What plans the pages of a folder of the site, but for records, their lists and the downloads."""


def section_portions(site: Site, noting: Site, templates: tuple[Path, ...]) -> tuple[Portion, ...]:
    """Return what plans the pages that come before those of records: the brief, timelines, lists.

    Where it is of use, what is read for a page is noted: for that ``noting`` is the same site, traced.
    Nothing of a past day can be made of that, which the brief and what changed are full of.
    """
    render = renderer(templates)
    return (
        lambda: brief_pages(site, render),
        lambda: timeline_pages(noting, render),
        lambda: claims_pages(noting, render),
        lambda: section_pages(noting, render),
    )


def of_records(
    site: Site, templates: tuple[Path, ...], records: Iterable[Record]
) -> tuple[Callable[[], Page], ...]:
    """Return what makes the page of each of these records, in their order."""
    render = renderer(templates)
    return tuple(partial(record_page, site, render, each) for each in records)


def later_portions(site: Site, templates: tuple[Path, ...]) -> tuple[Portion, ...]:
    """Return what plans the pages that come after those of records, but for those of ``last_pages``."""
    render = renderer(templates)
    return (
        lambda: removed_pages(site, render),
        lambda: (_changes(site, render), _method(site, render)),
    )


def _changes(site: Site, render: Render) -> Planned:
    return Planned("changes/", partial(changes_page, site, render))


def _method(site: Site, render: Render) -> Planned:
    return Planned("method/", partial(method_page, site, render))


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
    found = (each for each in _beside(site, exports, render, folder) if each.path == path)
    return next((each.make() for each in found), None)


def _beside(
    site: Site, exports: Callable[[], Iterable[Download]], render: Render, folder: str
) -> Iterable[Planned]:
    """Plan the pages of a folder that show no single record, and those of removed records."""
    if folder == "data":
        return (Planned("data/", lambda: data_page(site, exports(), render)),)
    if plan := _PLANS.get(folder):
        return chain(plan(site, render), removed_pages(site, render))
    return chain(list_pages(site, render, folder), removed_pages(site, render))
