"""Makes the section pages: one list for each kind of record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from markupsafe import Markup

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.sides import last_role, role_on
from onrecord.pages.cards import event_card, source_card, statement_card
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
from onrecord.pages.sections.judgments import as_written, judgment_view
from onrecord.pages.sections.lists import ListView, grouped, pages_of, part
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.timeline.entries import month_of, month_title
from onrecord.pages.views import LinkView
from onrecord.pages.words.markdown import inline
from onrecord.pages.words.territories import country_name
from onrecord.pages.words.wording import counted
from onrecord.records.actors import Actor
from onrecord.records.record import Record
from onrecord.records.when import Precision, When

_OVER = frozenset({"called-off", "held", "never-held"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a plain list: its name, a few words about it, and a count of what names it."""

    link: LinkView
    aside: str
    text: Markup
    count: str


@dataclass(frozen=True, slots=True)
class Section:
    """A kind's list: its words, its template, how records are ordered, headed and shown."""

    folder: str
    title: str
    lede: str
    template: str
    order: Callable[[Site, Record], tuple[Any, ...]]
    heading: Callable[[Site, Record], str]
    card: Callable[[Here, Record], object]


def section_pages(site: Site, render: Render) -> Iterator[Planned]:
    """Plan the list pages of every kind that has a record."""
    for section in SECTIONS:
        yield from list_pages(site, render, section.folder)


def list_pages(site: Site, render: Render, folder: str) -> Iterator[Planned]:
    """Plan the list pages of one kind, if it has a list and a record."""
    for section in SECTIONS:
        if section.folder == folder and site.dossier.of_kind(folder):
            yield from _list_pages(site, render, section)


@dataclass(frozen=True, slots=True)
class _Part:
    """A page of a list: the ids on it, its number, and the addresses of all pages of ``total`` records."""

    ids: tuple[str, ...]
    number: int
    paths: tuple[str, ...]
    total: int

    @property
    def path(self) -> str:
        return self.paths[self.number - 1]


def _list_pages(site: Site, render: Render, section: Section) -> Iterator[Planned]:
    held = site.dossier.of_kind(section.folder).values()
    ids = tuple(each.id for each in sorted(held, key=lambda each: section.order(site, each)))
    paths = pages_of(section.folder, len(ids))
    for number, path in enumerate(paths, 1):
        plan = _Part(tuple(part(ids, number)), number, paths, len(ids))
        yield Planned(path, partial(_list_page, site, render, section, plan), plan)


def _list_page(site: Site, render: Render, section: Section, plan: _Part) -> Page:
    here, pages = Here(site, plan.path), len(plan.paths)
    records = map(site.dossier.of_kind(section.folder).__getitem__, plan.ids)
    cards = [(section.heading(site, each), section.card(here, each)) for each in records]
    numbers = tuple(here.page(each, str(n)) for n, each in enumerate(plan.paths, 1)) if pages > 1 else ()
    lede = f"{counted(plan.total, section.folder).capitalize()}. {section.lede}"
    html = render(section.template, ListView(section.title, lede, grouped(cards), numbers, plan.number))
    words = section.title if plan.number == 1 else f"{section.title}, page {plan.number} of {pages}"
    return Page(plan.path, words, lede, html, headings(html), f"{section.folder}/")


def _row(here: Here, record: Record) -> Row:
    names = len(here.dossier.naming(record.id))
    used = f"in {names} record{'s' if names > 1 else ''}" if names else ""
    prose = next((found for field in _PROSE if (found := getattr(record, field, ""))), "")
    return Row(here.record(record.id), _aside(here, record), inline(prose), used)


def _question_row(here: Here, record: Record) -> Row:
    """Return a row without a count: how many records name a question tells nothing of it."""
    return replace(_row(here, record), count="")


_PROSE = ("summary", "why_it_matters", "now")


def _aside(here: Here, record: Record) -> str:
    on = getattr(record, "on", None)
    return here.time(on).words if isinstance(on, When) else ""


def _place_row(here: Here, record: Record) -> Row:
    place = here.dossier.places[record.id]
    known = tuple(filter(None, (place.precision, country_name(place.country))))
    events = len(here.dossier.naming(place.id, "place"))
    count = counted(events, "events") if events else ""
    return Row(here.record(place.id), ", ".join(known), Markup(), count)


