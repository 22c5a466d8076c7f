"""The pages of records that were taken back: that they were, when and why, and nothing of what they said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from onrecord.dossier.link import folder_of
from onrecord.pages.addresses import record_path
from onrecord.pages.days import iso_day
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import LinkView, TimeView
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.wording import KINDS
from onrecord.records.record import Record, Removed


@dataclass(frozen=True, slots=True)
class RemovedView:
    """What is left of a record; ``name`` is empty for records whose title would be their very words."""

    kicker: LinkView
    kind: str
    id: str
    name: str
    on: TimeView
    reason: Markup
    corrections: tuple[LinkView, ...]


def removed_pages(site: Site, render: Render) -> Iterator[Planned]:
    """Plan a page for every record that was removed, at the address that it had."""
    for record in site.dossier.removed.values():
        if record.removed is not None:
            path = record_path(folder_of(record), record.id)
            yield Planned(path, partial(_page, site, render, record, record.removed))


def removed_name(record: Record) -> str:
    """Return what a removed record was called, or nothing for kinds whose title would be their very words."""
    return str(getattr(record, "name", "") or getattr(record, "title", ""))


def _page(site: Site, render: Render, record: Record, removed: Removed) -> Page:
    folder = folder_of(record)
    here = Here(site, record_path(folder, record.id))
    kind = KINDS[folder][0]
    name = removed_name(record)
    corrections = (each.id for each in site.dossier.corrections.values() if each.of == record.id)
    view = RemovedView(
        here.page(f"{folder}/", kind.capitalize()),
        kind,
        record.id,
        name,
        here.time(removed.on),
        paragraphs(removed.reason),
        here.records(corrections),
    )
    html = render("pages/removed.html.jinja", view)
    title = f"Removed {kind}: {name or record.id}"
    told = f"This {kind} was removed on {view.on.words}."
    return Page(here.path, title, told, html, (), f"{folder}/", record.location, iso_day(removed.on))
