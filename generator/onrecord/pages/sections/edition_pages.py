"""The brief as it stood at each edition, and what changed from one to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from onrecord.dossier.link import folder_of
from onrecord.dossier.standings import Standing
from onrecord.exports.edition_items import edition_anchor
from onrecord.exports.feeds import ALL, CHANGES
from onrecord.pages.follow import follow
from onrecord.pages.headings import headings
from onrecord.pages.here import Here, time_view
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
from onrecord.pages.records.removed_pages import removed_name
from onrecord.pages.sections.brief_page import brief_view
from onrecord.pages.sections.differences import ChangesView, changes_view
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import LinkView, TimeView
from onrecord.pages.words.markdown import inline, paragraphs
from onrecord.pages.words.wording import KINDS
from onrecord.records.lines import one_line
from onrecord.records.when import parse, timeline_key


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A mistake that was published, and what stands there now."""

    link: LinkView
    of: LinkView
    on: TimeView
    was: Markup
    now: Markup
    reason: Markup


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A record that was taken back, of what kind it was, when and why."""

    link: LinkView
    kind: str
    on: TimeView
    reason: Markup


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition: its day, a link to the brief as it stood, and what was new in it."""

    anchor: str
    on: TimeView
    link: LinkView
    note: Markup
    changes: ChangesView | None


@dataclass(frozen=True, slots=True)
class EditionsView:
    """All editions, newest first, all corrections, and what was taken back."""

    lede: str
    feeds: tuple[LinkView, ...]
    editions: tuple[EditionView, ...]
    corrections: tuple[CorrectionView, ...]
    removed: tuple[RemovedLine, ...]


def brief_pages(site: Site, render: Render) -> Iterator[Planned]:
    """Plan the brief of today and the brief of every earlier edition."""
    yield Planned("", partial(_brief, site, render))
    for number, standing in enumerate(site.standings[:-1]):
        yield Planned(_path(standing), partial(_past_brief, site, render, number))


def _path(standing: Standing) -> str:
    return f"editions/{standing.day.isoformat()}/"


def _brief(site: Site, render: Render) -> Page:
    differences = site.standings[-1].differences if site.standings else None
    html = render("pages/brief.html.jinja", brief_view(Here(site, ""), differences))
    about = site.dossier.about
    updated = about.as_of.last_day.isoformat() if about.as_of.last_day else ""
    return Page(
        "", about.title, one_line(about.bottom_line), html, headings(html),
        layout="wide", updated=updated, feed=ALL,
    )  # fmt: skip


def _past_brief(site: Site, render: Render, number: int) -> Page:
    standing = site.standings[number]
    here, day = Here(Site(standing.then, site.addresses), _path(standing)), standing.day.isoformat()
    html = render("pages/brief.html.jinja", brief_view(here, standing.differences, stood=True))
    words = f"The brief of {time_view(parse(day)).words}"
    return Page(
        here.path, words, one_line(here.dossier.about.bottom_line), html, headings(html), "changes/",
        layout="wide", updated=day,
    )  # fmt: skip


def changes_page(site: Site, render: Render) -> Page:
    """Make the page of changes, edition by edition, with the corrections."""
    here = Here(site, "changes/")
    found = tuple(_edition(here, each) for each in reversed(site.standings))
    corrections = tuple(_correction(here, each) for each in site.dossier.corrections)
    lede = "What readers of each edition found new or changed, what was corrected, and what was taken back."
    view = EditionsView(lede, follow(here, CHANGES), found, corrections, _taken_back(here))
    html = render("pages/changes.html.jinja", view)
    return Page("changes/", "Changes", lede, html, headings(html), "changes/", feed=CHANGES)


def _edition(here: Here, standing: Standing) -> EditionView:
    day, last = standing.day, standing.then is here.site.statuses
    path = "" if last else _path(standing)
    note = next((each.note for each in here.dossier.about.editions if each.on.last_day == day), "")
    changes = None if standing.differences is None else changes_view(here, standing.differences)
    on = time_view(parse(day.isoformat()))
    words = "the brief as it stands" if last else "the brief as it stood"
    return EditionView(edition_anchor(day), on, here.page(path, words), inline(note), changes)


def _taken_back(here: Here) -> tuple[RemovedLine, ...]:
    """Return what was taken back, the last first."""
    gone = ((record, record.removed) for record in here.dossier.removed.values() if record.removed)
    newest = sorted(gone, key=lambda each: (timeline_key(each[1].on), each[0].id), reverse=True)
    return tuple(
        RemovedLine(
            here.record(record.id, removed_name(record)),
            KINDS[folder_of(record)][0],
            here.time(removed.on),
            inline(removed.reason),
        )
        for record, removed in newest
    )


def _correction(here: Here, correction_id: str) -> CorrectionView:
    correction = here.dossier.corrections[correction_id]
    return CorrectionView(
        here.record(correction.id),
        here.record(correction.of),
        here.time(correction.on),
        paragraphs(correction.was),
        paragraphs(correction.now),
        paragraphs(correction.reason),
    )
