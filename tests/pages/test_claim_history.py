"""How a claim stood is what the dossier of each day says, which is made in another way."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import as_of
from onrecord.dossier.positions import changes_on, contradictions, latest
from onrecord.dossier.substance import substance
from onrecord.loading import load
from onrecord.pages.held import HeldView
from onrecord.pages.here import reason
from onrecord.pages.positions.claim_history import claim_history

T = TypeVar("T")
CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def whole() -> Dossier:
    loaded = load(CONTENT)
    assert loaded.dossier
    return loaded.dossier


def on(found: tuple[HeldView[T], ...], day: date) -> list[T]:
    return [
        each.value
        for each in found
        if each.since <= day.isoformat() and (not each.until or day.isoformat() < each.until)
    ]


def test_a_claim_stood_on_each_day_as_the_dossier_of_that_day_has_it(whole: Dossier) -> None:
    histories = {each: claim_history(whole, each) for each in whole.claims}
    for day in sorted({day for source in whole.sources.values() if (day := source.published.first_day)}):
        then = as_of(whole, day)
        for claim_id, claim in then.claims.items():
            found, verdict = histories[claim_id], substance(then, claim)
            against = {
                each for pair in contradictions(then, claim_id) for each in (pair.asserts, pair.denies)
            }
            assert [each.key for each in on(found.signs, day)] == [verdict.status]
            assert {each.position for each in on(found.stands, day)} == set(latest(then, claim_id).values())
            assert {each.position for each in on(found.against, day)} == against
            last = {each.actor: each for each in changes_on(then, claim_id)}
            assert {each.actor: each for each in on(found.changes, day)} == last
            if found.reasoned:
                assert [each.because for each in on(found.verdicts, day)] == [reason(then, verdict)]
