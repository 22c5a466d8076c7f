"""What held when, compared with the dossier of each day."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.histories import Held, held, history, turning_days
from onrecord.dossier.known import as_of, known_from
from onrecord.dossier.lives import life
from onrecord.dossier.positions import latest
from onrecord.dossier.substance import substance
from onrecord.loading import load
from onrecord.records.sources import Source
from tests.dossier.make import (
    DAY,
    actor,
    assessment,
    claim,
    dossier,
    event,
    evidence,
    question,
    resolved,
    source,
    stance,
    statement,
    step,
)

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


def printed(source_id: str, day: str, *above: str) -> Source:
    return source(source_id, published=day, derived_from=above)


def test_a_statement_may_turn_with_each_print_of_it_what_that_relays_and_each_denial() -> None:
    found = dossier(
        actor("lavrov"),
        printed("tass", "2025-11-01"),
        printed("afp", "2025-11-02"),
        printed("mti", "2025-11-03", "afp", "a diplomat"),
        printed("ria", "2025-11-04"),
        statement("yes", sources=("tass", "mti")),
        statement("no", sources=("ria",), denies_saying=("yes",)),
        statement("answer", sources=("late",), replies_to=("yes",)),
        printed("late", "2025-12-01"),
    )

    assert turning_days(found, "yes") == (ONE, TWO, THREE, date(2025, 11, 4))


def test_a_claim_may_turn_with_its_evidence_who_speaks_to_it_and_what_editors_judge() -> None:
    found = dossier(
        actor("lavrov"),
        printed("tass", "2025-11-01"),
        printed("photo", "2025-11-02"),
        claim(
            evidence=(evidence("photo"),),
            assessment=assessment("contested", "2025-11-03"),
            resolved=resolved("true", "2025-11-04"),
        ),
        statement("yes", stances=stance("asserts")),
        question("who", "ready"),
    )

    assert turning_days(found, "ready") == (ONE, TWO, THREE, date(2025, 11, 4))


def test_an_event_may_turn_with_the_day_on_which_a_step_was_printed() -> None:
    steps = step("announced", "2025-10-30", None, "tass"), step("held", "2025-11-01", None, "mti")
    found = dossier(printed("tass", "2025-11-01"), printed("mti", "2025-11-03"), event("talks", DAY, *steps))

    assert turning_days(found, "talks") == (ONE, THREE)


def test_what_counts_as_known_from_the_beginning_may_turn_on_any_day() -> None:
    found = dossier(claim(assessment=assessment("open", "2025-11-02"), evidence=(evidence("undated"),)))

    assert turning_days(found, "ready") == (None, TWO)
