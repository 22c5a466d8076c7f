"""Records in one line each, for tests: what a test does not name is plain and sound."""

from functools import cache
from typing import Any

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import link
from onrecord.problems import Location
from onrecord.records.about import About, Edition
from onrecord.records.actors import Actor, Relation, Role
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.background import Place, Topic
from onrecord.records.claims import Assessment, Claim, Evidence, Resolved
from onrecord.records.events import Event, Step
from onrecord.records.ids import ActorId, ActorIdOrWords, ClaimId, RecordId, SourceId
from onrecord.records.record import Markdown, Record, Removed
from onrecord.records.sources import Source
from onrecord.records.statements import Citation, Statement, TakenStance
from onrecord.records.vocabulary import (
    ActorKind,
    AssessedStatus,
    Bearing,
    EventState,
    RelationKind,
    Resolution,
    SourceKind,
    Stance,
)
from onrecord.records.when import When
from onrecord.records.when import parse as when_of

DAY = "2025-11-13"


@cache
def parse(text: str) -> When:
    return when_of(text)


def when(text: str | None) -> When | None:
    return None if text is None else parse(text)


def place_in(folder: str, record_id: str) -> Location:
    return Location(f"{folder}/{record_id}.yml")


def about(as_of: str = "2026-05-31", *editions: Edition, **fields: Any) -> About:
    given = {"title": "The summit", "language": "en", "bottom_line": "No date is set.", **fields}
    return About(as_of=parse(as_of), editions=editions, location=Location("dossier.yml"), **given)


def edition(on: str, bottom_line: str = "") -> Edition:
    return Edition(on=parse(on), bottom_line=bottom_line)


def removed(on: str = DAY, reason: str = "It was another.") -> Removed:
    return Removed(on=parse(on), reason=Markdown(reason))


def actor(record_id: str, kind: ActorKind = "person", **fields: Any) -> Actor:
    given = {"name": record_id.replace("-", " ").title(), **fields}
    return Actor(id=RecordId(record_id), kind=kind, location=place_in("actors", record_id), **given)


def role(
    title: str, organisation: str | None = None, since: str | None = None, to: str | None = None
) -> Role:
    office = ActorId(organisation) if organisation else None
    return Role(title=title, organisation=office, from_=when(since), to=when(to))


def tie(
    to: str, kind: RelationKind = "part-of", since: str | None = None, until: str | None = None
) -> Relation:
    return Relation(to=ActorId(to), kind=kind, from_=when(since), until=when(until))


def source(record_id: str, kind: SourceKind = "news", published: str = DAY, **fields: Any) -> Source:
    given = {"publisher": f"The {record_id.title()}", **fields}
    title, here = f"[{record_id}]", place_in("sources", record_id)
    return Source(
        id=RecordId(record_id), title=title, kind=kind, published=parse(published), location=here, **given
    )


def statement(
    record_id: str,
    speaker: str = "lavrov",
    sources: tuple[str, ...] = ("tass",),
    said: str = DAY,
    **fields: Any,
) -> Statement:
    return Statement(
        id=RecordId(record_id),
        speaker=ActorId(speaker),
        said=parse(said),
        paraphrase=Markdown("Something."),
        sources=tuple(Citation(source=SourceId(each)) for each in sources),
        location=place_in("statements", record_id),
        **fields,
    )


def stance(taken: Stance, claim_id: str = "ready", condition: str = "") -> tuple[TakenStance, ...]:
    return (TakenStance(claim=ClaimId(claim_id), stance=taken, condition=condition),)


def claim(record_id: str = "ready", **fields: Any) -> Claim:
    return Claim(id=RecordId(record_id), text="It is so.", location=place_in("claims", record_id), **fields)


def evidence(source_id: str, bearing: Bearing = "supports") -> Evidence:
    return Evidence(source=SourceId(source_id), bearing=bearing)


def assessment(status: AssessedStatus, on: str = DAY, by: str | None = None) -> Assessment:
    author = ActorIdOrWords(by) if by else None
    return Assessment(status=status, reason=Markdown("Because."), on=parse(on), by=author)


def resolved(outcome: Resolution, on: str = DAY, *sources: str) -> Resolved:
    named = tuple(SourceId(each) for each in sources)
    return Resolved(on=parse(on), outcome=outcome, how=Markdown("So it went."), sources=named)


def step(
    state: EventState, on: str = DAY, planned_for: str | None = None, *sources: str, **fields: Any
) -> Step:
    named = tuple(SourceId(each) for each in sources)
    return Step(state=state, on=parse(on), planned_for=when(planned_for), sources=named, **fields)


def event(
    record_id: str, on: str = DAY, *history: Step, sources: tuple[str, ...] = (), **fields: Any
) -> Event:
    return Event(
        id=RecordId(record_id),
        title="A meeting",
        when=parse(on),
        history=history,
        sources=tuple(SourceId(each) for each in sources),
        location=place_in("events", record_id),
        **fields,
    )


def question(record_id: str, *claims: str) -> Question:
    named = tuple(ClaimId(each) for each in claims)
    return Question(
        id=RecordId(record_id), text="Who?", claims=named, location=place_in("questions", record_id)
    )


def judgment(record_id: str, on: str = DAY, **fields: Any) -> Judgment:
    here = place_in("judgments", record_id)
    return Judgment(id=RecordId(record_id), text="We think so.", on=parse(on), location=here, **fields)


def correction(record_id: str, of: str, on: str = DAY) -> Correction:
    was, now, why = Markdown("It was two."), Markdown("It was three."), Markdown("A slip.")
    here = place_in("corrections", record_id)
    return Correction(
        id=RecordId(record_id), of=RecordId(of), on=parse(on), was=was, now=now, reason=why, location=here
    )


def topic(record_id: str) -> Topic:
    return Topic(id=RecordId(record_id), title="A topic", location=place_in("topics", record_id))


def place(record_id: str) -> Place:
    return Place(id=RecordId(record_id), name="A place", location=place_in("places", record_id))


def dossier(*records: Record, of: About | None = None) -> Dossier:
    return link(records, of or about())[0]