def _actor_row(here: Here, record: Record) -> Row:
    actor = here.dossier.actors[record.id]
    said = len(here.dossier.naming(actor.id, "speaker"))
    count = counted(said, "statements") if said else ""
    return Row(here.record(actor.id), _office(here.dossier, actor), inline(actor.summary), count)


def _office(dossier: Dossier, actor: Actor) -> str:
    """Return the role that somebody has, or had last."""
    now, last = role_on(actor, dossier.about.as_of.last_day), last_role(actor)
    return now.title if now else f"last role: {last.title}" if last else ""


_ACTOR_KINDS = {
    "person": "People",
    "state": "States",
    "government-body": "Government bodies",
    "organisation": "Organisations",
    "group": "Groups",
    "media": "Media",
    "anonymous": "Not named by their sources",
}


def _actor_order(site: Site, record: Record) -> tuple[Any, ...]:
    actor = site.dossier.actors[record.id]
    return (tuple(_ACTOR_KINDS).index(actor.kind), -len(site.dossier.naming(actor.id, "speaker")), actor.name)


def _newest_first(field: str) -> Callable[[Site, Record], tuple[Any, ...]]:
    def order(_: Site, record: Record) -> tuple[Any, ...]:
        first: datetime | None = getattr(record, field).first
        return (first is None, _EPOCH - (first or _EPOCH), record.id)

    return order


def _planned_then_newest(site: Site, record: Record) -> tuple[Any, ...]:
    return (not _is_open(site, record), *_newest_first("when")(site, record))


def _event_heading(site: Site, record: Record) -> str:
    return (
        "Still open, no date set" if _is_open(site, record) else _month("when", "No date set")(site, record)
    )


def _is_open(site: Site, record: Record) -> bool:
    """Tell whether an event has no date and may still get one: such events stand before all others."""
    undated = site.dossier.events[record.id].when.precision is Precision.UNKNOWN
    return undated and site.lives[record.id].state not in _OVER


def _month(field: str, undated: str) -> Callable[[Site, Record], str]:
    def heading(_: Site, record: Record) -> str:
        month = month_of(getattr(record, field))
        return undated if month == "undated" else month_title(month)

    return heading


def _by_title(site: Site, record: Record) -> tuple[Any, ...]:
    return (site.title(record).casefold(), record.id)


def _no_heading(_: Site, __: Record) -> str:
    return ""


_ROWS = "pages/rows.html.jinja"

SECTIONS: tuple[Section, ...] = (
    Section(
        "actors",
        "Actors",
        "People and bodies on record, the most quoted first.",
        _ROWS,
        _actor_order,
        lambda site, record: _ACTOR_KINDS[site.dossier.actors[record.id].kind],
        _actor_row,
    ),
    Section(
        "events",
        "Events",
        "What happened, or was to happen, newest first.",
        "pages/events.html.jinja",
        _planned_then_newest,
        _event_heading,
        lambda here, record: event_card(here, here.dossier.events[record.id]),
    ),
    Section(
        "statements",
        "Statements",
        "Who said what, newest first, with how well each is attested.",
        "pages/statements.html.jinja",
        _newest_first("said"),
        _month("said", "Undated"),
        lambda here, record: statement_card(here, here.dossier.statements[record.id]),
    ),
    Section(
        "sources",
        "Sources",
        "Every page that is cited, newest first, and the report it draws on."
        " A title in [brackets] is our description: the headline was not seen.",
        "pages/sources.html.jinja",
        _newest_first("published"),
        _month("published", "Undated"),
        lambda here, record: source_card(here, here.dossier.sources[record.id]),
    ),
    *(
        Section(folder, name, lede, _ROWS, _by_title, _no_heading, row)
        for folder, name, lede, row in (
            ("topics", "Topics", "The dossier by subject.", _row),
            ("places", "Places", "Where the events took place, or were to.", _place_row),
            ("questions", "Open questions", "What is not known, and why it matters.", _question_row),
        )
    ),
    Section(
        "judgments",
        "Judgments",
        "What the editors think, how likely and how sure it is, and on what it rests.",
        "pages/judgments.html.jinja",
        lambda site, record: as_written(site.dossier.judgments[record.id]),
        _no_heading,
        lambda here, record: judgment_view(here, here.dossier.judgments[record.id]),
    ),
    Section(
        "corrections",
        "Corrections",
        "What was published wrong, and mended.",
        _ROWS,
        _newest_first("on"),
        _no_heading,
        _row,
    ),
)
