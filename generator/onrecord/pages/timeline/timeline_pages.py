"""The whole timeline, on one page up to 500 entries, by month beyond."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from onrecord.dossier.timeline import Entry, entries
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.timeline.entries import Facets, MonthView, month_of, month_title, months
from onrecord.pages.timeline.facets import facets
from onrecord.pages.timeline.filters import ControlsView, controls
from onrecord.pages.timeline.overview import OverviewView, overview
from onrecord.pages.views import LinkView

ON_ONE_PAGE = 500


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A page of the timeline; ``elsewhere`` links the months that have pages of their own.

    ``controls`` are missing on the page of one month.
    """

    title: str
    lede: str
    controls: ControlsView | None
    overview: OverviewView | None
    months: tuple[MonthView, ...]
    elsewhere: tuple[LinkView, ...]


def timeline_pages(site: Site, render: Render) -> Iterator[Page]:
    """Make the timeline: one page, or an overview with a page for each month."""
    found = entries(site.dossier)
    split = len(found) > ON_ONE_PAGE
    here = Here(site, "timeline/")
    by_month = [
        (month, tuple(group)) for month, group in groupby(found, key=lambda entry: month_of(entry.when))
    ]
    links = tuple(
        here.page(f"timeline/{month}/", f"{month_title(month)} ({len(group)})") for month, group in by_month
    )
    look = facets(site)
    view = TimelineView(
        title="Timeline",
        lede=f"{len(found)} entries: what happened, what was announced, who said what, in order.",
        controls=controls(here, tuple(look(each) for each in found)),
        overview=overview(here, steppable=True),
        months=() if split else months(here, found, look),
        elsewhere=links if split else (),
    )
    yield _page(render, "timeline/", view)
    if split:
        yield from (
            _month_page(Here(site, f"timeline/{month}/"), render, group, look) for month, group in by_month
        )


def _month_page(here: Here, render: Render, found: tuple[Entry, ...], look: Facets) -> Page:
    view = TimelineView(
        title=f"Timeline, {month_title(month_of(found[0].when))}",
        lede=f"{len(found)} entries.",
        controls=None,
        overview=None,
        months=months(here, found, look),
        elsewhere=(here.page("timeline/", "the whole timeline"),),
    )
    return _page(render, here.path, view)


def _page(render: Render, path: str, view: TimelineView) -> Page:
    html = render("pages/timeline.html.jinja", view)
    return Page(path, view.title, view.lede, html, headings(html), "timeline/")
