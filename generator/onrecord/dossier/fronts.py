"""Where whole sides stand: the last words of all who speak for a body, and whom its side contradicts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.positions import Position, standing
from onrecord.dossier.reads import facts, unread
from onrecord.dossier.remembered import remembered
from onrecord.dossier.sides import day_of, side, way_up
from onrecord.records.vocabulary import Stance
from onrecord.records.when import timeline_key

_MOST = 30
"""How many opponents a side is told of on one claim; a claim that all speak to would grow with the square."""

_OPPOSITE: tuple[tuple[Stance, Stance], ...] = (("asserts", "denies"), ("denies", "asserts"))

Words = tuple[Position, ...]
"""Last words on one claim, the newest first."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A claim on which one side asserts what the other denies, or the other way round."""

    claim: str
    ours: Words
    theirs: Words


@dataclass(frozen=True, slots=True)
class Fronts:
    """Who speaks for whom, and which side contradicts which.

    ``within`` leads from a body to a claim to the last words of all who speak for it, at whatever remove.
    ``against`` leads from a side to another side to the claims on which they clash.
    """

    within: Mapping[str, Mapping[str, Words]]
    against: Mapping[str, Mapping[str, tuple[Clash, ...]]]


def fronts(dossier: Dossier) -> Fronts:
    """Return where all sides stand on all claims; whoever is not named is of no side.

    Whoever asks reads what is told of a body or a side, and not all that it follows from.
    """
    found = unread(lambda: _fronts(dossier))
    actors = dossier.actors
    return Fronts(facts(actors, found.within, "within"), facts(actors, found.against, "against"))


@remembered
def _fronts(dossier: Dossier) -> Fronts:
    within: dict[str, dict[str, Words]] = {}
    against: dict[str, dict[str, list[Clash]]] = {}
    for claim_id in dossier.claims:
        now = standing(dossier, claim_id).values()
        newest = sorted(now, key=lambda each: timeline_key(each.said), reverse=True)
        for body, words in _bodies(dossier, newest).items():
            within.setdefault(body, {})[claim_id] = words
        for ours, theirs, clash in _clashes(dossier, claim_id, newest):
            against.setdefault(ours, {}).setdefault(theirs, []).append(clash)
    told = {ours: {theirs: tuple(found) for theirs, found in each.items()} for ours, each in against.items()}
    return Fronts(within, told)


def _bodies(dossier: Dossier, newest: Iterable[Position]) -> dict[str, Words]:
    found: dict[str, list[Position]] = {}
    for position in newest:
        for body in way_up(dossier, _voice(dossier, position), day_of(position.said)):
            found.setdefault(body, []).append(position)
    return {body: tuple(words) for body, words in found.items()}


def _clashes(dossier: Dossier, claim_id: str, newest: Iterable[Position]) -> Iterator[tuple[str, str, Clash]]:
    taken: dict[Stance, dict[str, list[Position]]] = {}
    for position in newest:
        if root := _side(dossier, position):
            taken.setdefault(position.stance, {}).setdefault(root, []).append(position)
    for stance, opposite in _OPPOSITE:
        for ours, words in taken.get(stance, {}).items():
            others = (each for each in taken.get(opposite, {}).items() if each[0] != ours)
            for theirs, answers in islice(others, _MOST):
                yield ours, theirs, Clash(claim_id, tuple(words), tuple(answers))


def _voice(dossier: Dossier, position: Position) -> str:
    statement = dossier.statements[position.statement]
    return statement.on_behalf_of or statement.speaker


def _side(dossier: Dossier, position: Position) -> str:
    root = side(dossier, _voice(dossier, position), day_of(position.said))
    actor = dossier.actors.get(root)
    return "" if actor is None or actor.kind == "anonymous" else root
