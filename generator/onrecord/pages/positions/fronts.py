"""Where the people of a side stand, and on what they contradict those of another side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.dossier.fronts import Clash, Words
from onrecord.dossier.positions import Position
from onrecord.pages.addresses import record_path
from onrecord.pages.capped import capped
from onrecord.pages.here import Here
from onrecord.pages.views import HoldersView, LinkView, ShortList, StatusView
from onrecord.pages.words.wording import TAKEN_BY, counted
from onrecord.records.when import timeline_key

_CLAIMS, _SIDES, _CLASHES, _NAMES, _PAIRS = 10, 5, 4, 5, 4


@dataclass(frozen=True, slots=True)
class StandView:
    """A claim, whether it is so, and who of a side takes which stance on it."""

    claim: LinkView
    substance: StatusView
    holders: tuple[HoldersView, ...]


@dataclass(frozen=True, slots=True)
class ClashView:
    """A claim with those of this side on it, and those of the other."""

    claim: LinkView
    ours: tuple[HoldersView, ...]
    theirs: tuple[HoldersView, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """Another side, and the claims on which it is contradicted."""

    anchor: str
    side: LinkView
    clashes: ShortList[ClashView]


def stands_within(here: Here, body: str) -> ShortList[StandView]:
    """Return where those stand who speak for a body; nothing if nobody but itself does."""
    taken = here.site.fronts.within.get(body, {})
    if all(each.actor == body for words in taken.values() for each in words):
        return ShortList(())
    newest = sorted(taken.items(), key=lambda each: timeline_key(each[1][0].said), reverse=True)
    return capped(here, newest, _stand, "claims", _CLAIMS)


def fronts_of(here: Here, side: str) -> ShortList[FrontView]:
    """Return whom a side contradicts, those first whom it contradicts most."""
    return capped(here, _most(here, side), _front, "claims", _SIDES, others="more opponents")


def _most(here: Here, side: str) -> list[tuple[str, tuple[Clash, ...]]]:
    against = here.site.fronts.against.get(side, {})
    return sorted(against.items(), key=lambda each: (-len(each[1]), each[0]))


def opponents(here: Here) -> tuple[LinkView, ...]:
    """Return which two sides contradict each other on most claims, linked to what they disagree on.

    Media tell of the matter and are no side of it; one claim alone is told by the claim itself.
    The page linked is that of whoever has fewer opponents.
    """
    actors = here.dossier.actors
    pairs = {
        (ours, theirs): len(clashes)
        for ours, others in here.site.fronts.against.items()
        for theirs, clashes in others.items()
        if ours < theirs and len(clashes) > 1 and "media" not in {actors[ours].kind, actors[theirs].kind}
    }
    most = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_PAIRS]
    return tuple(_opponents(here, pair, pairs[pair]) for pair in most)


def _opponents(here: Here, pair: tuple[str, str], claims: int) -> LinkView:
    told = min(pair, key=lambda side: len(here.site.fronts.against[side]))
    (other,) = set(pair) - {told}
    is_shown = other in dict(_most(here, told)[:_SIDES])
    words = f"{' and '.join(here.short(each).text for each in pair)} ({counted(claims, 'claims')})"
    return here.page(record_path("actors", told), words, _anchor(other) if is_shown else "disagrees")


def _anchor(side: str) -> str:
    return f"against-{side}"


def _stand(here: Here, taken: tuple[str, Words]) -> StandView:
    claim_id, words = taken
    return StandView(here.record(claim_id), here.substance(claim_id), tuple(_holders(here, words)))


def _front(here: Here, against: tuple[str, tuple[Clash, ...]]) -> FrontView:
    side, clashes = against
    newest = sorted(clashes, key=lambda each: timeline_key(each.ours[0].said), reverse=True)
    return FrontView(_anchor(side), here.record(side), capped(here, newest, _clash, "claims", _CLASHES))


def _clash(here: Here, clash: Clash) -> ClashView:
    return ClashView(
        here.record(clash.claim), tuple(_holders(here, clash.ours)), tuple(_holders(here, clash.theirs))
    )


def _holders(here: Here, words: Words) -> Iterator[HoldersView]:
    for stance, label in TAKEN_BY.items():
        taken = [each for each in words if each.stance == stance]
        if taken:
            yield HoldersView(stance, label, tuple(_speakers(here, taken)))


def _speakers(here: Here, taken: Sequence[Position]) -> Iterator[LinkView]:
    for each in taken[:_NAMES]:
        yield here.record(each.statement, f"{here.record(each.actor).text}, {here.time(each.said).short}")
    if len(taken) > _NAMES:
        yield LinkView("", f"and {len(taken) - _NAMES} more")
