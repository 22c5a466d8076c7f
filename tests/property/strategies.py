"""Whole linked dossiers: a few of everything, tied together at random, circles and dead ends included."""

from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import link
from onrecord.records.about import About
from onrecord.records.record import Markdown, Record
from onrecord.records.vocabulary import (
    ActorKind,
    AssessedStatus,
    Bearing,
    Confidence,
    EventState,
    Likelihood,
    Resolution,
    SourceKind,
    Stance,
)
from tests.dossier import make

ACTORS = tuple(f"actor-{each}" for each in "abcd")
SOURCES = tuple(f"source-{each}" for each in "abcde")
CLAIMS = tuple(f"claim-{each}" for each in "ab")
STATEMENTS = tuple(f"statement-{each}" for each in "abcde")
EVENTS = tuple(f"event-{each}" for each in "ab")
TOPICS, PLACES, QUESTIONS = ("topic-a",), ("place-a",), ("question-a",)
JUDGMENTS, CORRECTIONS = ("judgment-a",), ("correction-a",)
ALL = (*ACTORS, *SOURCES, *CLAIMS, *STATEMENTS, *EVENTS, *TOPICS, *PLACES, *QUESTIONS, *JUDGMENTS)
WORDS = ("Corriere della Sera", "Russian media reports, unnamed", "TASS")
PUBLISHERS = (*ACTORS, "TASS", "Origo")
VAGUE = ("unknown", "2025-11", "2025-11~", "2025-10-20/..", "../2025-11-05", "2025-11-01/2025-11-20", "2025",
         "2025-11-13T15:42+03:00")  # fmt: skip


@cache
def days() -> st.SearchStrategy[str]:
    """Days of one autumn, so few that many fall together."""
    return st.sampled_from([f"2025-{month}-{day:02}" for month in (10, 11, 12) for day in (1, 5, 13, 20, 28)])


@cache
def dates() -> st.SearchStrategy[str]:
    """Days, and now and then a date that is vaguer, finer or not known."""
    return st.one_of(days(), days(), st.sampled_from(VAGUE))


@cache
def word(words: Any) -> st.SearchStrategy[Any]:
    """One of the words of a vocabulary."""
    return st.sampled_from(get_args(words))


def one(*values: str) -> st.SearchStrategy[Any]:
    """One of some values."""
    return st.sampled_from(values)


@cache
def perhaps(values: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """One of some values, or none."""
    return st.sampled_from((None, *values))


@cache
def some(values: tuple[str, ...], least: int = 0, most: int = 2) -> st.SearchStrategy[Any]:
    """A few different values."""
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=most).map(tuple)


def few(values: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    """One or two of what a strategy makes, or ``least``."""
    return st.lists(values, min_size=least, max_size=2).map(tuple)


_BOUND = st.none() | days()
_ROLES = few(st.builds(make.role, st.just("minister"), perhaps(ACTORS), _BOUND, _BOUND))
_TIES = few(st.builds(make.tie, one(*ACTORS), one("part-of", "ally-of"), _BOUND, _BOUND))
_STANCES = few(
    st.builds(make.stance, word(Stance), one(*CLAIMS), st.just("if asked")).map(lambda taken: taken[0])
)
_EVIDENCE = few(st.builds(make.evidence, one(*SOURCES), word(Bearing)))
_ASSESSMENTS = st.none() | st.none() | st.builds(make.assessment, word(AssessedStatus), days())
_RESOLUTIONS = st.none() | st.none() | st.builds(make.resolved, word(Resolution), days())
_STEPS = few(
    st.builds(make.step, word(EventState), dates(), perhaps(VAGUE), one(*SOURCES), by=perhaps(ACTORS)), 1
)


def actors(record_id: str) -> st.SearchStrategy[Record]:
    """An actor with roles and ties, perhaps in a circle."""
    return st.builds(
        make.actor, st.just(record_id), word(ActorKind), roles=_ROLES, relations=_TIES, topics=some(TOPICS)
    )


def sources(record_id: str) -> st.SearchStrategy[Record]:
    """A source that may relay others, itself, somebody in words, or what is not there."""
    return st.builds(
        make.source,
        st.just(record_id),
        word(SourceKind),
        dates(),
        publisher=one(*PUBLISHERS),
        derived_from=some((*SOURCES, *WORDS, "not-there")),
    )


@cache
def statements(record_id: str) -> st.SearchStrategy[Record]:
    """A statement with at least one source."""
    return st.builds(
        make.statement,
        st.just(record_id),
        one(*ACTORS),
        some(SOURCES, 1),
        dates(),
        stances=_STANCES,
        on_behalf_of=perhaps(ACTORS),
        denies_saying=some(STATEMENTS, 0, 1),
        at=perhaps(EVENTS),
        about=some(ALL, 0, 1),
    )


def claims(record_id: str) -> st.SearchStrategy[Record]:
    """A claim, seldom assessed or resolved, with evidence."""
    return st.builds(
        make.claim,
        st.just(record_id),
        evidence=_EVIDENCE,
        assessment=_ASSESSMENTS,
        resolved=_RESOLUTIONS,
        question=perhaps(QUESTIONS),
    )


@st.composite
def events(draw: st.DrawFn, record_id: str) -> Record:
    """An event with a history in any order."""
    fields = {
        "part_of": draw(perhaps(EVENTS)),
        "place": draw(perhaps(PLACES)),
        "outcome": Markdown("A deal."),
    }
    return make.event(record_id, draw(dates()), *draw(_STEPS), sources=draw(some(SOURCES)), **fields)


def judgments(record_id: str) -> st.SearchStrategy[Record]:
    """A judgment of some strength."""
    strength = {"likelihood": word(Likelihood), "confidence": word(Confidence), "rests_on": some(ALL)}
    return st.builds(make.judgment, st.just(record_id), days(), **strength)


_QUESTIONS = st.builds(lambda claims: make.question(QUESTIONS[0], *claims), some(CLAIMS))
_CORRECTIONS = st.builds(make.correction, st.just(CORRECTIONS[0]), one(*ALL), days())
_REST = st.tuples(
    *map(actors, ACTORS),
    *map(sources, SOURCES),
    *map(claims, CLAIMS),
    *map(events, EVENTS),
    *map(judgments, JUDGMENTS),
    _QUESTIONS,
    _CORRECTIONS,
    *(st.just(make.topic(each)) for each in TOPICS),
    *(st.just(make.place(each)) for each in PLACES),
)


@st.composite
def record_sets(draw: st.DrawFn) -> tuple[Record, ...]:
    """Records of every kind, and up to five statements."""
    made = draw(_REST)
    return (*made, *(draw(statements(each)) for each in STATEMENTS[: draw(st.integers(0, len(STATEMENTS)))]))


_EDITIONS = few(st.builds(make.edition, days(), one("", "It is on.", "It is off.")))


def abouts() -> st.SearchStrategy[About]:
    """A title page with a few editions, some with words of their own."""
    return st.builds(lambda as_of, editions: make.about(as_of, *editions), days(), _EDITIONS)


def dossiers() -> st.SearchStrategy[Dossier]:
    """A whole linked dossier."""
    return st.builds(lambda records, about: link(records, about)[0], record_sets(), abouts())
