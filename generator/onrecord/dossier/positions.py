"""What each actor has said of each claim, through time: positions, contradictions, changes of mind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from onrecord.dossier.asked import Asked
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.reads import facts
from onrecord.dossier.remembered import remembered
from onrecord.records.statements import Statement
from onrecord.records.vocabulary import Stance
from onrecord.records.when import When, timeline_key


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor said of a claim, in which statement and when."""

    actor: str
    claim: str
    stance: Stance
    condition: str
    statement: str
    said: When

    def __hash__(self) -> int:
        """Hash what tells positions apart; the rest follows from it, and is slow to hash."""
        return hash((self.actor, self.claim, self.statement))


Paths = Mapping[str, tuple[Position, ...]]
"""What each actor said of a claim, oldest first."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two different actors, one of whom stands by a claim while the other denies it."""

    claim: str
    asserts: Position
    denies: Position


@dataclass(frozen=True, slots=True)
class Change:
    """An actor who says something else of a claim than before."""

    actor: str
    claim: str
    before: Position
    after: Position


def positions(dossier: Dossier, claim_id: str) -> Paths:
    """Return what each actor said of a claim, oldest first; the actors in the order of their ids."""
    return paths_by_claim(dossier).get(claim_id, {})


def paths_by_claim(dossier: Dossier) -> Mapping[str, Paths]:
    """Return what each actor said of each claim."""
    found = Asked(dossier.claims, partial(_paths, dossier))
    return facts(dossier.claims, found, "paths")


@remembered
def _paths(dossier: Dossier, claim_id: str) -> Paths:
    named = (dossier.statements[statement_id] for statement_id in dossier.naming(claim_id, "stances"))
    taken = (position for statement in named for position in _taken(statement) if position.claim == claim_id)
    return _grouped((position.actor, position) for position in taken)


def positions_of(dossier: Dossier, actor_id: str) -> Mapping[str, tuple[Position, ...]]:
    """Return what an actor said of each claim, oldest first; the claims in the order of their ids."""
    made = (dossier.statements[statement_id] for statement_id in dossier.naming(actor_id, "speaker"))
    return _grouped((position.claim, position) for statement in made for position in _taken(statement))


def latest(dossier: Dossier, claim_id: str) -> Mapping[str, Position]:
    """Return the last thing each actor said of a claim, a refusal to comment included."""
    return {actor: taken[-1] for actor, taken in positions(dossier, claim_id).items()}


@remembered
def standing(dossier: Dossier, claim_id: str) -> Mapping[str, Position]:
    """Return each actor's last word on a claim; a refusal to comment is none and takes none back."""
    return last_words(positions(dossier, claim_id))


def last_words(paths: Paths) -> Mapping[str, Position]:
    """Return with what each path ends, refusals to comment aside."""
    found = ((actor, _last_word(taken)) for actor, taken in paths.items())
    return {actor: word for actor, word in found if word}


def _last_word(taken: Sequence[Position]) -> Position | None:
    return next((position for position in reversed(taken) if _is_spoken(position)), None)


def contradictions(dossier: Dossier, claim_id: str) -> tuple[Contradiction, ...]:
    """Return every pair of actors of whom one now asserts a claim and another denies it, sorted by actor."""
    now = standing(dossier, claim_id).values()
    return tuple(
        Contradiction(claim_id, this, that)
        for this in now
        if this.stance == "asserts"
        for that in now
        if that.stance == "denies"
    )


def changes_of_position(dossier: Dossier, actor_id: str | None) -> tuple[Change, ...]:
    """Return where an actor, or everybody, took another stance on a claim than before, in time order.

    A refusal to comment is no change.
    """
    actors = dossier.actors if actor_id is None else (actor_id,)
    found = (change for each in actors for change in _changes(positions_of(dossier, each)))
    return tuple(sorted(found, key=lambda change: (*_order(change.after), change.claim)))


def changes_on(dossier: Dossier, claim_id: str) -> tuple[Change, ...]:
    """Return where anybody took another stance on a claim than before, in time order."""
    return changes_in(positions(dossier, claim_id))


def changes_in(paths: Paths) -> tuple[Change, ...]:
    """Return where a path on a claim takes another stance than before, in time order."""
    through_time = (taken for taken in paths.values() if len(taken) > 1)
    found = (change for taken in through_time for change in _changes({taken[0].claim: taken}))
    return tuple(sorted(found, key=lambda change: _order(change.after)))


def _changes(taken: Mapping[str, tuple[Position, ...]]) -> Iterator[Change]:
    for claim_id, through_time in taken.items():
        for before, after in pairwise(_spoken(through_time)):
            if before.stance != after.stance:
                yield Change(after.actor, claim_id, before, after)


def _spoken(taken: Iterable[Position]) -> Iterator[Position]:
    return filter(_is_spoken, taken)


def _is_spoken(position: Position) -> bool:
    return position.stance != "declines-to-comment"


def _taken(statement: Statement) -> Iterator[Position]:
    for taken in statement.stances:
        yield Position(
            statement.speaker, taken.claim, taken.stance, taken.condition, statement.id, statement.said
        )


def _grouped(keyed: Iterable[tuple[str, Position]]) -> dict[str, tuple[Position, ...]]:
    groups: dict[str, list[Position]] = {}
    for key, position in keyed:
        groups.setdefault(key, []).append(position)
    return {key: tuple(sorted(groups[key], key=_order)) for key in sorted(groups)}


def _order(position: Position) -> tuple[object, ...]:
    return (timeline_key(position.said), position.statement)
