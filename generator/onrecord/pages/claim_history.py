"""How a claim stood from day to day: its status, who stood where, who contradicted whom, who changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.histories import Held, history
from onrecord.dossier.positions import Change, Position, changes_on, contradictions, latest
from onrecord.dossier.substance import substance
from onrecord.pages.held import HeldView, held_views
from onrecord.pages.here import substance_label

T = TypeVar("T", "Verdict", "Stand", "Against", Change)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim was held to be so, and why."""

    key: str
    label: str
    because: str


@dataclass(frozen=True, slots=True)
class Stand:
    """The latest thing an actor had said of a claim."""

    position: Position


@dataclass(frozen=True, slots=True)
class Against:
    """A position that somebody else's contradicted."""

    position: Position


@dataclass(frozen=True, slots=True)
class ClaimHistory:
    """All that held of a claim at one time or another, what holds now last."""

    verdicts: tuple[HeldView[Verdict], ...]
    stands: tuple[HeldView[Stand], ...]
    against: tuple[HeldView[Against], ...]
    changes: tuple[HeldView[Change], ...]


def claim_history(dossier: Dossier, claim_id: str) -> ClaimHistory:
    """Return how a claim stood on every day since it became known."""
    found = history(dossier, claim_id, lambda then: tuple(_seen(then, claim_id)))
    return ClaimHistory(
        _only(found, Verdict), _only(found, Stand), _only(found, Against), _only(found, Change)
    )


_Seen = Verdict | Stand | Against | Change


def _seen(then: Dossier, claim_id: str) -> Iterator[_Seen]:
    status = substance(then, then.claims[claim_id])
    yield Verdict(status.status, substance_label(status), status.because)
    for position in latest(then, claim_id).values():
        yield Stand(position)
    for each in contradictions(then, claim_id):
        yield Against(each.asserts)
        yield Against(each.denies)
    last = {change.actor: change for change in changes_on(then, claim_id)}
    yield from last.values()


def _only(found: Iterable[Held[_Seen]], kind: type[T]) -> tuple[HeldView[T], ...]:
    pairs = ((each, each.value) for each in found)
    return held_views(Held(value, each.since, each.until) for each, value in pairs if isinstance(value, kind))
