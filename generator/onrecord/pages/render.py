"""Dossier to pages: all of them, in a fixed order."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.exports.download import Download
from onrecord.pages.beside.embed_page import embed_page
from onrecord.pages.page import Page
from onrecord.pages.records.record_pages import record_pages
from onrecord.pages.records.removed_pages import removed_pages
from onrecord.pages.sections.claims_page import claims_pages
from onrecord.pages.sections.data_page import data_page
from onrecord.pages.sections.edition_pages import brief_pages, changes_page
from onrecord.pages.sections.method_page import method_page
from onrecord.pages.sections.section_pages import section_pages
from onrecord.pages.site import Site
from onrecord.pages.templates import Render, renderer
from onrecord.pages.timeline.timeline_pages import timeline_pages


def pages(site: Site, exports: Iterable[Download], templates: tuple[Path, ...]) -> tuple[Page, ...]:
    """Make every page of the site: the brief, the sections, a page for each record."""
    return tuple(_pages(site, exports, renderer(templates)))


def _pages(site: Site, exports: Iterable[Download], render: Render) -> Iterator[Page]:
    yield from brief_pages(site, render)
    yield from timeline_pages(site, render)
    yield from claims_pages(site, render)
    yield from section_pages(site, render)
    yield from record_pages(site, render)
    yield from removed_pages(site, render)
    yield changes_page(site, render)
    yield method_page(site, render)
    yield data_page(site, exports, render)
    yield embed_page(site, render)
