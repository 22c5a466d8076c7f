"""The timeline as a list: entries in order, grouped by month and day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup, escape

from onrecord.dossier.timeline import Entry
from onrecord.pages.here import Here
from onrecord.pages.timeline.facets import FacetsView
from onrecord.pages.views import LinkView, StatusView, TimeView
from onrecord.pages.words.markdown import inline
from onrecord.pages.words.titles import words_of
from onrecord.pages.words.wording import spaced, states_of, step_word
from onrecord.records.events import Event
from onrecord.records.when import When

Facets = Callable[[Entry], FacetsView]
"""Finds what an entry is filtered by."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One line of the timeline: a statement, an event, or a step in an event's life.

    ``state`` is set for events and steps, ``attribution`` for statements.
    ``stop`` ends the name that stands before the text, so that nobody reads on from one into the other.
    """

    kind: str
    time: TimeView
    link: LinkView
    text: Markup
    stop: str
    who: LinkView | None = None
    state: str = ""
    state_label: str = ""
    attribution: StatusView | None = None
    facets: FacetsView | None = None

    @property
    def tells_state(self) -> bool:
        """Whether the state says more than that an event took place: it is a step, or once was another."""
        return self.state != "held" or self.kind == "step" or bool(self.facets and self.facets.past)


@dataclass(frozen=True, slots=True)
class DayView:
    """The entries of one day, or of one vaguer date that covers ``first`` to ``last``, ISO days or empty."""

    time: TimeView
    entries: tuple[EntryView, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """The days of one month; ``anchor`` is ``2025-10``, or ``undated``."""

    anchor: str
    title: str
    count: int
    days: tuple[DayView, ...]


def month_of(when: When) -> str:
    """Return the month that an entry is listed under, ``2025-10``, or ``undated``."""
    day = when.first_day or when.last_day
    return f"{day.year:04}-{day.month:02}" if day else "undated"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def month_title(month: str) -> str:
    """Return ``October 2025`` for ``2025-10``."""
    if month == "undated":
        return "No date set"
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {int(year)}"


def months(here: Here, entries: Iterable[Entry], facets: Facets | None = None) -> tuple[MonthView, ...]:
    """Return timeline entries grouped by month and day, in their order, with what they are filtered by."""
    return tuple(
        _month(here, month, tuple(group), facets)
        for month, group in groupby(entries, key=lambda entry: month_of(entry.when))
    )


def _month(here: Here, month: str, entries: tuple[Entry, ...], facets: Facets | None) -> MonthView:
    groups = (tuple(found) for _, found in groupby(entries, key=_day_of))
    days = tuple(_day(here, group, facets) for group in groups)
    return MonthView(month, month_title(month), len(entries), days)


def _day(here: Here, group: tuple[Entry, ...], facets: Facets | None) -> DayView:
    when = group[0].when
    first, last = (day.isoformat() if day else "" for day in (when.first_day, when.last_day))
    lines = (entry_view(here, each) for each in group)
    if facets is not None:
        lines = (replace(line, facets=facets(each)) for line, each in zip(lines, group, strict=True))
    return DayView(here.time(when), tuple(lines), first or last, last or first)


def _day_of(entry: Entry) -> str:
    return entry.when.text.split("T", 1)[0]


def entry_view(here: Here, entry: Entry) -> EntryView:
    """Return one timeline entry as a line."""
    if entry.folder == "statements":
        return _statement(here, entry)
    event = here.dossier.events[entry.record_id]
    if entry.step is None:
        life = here.site.lives[event.id]
        return EntryView(
            spaced(event.kind),
            here.time(entry.when),
            here.record(event.id),
            inline(event.summary),
            _stop(event),
            state=life.state,
            state_label=states_of(event.kind)[life.state],
        )
    step = event.history[entry.step]
    return EntryView(
        "step",
        here.time(entry.when),
        here.record(event.id),
        inline(step.note),
        ":" if step.by else _stop(event),
        here.record(step.by) if step.by else None,
        state=step.state,
        state_label=step_word(event.kind, event.history, entry.step),
    )


def _stop(event: Event) -> str:
    return "" if event.title.endswith((".", "?", "!")) else "."


def _statement(here: Here, entry: Entry) -> EntryView:
    statement = here.dossier.statements[entry.record_id]
    return EntryView(
        "statement",
        here.time(entry.when),
        here.record(statement.id),
        inline(statement.paraphrase) if statement.paraphrase else escape(words_of(statement)),
        ":",
        here.record(statement.speaker),
        attribution=here.attribution(statement.id),
    )
