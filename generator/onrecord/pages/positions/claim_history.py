"""How a claim stood from day to day: its status, who stood where, who contradicted whom, who changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.glance import glance
from onrecord.dossier.histories import Held, held, turning_days
from onrecord.dossier.known import known_from
from onrecord.dossier.positions import Change, Position, changes_in, last_words, positions
from onrecord.dossier.substance import Substance, substance
from onrecord.pages.held import HeldView, held_views
from onrecord.pages.here import stances_decide, substance_label

T = TypeVar("T", "Verdict", "Sign", "Stand", "Against", Change)

_REASONS = 8
"""How many reasons of the past are told; a claim that many speak to would grow with the square of them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A status: the key of its look and its name."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim was held to be so, and why, if that is told and the stances do not say it already."""

    key: str
    label: str
    because: str


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """The latest thing an actor had said of a claim; made once for each position, it is like no other."""

    position: Position


@dataclass(frozen=True, slots=True, eq=False)
class Against:
    """A position that somebody else's contradicted; made once for each."""

    position: Position


@dataclass(frozen=True, slots=True)
class ClaimHistory:
    """All that held of a claim at one time or another, what holds now last.

    ``reasoned`` tells whether the statuses of the past come with their reasons.
    """

    signs: tuple[HeldView[Sign], ...]
    verdicts: tuple[HeldView[Verdict], ...]
    stands: tuple[HeldView[Stand], ...]
    against: tuple[HeldView[Against], ...]
    changes: tuple[HeldView[Change], ...]
    reasoned: bool


def claim_history(dossier: Dossier, claim_id: str) -> ClaimHistory:
    """Return how a claim stood on every day since it became known."""
    found = held(_days(dossier, claim_id))
    signs, verdicts = _only(found, Sign), _only(found, Verdict)
    reasoned = len(verdicts) <= _REASONS
    return ClaimHistory(
        signs,
        verdicts if reasoned else _without_reasons(signs, verdicts[-1].value),
        _only(found, Stand),
        _only(found, Against),
        _only(found, Change),
        reasoned,
    )


_Seen = Sign | Verdict | Stand | Against | Change


def _days(dossier: Dossier, claim_id: str) -> Iterator[tuple[date | None, Iterable[_Seen]]]:
    """Yield each day on which something may have changed, with what was seen on it.

    A statement that was known on a day is known on all later ones, with the stances that it takes, so that
    the positions need not be gathered anew for each.
    """
    whole = positions(dossier, claim_id)
    known = {
        each.statement: known_from(dossier, each.statement) or date.min
        for path in whole.values()
        for each in path
    }
    days = {actor: [known[each.statement] for each in path] for actor, path in whole.items()}
    stand, against = cache(Stand), cache(Against)
    first, last = ({actor: of(found) for actor, found in days.items()} for of in (min, max))
    for day in turning_days(dossier, claim_id):
        now = day or date.min
        then = glance(dossier, now)
        heard = {
            actor: path if last[actor] <= now else tuple(e for e in path if known[e.statement] <= now)
            for actor, path in whole.items()
            if first[actor] <= now
        }
        claim = then.claims[claim_id]
        status = substance(then, claim, heard, in_words=False)
        told = "" if stances_decide(dossier, status) else substance(then, claim, heard).because
        yield (
            day,
            (
                *_signs(status, told),
                *(stand(path[-1]) for path in heard.values()),
                *map(against, _against(last_words(heard).values())),
                *{change.actor: change for change in changes_in(heard)}.values(),
            ),
        )


def _signs(status: Substance, because: str) -> Iterator[Sign | Verdict]:
    label = substance_label(status)
    yield Sign(status.status, label)
    yield Verdict(status.status, label, because)


def _against(now: Iterable[Position]) -> Iterator[Position]:
    """Yield who stands by a claim and who denies it, if there are both."""
    spoken = tuple(now)
    asserting = [each for each in spoken if each.stance == "asserts"]
    denying = [each for each in spoken if each.stance == "denies"]
    if asserting and denying:
        yield from (*asserting[:1], *denying, *asserting[1:])


def _without_reasons(signs: Iterable[HeldView[Sign]], now: Verdict) -> tuple[HeldView[Verdict], ...]:
    """Return the statuses with the reason of the present one, which scripts hide on past days."""
    *past, last = (
        HeldView(Verdict(each.value.key, each.value.label, ""), each.since, each.until) for each in signs
    )
    return (*past, HeldView(now, last.since, last.until))


def _only(found: Iterable[Held[_Seen]], kind: type[T]) -> tuple[HeldView[T], ...]:
    pairs = ((each, each.value) for each in found)
    return held_views(Held(value, each.since, each.until) for each, value in pairs if isinstance(value, kind))
