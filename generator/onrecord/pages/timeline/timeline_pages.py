"""The whole timeline, on one page up to 500 entries, by month beyond."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.timeline import Entry, entries
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.timeline.entries import Facets, MonthView, month_of, month_title, months
from onrecord.pages.timeline.facets import facets, facets_in_time
from onrecord.pages.timeline.filters import ControlsView, controls
from onrecord.pages.timeline.overview import OverviewView, overview
from onrecord.pages.timeline.overview_density import lanes_of
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


@dataclass(frozen=True, slots=True)
class _Month:
    """A month with its entries, and the lane in the drawing of each that is a statement."""

    month: str
    entries: tuple[Entry, ...]
    lanes: tuple[str, ...]

    @property
    def path(self) -> str:
        return f"timeline/{self.month}/"

    @property
    def title(self) -> str:
        return month_title(self.month)

    @property
    def plan(self) -> object:
        """All that this month is, in as little room as can be."""
        return self.month, tuple((e.record_id, e.step, e.when.text) for e in self.entries), self.lanes


def timeline_pages(site: Site, render: Render) -> Iterator[Planned]:
    """Plan the timeline: one page, or an overview with a page for each month."""
    found = tuple(_months(site.dossier))
    yield Planned("timeline/", partial(_timeline_page, site, render, found))
    if _is_split(found):
        for each in found:
            yield Planned(each.path, partial(_month_page, site, render, each), each.plan)


def _months(dossier: Dossier) -> Iterator[_Month]:
    lanes = lanes_of(dossier, dossier.statements)
    for month, group in groupby(entries(dossier), key=lambda entry: month_of(entry.when)):
        held = tuple(group)
        yield _Month(month, held, tuple(lanes.get(each.record_id, "") for each in held))


def _is_split(found: Iterable[_Month]) -> bool:
    return sum(len(each.entries) for each in found) > ON_ONE_PAGE


def _timeline_page(site: Site, render: Render, found: tuple[_Month, ...]) -> Page:
    here = Here(site, "timeline/")
    split, every = _is_split(found), tuple(chain.from_iterable(each.entries for each in found))
    lanes = _lanes(found)
    links = (here.page(each.path, f"{each.title} ({len(each.entries)})") for each in found)
    view = TimelineView(
        title="Timeline",
        lede=f"{len(every)} entries: what happened, what was announced, who said what, in order.",
        controls=controls(here, tuple(facets(here, each, lanes[each]) for each in every)),
        overview=overview(here, steppable=True),
        months=() if split else months(here, every, _look(here, found)),
        elsewhere=tuple(links) if split else (),
    )
    return _page(render, here.path, view)


def _month_page(site: Site, render: Render, month: _Month) -> Page:
    here = Here(site, month.path)
    view = TimelineView(
        title=f"Timeline, {month.title}",
        lede=f"{len(month.entries)} entries.",
        controls=None,
        overview=None,
        months=months(here, month.entries, _look(here, (month,))),
        elsewhere=(here.page("timeline/", "the whole timeline"),),
    )
    return _page(render, here.path, view)


def _look(here: Here, found: Iterable[_Month]) -> Facets:
    """Return what finds the facets of any entry of these months, also those of earlier days."""
    lanes = _lanes(found)
    return lambda entry: facets_in_time(here, entry, lanes[entry])


def _lanes(found: Iterable[_Month]) -> Mapping[Entry, str]:
    return {entry: lane for each in found for entry, lane in zip(each.entries, each.lanes, strict=True)}


def _page(render: Render, path: str, view: TimelineView) -> Page:
    html = render("pages/timeline.html.jinja", view)
    return Page(path, view.title, view.lede, html, headings(html), "timeline/")
