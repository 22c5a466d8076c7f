"""What held when, compared with the dossier of each day."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.histories import Held, held, history
from onrecord.dossier.known import as_of, known_from
from onrecord.dossier.lives import life
from onrecord.dossier.positions import latest
from onrecord.dossier.substance import substance
from onrecord.loading import load
from tests.dossier.make import actor, claim, dossier, event, source, stance, statement, step

CONTENT = Path(__file__).parents[2] / "content"
ONE, TWO, THREE = date(2025, 11, 1), date(2025, 11, 2), date(2025, 11, 3)


def look(found: Dossier, record_id: str) -> tuple[str, ...]:
    """Everything about a record that a page shows as of a day."""
    if record_id in found.statements:
        status = attribution(found, found.statements[record_id])
        return (status.status, status.because)
    if record_id in found.events:
        return (life(found.events[record_id]).state,)
    taken = latest(found, record_id).values()
    verdict = substance(found, found.claims[record_id])
    return (verdict.status, verdict.because, *(f"{each.actor} {each.statement}" for each in taken))


def on(found: tuple[Held[str], ...], day: date) -> set[str]:
    return {
        each.value
        for each in found
        if (each.since is None or each.since <= day) and (each.until is None or day < each.until)
    }


@pytest.fixture(scope="module")
def whole() -> Dossier:
    loaded = load(CONTENT)
    assert loaded.dossier
    return loaded.dossier


def test_every_history_of_the_default_dossier_tells_what_each_day_knew(whole: Dossier) -> None:
    ids = (*whole.statements, *whole.events, *whole.claims)
    histories = {each: history(whole, each, partial(look, record_id=each)) for each in ids}
    days = sorted({day for source in whole.sources.values() if (day := source.published.first_day)})

    for day in days:
        then = as_of(whole, day)
        public = {each for each in ids if (known := known_from(whole, each)) is None or known <= day}
        assert public == {each for each in ids if each in then.folders}
        assert {each: on(histories[each], day) for each in public} == {
            each: set(look(then, each)) for each in public
        }


def test_a_claim_is_contested_from_the_day_on_that_the_denial_was_printed() -> None:
    found = dossier(
        actor("russia", "state"),
        actor("hungary", "state"),
        claim(),
        source("tass", published="2025-11-01"),
        source("mti", published="2025-11-03"),
        statement("yes", "russia", ("tass",), stances=stance("asserts")),
        statement("no", "hungary", ("mti",), stances=stance("denies")),
    )

    assert history(found, "ready", lambda then: (substance(then, then.claims["ready"]).status,)) == (
        Held("one-sided", ONE, THREE),
        Held("contested", THREE, None),
    )


def test_an_event_is_announced_until_its_calling_off_is_known() -> None:
    found = dossier(
        event("talks", "unknown", step("announced", "2025-11-01"), step("called-off", "2025-11-03"))
    )

    assert history(found, "talks", lambda then: (life(then.events["talks"]).state,)) == (
        Held("announced", ONE, THREE),
        Held("called-off", THREE, None),
    )


def test_what_ends_and_comes_back_held_twice() -> None:
    assert held([(ONE, "a"), (TWO, "b"), (THREE, "a")]) == (
        Held("a", ONE, TWO),
        Held("b", TWO, THREE),
        Held("a", THREE, None),
    )
