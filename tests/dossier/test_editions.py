from datetime import date

from onrecord.dossier.editions import Difference, differences, editions
from onrecord.dossier.known import as_of
from onrecord.records.events import Event
from onrecord.records.record import Record
from tests.dossier.make import (
    about,
    actor,
    claim,
    correction,
    dossier,
    edition,
    event,
    judgment,
    resolved,
    source,
    stance,
    statement,
    step,
)

CAST = (actor("lavrov"), actor("rubio"), source("tass"), source("ria"))


def between(before: tuple[Record, ...], after: tuple[Record, ...]) -> tuple[Difference, ...]:
    return differences(dossier(*CAST, *before), dossier(*CAST, *after))


def test_the_present_edition_counts_and_each_day_once() -> None:
    linked = dossier(of=about("2025-11-13", edition("2025-11-13"), edition("2025-10-16")))

    assert editions(linked) == (date(2025, 10, 16), date(2025, 11, 13))


def test_a_new_record_is_a_difference() -> None:
    assert between((), (claim(),)) == (Difference("new", "ready", "claims"),)


def test_a_correction_is_told_with_what_was_and_is() -> None:
    found = between((), (correction("c", "lavrov"),))

    assert found == (Difference("correction", "c", "corrections", "It was two.", "It was three."),)


def test_a_claim_that_moved_is_a_difference() -> None:
    asserted = statement("a", stances=stance("asserts")), claim()
    denied = statement("b", "rubio", stances=stance("denies"))

    assert between(asserted, (*asserted, denied)) == (
        Difference("new", "b", "statements"),
        Difference("claim-moved", "ready", "claims", "one-sided", "contested"),
    )


def test_a_resolution_tells_its_outcome() -> None:
    found = between((claim(),), (claim(resolved=resolved("false")),))

    assert found == (Difference("claim-moved", "ready", "claims", "open", "resolved: false"),)


def test_a_statement_that_another_origin_confirms_is_a_difference() -> None:
    found = between((statement("a"),), (statement("a", sources=("tass", "ria")),))

    assert found == (Difference("attribution-moved", "a", "statements", "single-origin", "confirmed"),)


def test_an_event_that_moved_is_a_difference_by_its_state_or_else_by_its_plan() -> None:
    announced = event("summit", "2025-11", step("announced", "2025-10-16", "2025-10-30"))
    later = event("summit", "2025-11", step("announced", "2025-10-16", "2025-11-20"))
    put_off = event("summit", "2025-11", step("put-off", "2025-10-21"))

    undated = event("summit", "2025-11", step("announced", "2025-10-16"))

    def moved(now: Event) -> tuple[Difference, ...]:
        return between((announced,), (now,))

    def told(was: str, now: str) -> tuple[Difference, ...]:
        return (Difference("event-moved", "summit", "events", was, now),)

    assert moved(put_off) == told("announced", "put-off")
    assert moved(later) == told("planned for 2025-10-30", "planned for 2025-11-20")
    assert moved(undated) == told("planned for 2025-10-30", "no date planned")


def test_a_judgment_that_moved_is_a_difference() -> None:
    found = between(
        (judgment("j", likelihood="likely", confidence="low"),), (judgment("j", likelihood="very-likely"),)
    )

    assert found == (Difference("judgment-moved", "j", "judgments", "likely, low", "very-likely"),)


def test_the_order_of_sources_and_stances_is_no_difference() -> None:
    one, other = statement("a", sources=("tass", "ria")), statement("a", sources=("ria", "tass"))

    assert between((one,), (other,)) == ()


def test_two_days_of_one_dossier_can_be_compared() -> None:
    first, second = source("first", published="2025-10-16"), source("second", published="2025-10-20")
    linked = dossier(actor("lavrov"), first, second, statement("a", sources=("first", "second")))

    assert differences(as_of(linked, date(2025, 10, 16)), as_of(linked, date(2025, 10, 20))) == (
        Difference("new", "second", "sources"),
        Difference("attribution-moved", "a", "statements", "single-origin", "confirmed"),
    )
