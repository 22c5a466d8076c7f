"""Word against word, and who says now what they did not say before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.dossier.positions import Change, Position
from onrecord.pages.held import HeldView
from onrecord.pages.here import Here
from onrecord.pages.positions.claim_history import ClaimHistory
from onrecord.pages.positions.ledger import StanceGroup, by_stance
from onrecord.pages.views import LinkView, TimeView
from onrecord.pages.words.titles import shortened, words_of
from onrecord.pages.words.wording import STANCES
from onrecord.records.when import timeline_key

_WORDS = 170


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A claim that some assert and others deny; ``past`` if nobody contradicts anybody any more."""

    claim: str
    link: LinkView
    groups: tuple[StanceGroup, ...]
    past: bool


@dataclass(frozen=True, slots=True)
class SaidView:
    """A stance with the words that show it and their day."""

    key: str
    label: str
    link: LinkView
    time: TimeView


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An actor who says something else of a claim now than before."""

    claim: str
    link: LinkView
    actor: LinkView
    now: SaidView
    before: SaidView


def disputes(here: Here, histories: Mapping[str, ClaimHistory]) -> tuple[DisputeView, ...]:
    """Return every claim that somebody's word stood against somebody else's on."""
    found = []
    for claim_id, history in histories.items():
        positions = [HeldView(each.value.position, each.since, each.until) for each in history.against]
        if positions:
            past = all(each.until for each in positions)
            found.append(DisputeView(claim_id, here.record(claim_id), by_stance(here, positions), past))
    return tuple(found)


def changes(here: Here, histories: Iterable[ClaimHistory]) -> tuple[HeldView[ChangeView], ...]:
    """Return the changes of position, the newest first."""
    found = [each for history in histories for each in history.changes]
    found.sort(key=lambda each: (timeline_key(each.value.after.said), each.value.claim), reverse=True)
    return tuple(HeldView(_change(here, each.value), each.since, each.until) for each in found)


def _change(here: Here, change: Change) -> ChangeView:
    return ChangeView(
        change.claim,
        here.record(change.claim),
        here.record(change.actor),
        _said(here, change.after),
        _said(here, change.before),
    )


def _said(here: Here, position: Position) -> SaidView:
    statement = here.dossier.statements[position.statement]
    return SaidView(
        position.stance,
        STANCES[position.stance],
        here.record(position.statement, shortened(words_of(statement), _WORDS)),
        here.time(position.said),
    )
