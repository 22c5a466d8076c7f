"""The ledger: every claim with its status and why, and who stands where, on this day or another."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.dossier.positions import Position
from onrecord.pages.held import HeldView
from onrecord.pages.here import Here
from onrecord.pages.positions.claim_history import ClaimHistory, Verdict
from onrecord.pages.positions.views import LegendItem
from onrecord.pages.views import LinkView, StatusView
from onrecord.pages.words.wording import ATTRIBUTIONS, SUBSTANCES, TAKEN_BY
from onrecord.records.lines import one_line
from onrecord.records.when import timeline_key


@dataclass(frozen=True, slots=True)
class HolderView:
    """An actor, linked to the statement that shows the stance: when and whether it was made."""

    link: LinkView
    said: str
    attribution: StatusView
    condition: str


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """Who takes one stance on a claim; nobody does now if all are ``past``."""

    key: str
    label: str
    holders: tuple[HeldView[HolderView], ...]
    past: bool


@dataclass(frozen=True, slots=True)
class LedgerCard:
    """A claim in the ledger; ``since`` is the ISO day since which it is known, or empty.

    ``reasoned`` tells whether the statuses of the past come with their reasons.
    """

    claim: str
    link: LinkView
    topics: tuple[str, ...]
    since: str
    verdicts: tuple[HeldView[Verdict], ...]
    reasoned: bool
    stances: tuple[StanceGroup, ...]


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """The claims of one status, of which there may be none today."""

    key: str
    title: str
    cards: tuple[LedgerCard, ...]


def ledger(here: Here, histories: dict[str, ClaimHistory]) -> tuple[LedgerGroup, ...]:
    """Return the claims of ``histories`` by their status of today, in the order of the statuses."""
    cards: dict[str, list[LedgerCard]] = {key: [] for key in STATUS_ORDER}
    for claim_id, history in histories.items():
        cards[here.site.substances[claim_id].status].append(_card(here, claim_id, history))
    return tuple(LedgerGroup(key, SUBSTANCES[key], tuple(found)) for key, found in cards.items())


STATUS_ORDER = (
    "contested",
    "conditional",
    "one-sided",
    "open",
    "agreed",
    "confirmed",
    "refuted",
    "resolved",
)
"""Statuses in the order in which the ledger shows them: the unsettled first."""


def holder(here: Here, position: Position) -> HolderView:
    """Return an actor with the statement that shows where the actor stands."""
    return HolderView(
        here.record(position.statement, here.record(position.actor).text),
        here.time(position.said).words,
        here.attribution(position.statement),
        position.condition,
    )


def by_stance(here: Here, found: Iterable[HeldView[Position]]) -> tuple[StanceGroup, ...]:
    """Return positions by stance, in the order of the stances, the newest first."""
    newest = sorted(found, key=lambda each: timeline_key(each.value.said), reverse=True)
    groups = []
    for key, label in TAKEN_BY.items():
        taken = [each for each in newest if each.value.stance == key]
        holders = tuple(HeldView(holder(here, each.value), each.since, each.until) for each in taken)
        if holders:
            groups.append(StanceGroup(key, label, holders, all(each.until for each in taken)))
    return tuple(groups)


def said_marks(groups: Iterable[StanceGroup]) -> tuple[LegendItem, ...]:
    """Return the marks that stand after the names in some groups, with what each tells of the words."""
    found = {each.value.attribution.key for group in groups for each in group.holders}
    told: dict[str, list[str]] = {}
    for key, label in ATTRIBUTIONS.items():
        if key in found:
            told.setdefault(_DRAWN_AS.get(key, key), []).append(label.lower())
    return tuple(LegendItem(mark, " or ".join(labels)) for mark, labels in told.items())


_DRAWN_AS = {"on-the-record": "confirmed"}
"""An attribution that has the mark of another one."""


def _card(here: Here, claim_id: str, history: ClaimHistory) -> LedgerCard:
    claim = here.dossier.claims[claim_id]
    known = here.site.known[claim_id]
    stands = (HeldView(each.value.position, each.since, each.until) for each in history.stands)
    return LedgerCard(
        claim_id,
        LinkView(here.record(claim_id).href, one_line(claim.text), "claims"),
        claim.topics,
        known.isoformat() if known else "",
        history.verdicts,
        history.reasoned,
        by_stance(here, stands),
    )
