"""Who speaks to a claim, each with their last word, and for which sides; and what evidence there is."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.origins import ancestors
from onrecord.dossier.positions import Paths, Position, last_words
from onrecord.dossier.sides import day_of, side
from onrecord.records.claims import Claim
from onrecord.records.vocabulary import Bearing, Stance

_NOBODY_NAMED = "nobody named"


@dataclass(frozen=True, slots=True)
class Voices:
    """The last word of every actor on a claim, by stance; and the sources that bear on it."""

    asserting: tuple[Position, ...]
    denying: tuple[Position, ...]
    conditional: tuple[Position, ...]
    doubting: tuple[Position, ...]
    supporting: tuple[str, ...]
    contradicting: tuple[str, ...]

    @property
    def speaking(self) -> tuple[Position, ...]:
        """Everybody's last word."""
        return (*self.asserting, *self.conditional, *self.denying, *self.doubting)


def voices(dossier: Dossier, claim: Claim, taken: Paths) -> Voices:
    """Gather the voices on a claim; refusals to comment are none, relayed evidence adds none."""
    now = tuple(last_words(taken).values())
    return Voices(
        _with(now, "asserts"),
        _with(now, "denies"),
        _with(now, "conditional"),
        _with(now, "doubts"),
        _evidence(dossier, claim, "supports"),
        _evidence(dossier, claim, "contradicts"),
    )


def _with(now: Iterable[Position], stance: Stance) -> tuple[Position, ...]:
    return tuple(position for position in now if position.stance == stance)


def sides(dossier: Dossier, taken: Iterable[Position]) -> tuple[str, ...]:
    """Return for which sides some actors speak, sorted.

    Anonymous actors who speak for nobody in particular are no second side: nobody can tell whose they are.
    Only where nobody else speaks are they, all together, one.
    """
    found = {_side(dossier, position) for position in taken}
    return tuple(sorted(found - {_NOBODY_NAMED} or found))


def _side(dossier: Dossier, position: Position) -> str:
    statement = dossier.statements[position.statement]
    found = side(dossier, statement.on_behalf_of or statement.speaker, day_of(statement.said))
    actor = dossier.actors.get(found)
    return _NOBODY_NAMED if actor and actor.kind == "anonymous" else found


def _evidence(dossier: Dossier, claim: Claim, bearing: Bearing) -> tuple[str, ...]:
    """Return the evidence that relays no other evidence of the claim; of a circle, the first id."""
    above = {str(each.source): ancestors(dossier, each.source) for each in claim.evidence}
    return tuple(
        dict.fromkeys(
            each.source
            for each in claim.evidence
            if each.bearing == bearing and not _relays(each.source, above)
        )
    )


def _relays(source_id: str, above: dict[str, frozenset[str]]) -> bool:
    before = (each for each in above[source_id] if each in above)
    return any(source_id not in above[each] or each < source_id for each in before)
