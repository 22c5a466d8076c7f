"""The page of an event: its life step by step, who took part, what was said there and about it."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.dossier.lives import Life
from onrecord.pages.capped import capped, group, linking
from onrecord.pages.cards import statement_card
from onrecord.pages.charts.life_chart import given_up, life_chart
from onrecord.pages.charts.views import TracksView
from onrecord.pages.here import Here
from onrecord.pages.records.frame import Top, frame
from onrecord.pages.records.views import FactView, FrameView
from onrecord.pages.views import LinkGroup, LinkView, ShortList, StatementCard, TimeView
from onrecord.pages.words.markdown import inline, paragraphs
from onrecord.pages.words.wording import spaced, states_of, step_word
from onrecord.records.events import Event, Step
from onrecord.records.when import Precision, certainly_before, timeline_key

_SHOWN = (("events", "part_of"), ("events", "follows"), ("statements", "at"), ("statements", "about"))
_STATEMENTS, _FURTHER = 12, 70


@dataclass(frozen=True, slots=True)
class StepView:
    """A step in an event's life; ``given_up`` marks a planned date that did not hold."""

    key: str
    state: str
    on: TimeView
    planned_for: TimeView | None
    given_up: bool
    by: LinkView | None
    note: Markup
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """Who took part, and as what."""

    link: LinkView
    role: str


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything that an event's page shows."""

    frame: FrameView
    state: str
    state_label: str
    since: TimeView
    chart: TracksView | None
    steps: tuple[StepView, ...]
    outcome: Markup
    participants: tuple[ParticipantView, ...]
    said_there: ShortList[StatementCard]
    said_about: ShortList[StatementCard]
    ties: tuple[LinkGroup, ...]
    sources: tuple[LinkView, ...]


def event_view(here: Here, event: Event) -> EventView:
    """Return the view of an event."""
    life = here.site.lives[event.id]
    return EventView(
        frame=frame(here, event, Top(paragraphs(event.summary), _facts(here, event), _SHOWN)),
        state=life.state,
        state_label=states_of(event.kind)[life.state],
        since=here.time(life.since),
        chart=life_chart(event, life.steps),
        steps=_steps(here, event, life.steps),
        outcome=paragraphs(event.outcome),
        participants=tuple(
            ParticipantView(here.record(each.actor), each.role) for each in event.participants
        ),
        said_there=_statements(here, event.id, "at"),
        said_about=_statements(here, event.id, "about"),
        ties=_ties(here, event),
        sources=here.records(event.sources),
    )


def _facts(here: Here, event: Event) -> tuple[FactView, ...]:
    life = here.site.lives[event.id]
    unknown = event.when.precision is Precision.UNKNOWN
    return (
        FactView(
            "When", time=None if unknown else here.time(event.when), words="no date set" if unknown else ""
        ),
        FactView("State", time=here.time(life.since), words=_since(event, life.state)),
        FactView(f"First {states_of(event.kind)[life.state]}", time=_first(here, life)),
        FactView("Planned for", time=here.time(life.planned_for) if life.planned_for else None),
        FactView("Kind", words=spaced(event.kind)),
        FactView("Place", (here.record(event.place),) if event.place else ()),
        FactView("Part of", (here.record(event.part_of),) if event.part_of else ()),
    )


def _first(here: Here, life: Life) -> TimeView | None:
    """Return when the event was for the first time what it is now again."""
    first = next((step.on for step in life.steps if step.state == life.state), life.since)
    return here.time(first) if certainly_before(first, life.since) else None


def _since(event: Event, state: str) -> str:
    words = states_of(event.kind)[state]
    return {"held": words, "never-held": f"{words}, as known since"}.get(state, f"{words} since")


def _steps(here: Here, event: Event, steps: tuple[Step, ...]) -> tuple[StepView, ...]:
    gone = given_up(steps)
    return tuple(
        StepView(
            step.state,
            step_word(event.kind, steps, index),
            here.time(step.on),
            here.time(step.planned_for) if step.planned_for else None,
            index in gone,
            here.record(step.by) if step.by else None,
            inline(step.note),
            here.shorts(step.sources),
        )
        for index, step in enumerate(steps)
    )


def _statements(here: Here, event_id: str, field: str) -> ShortList[StatementCard]:
    statements = here.dossier.statements
    known = (each for each in here.dossier.naming(event_id, field) if each in statements)
    ordered = sorted(known, key=lambda key: timeline_key(statements[key].said))
    found = capped(
        here,
        ordered,
        lambda here, key: statement_card(here, statements[key]),
        "statements",
        _STATEMENTS,
        others="later statements",
    )
    return linking(here, found, ordered, _FURTHER)


def _ties(here: Here, event: Event) -> tuple[LinkGroup, ...]:
    found = (
        ("Parts of it", here.dossier.naming(event.id, "part_of")),
        ("Follows", event.follows),
        ("Followed by", here.dossier.naming(event.id, "follows")),
    )
    return tuple(group(here, name, ids) for name, ids in found if ids)
