"""The page of an actor: who it is, where it stands on what, what it said, what was said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dossier.positions import Position, positions_of
from onrecord.pages.capped import capped, group, kept
from onrecord.pages.cards import event_card, source_card, statement_card
from onrecord.pages.charts.relation_graph import relation_graph
from onrecord.pages.charts.role_chart import role_chart
from onrecord.pages.charts.views import GraphView, TracksView
from onrecord.pages.here import Here
from onrecord.pages.positions.fronts import FrontView, StandView, fronts_of, stands_within
from onrecord.pages.positions.stands import stand_on
from onrecord.pages.positions.views import PositionView
from onrecord.pages.records.actor_facts import actor_facts, image_view, relation_rows, role_rows
from onrecord.pages.records.frame import Top, frame
from onrecord.pages.records.views import FrameView, ImageView, TallyView, TenureView
from onrecord.pages.timeline.chronicle import chronicle, on_timeline
from onrecord.pages.timeline.course import CourseView, course
from onrecord.pages.timeline.entries import DayView
from onrecord.pages.views import EventCard, LinkGroup, ShortList, SourceCard, StatementCard
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.wording import ATTRIBUTIONS, counted
from onrecord.records.actors import Actor
from onrecord.records.when import timeline_key

_NEWEST, _ABOUT, _EVENTS, _SOURCES, _POSITIONS = 4, 6, 12, 20, 30
_CARRIERS = 12
_SHOWN = (
    ("actors", "relations"),
    ("events", "participants"),
    ("sources", "publisher"),
    ("statements", "about"),
    ("statements", "speaker"),
)


@dataclass(frozen=True, slots=True)
class ActorView:
    """Everything that an actor's page shows."""

    frame: FrameView
    image: ImageView | None
    roles: tuple[TenureView, ...]
    role_chart: TracksView | None
    positions: ShortList[PositionView]
    stands: ShortList[StandView]
    fronts: ShortList[FrontView]
    changed: tuple[PositionView, ...]
    statements: ShortList[StatementCard]
    about: ShortList[StatementCard]
    events: ShortList[EventCard]
    course: CourseView | None
    timeline: ShortList[DayView]
    relations: ShortList[TenureView]
    graph: GraphView | None
    tally: tuple[TallyView, ...]
    carriers: LinkGroup | None
    published: ShortList[SourceCard]


def actor_view(here: Here, actor: Actor) -> ActorView:
    """Return the view of an actor."""
    dossier = here.dossier
    said = _newest_first(here, dossier.naming(actor.id, "speaker"))
    told = _newest_first(here, dossier.naming(actor.id, "about"))
    joined = sorted(
        dossier.naming(actor.id, "participants"), key=lambda key: timeline_key(dossier.events[key].when)
    )
    issued = sorted(
        dossier.naming(actor.id, "publisher"), key=lambda key: timeline_key(dossier.sources[key].published)
    )
    positions = _positions(here, actor)
    return ActorView(
        frame=frame(here, actor, Top(paragraphs(actor.summary), actor_facts(here, actor), _SHOWN)),
        image=image_view(here, actor),
        roles=role_rows(here, actor),
        role_chart=role_chart(actor, dossier.about.as_of.last_day),
        positions=positions,
        stands=stands_within(here, actor.id),
        fronts=fronts_of(here, actor.id),
        changed=tuple(each for each in positions.items if any(moment.changed for moment in each.path)),
        statements=_newest(here, actor.id, said),
        about=capped(here, told, _statement, "statements", _ABOUT),
        events=capped(here, joined, _event, "events", _EVENTS),
        course=course(here, actor.id),
        timeline=chronicle(here, actor.id),
        relations=relation_rows(here, actor),
        graph=relation_graph(here, actor),
        tally=_tally(here, said),
        carriers=_carriers(here, said),
        published=capped(here, issued, _source, "sources", _SOURCES),
    )


def _newest_first(here: Here, ids: tuple[str, ...]) -> tuple[str, ...]:
    statements = here.dossier.statements
    known = (each for each in ids if each in statements)
    return tuple(sorted(known, key=lambda key: timeline_key(statements[key].said), reverse=True))


def _newest(here: Here, actor_id: str, said: tuple[str, ...]) -> ShortList[StatementCard]:
    cards = tuple(_statement(here, each) for each in said[: kept(len(said), _NEWEST)])
    left = len(said) - len(cards)
    rest = on_timeline(here, actor_id, f"and {left} earlier statements", "&kind=statement") if left else None
    return ShortList(cards, rest)


def _statement(here: Here, key: str) -> StatementCard:
    return statement_card(here, here.dossier.statements[key])


def _event(here: Here, key: str) -> EventCard:
    return event_card(here, here.dossier.events[key])


def _source(here: Here, key: str) -> SourceCard:
    return source_card(here, here.dossier.sources[key])


def _positions(here: Here, actor: Actor) -> ShortList[PositionView]:
    taken = [each for each in positions_of(here.dossier, actor.id).items() if each[0] in here.dossier.claims]
    taken.sort(key=lambda each: timeline_key(each[1][-1].said), reverse=True)
    taken.sort(key=lambda each: (_is_steady(each[1]), here.site.substances[each[0]].status != "contested"))
    return capped(
        here,
        taken,
        lambda here, each: stand_on(here, *each),
        "claims",
        _POSITIONS,
    )


def _is_steady(path: Sequence[Position]) -> bool:
    return len({each.stance for each in path}) == 1


def _tally(here: Here, said: tuple[str, ...]) -> tuple[TallyView, ...]:
    statuses = [here.site.attributions[each].status for each in said]
    return tuple(
        TallyView(key, label, f"{statuses.count(key)} of {counted(len(said), 'statements')}")
        for key, label in ATTRIBUTIONS.items()
        if key in statuses
    )


def _carriers(here: Here, said: tuple[str, ...]) -> LinkGroup | None:
    cited = (cite.source for each in said for cite in here.dossier.statements[each].sources)
    ids = sorted(dict.fromkeys(cited))
    if not ids:
        return None
    return group(here, counted(len(ids), "sources"), ids, _CARRIERS)
