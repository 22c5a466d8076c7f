from onrecord.dossier.dossier import Dossier
from onrecord.dossier.timeline import Entry, entries, entries_about
from tests.dossier.make import (
    actor,
    claim,
    dossier,
    event,
    parse,
    place,
    source,
    stance,
    statement,
    step,
    topic,
)

CAST = (actor("lavrov"), actor("rubio"), source("tass"))


def shown(found: tuple[Entry, ...]) -> list[tuple[str, int | None]]:
    return [(entry.record_id, entry.step) for entry in found]


def rich() -> Dossier:
    return dossier(
        *CAST,
        claim(),
        topic("talks"),
        place("budapest"),
        event("summit", "2025-11-20", step("announced", "2025-10-16", by="rubio"), place="budapest"),
        statement("a", said="2025-11-13", stances=stance("asserts"), topics=("talks",)),
        statement("b", "rubio", said="2025-11-12", at="summit"),
    )


def test_time_goes_on_from_the_earliest_possible_moment() -> None:
    linked = dossier(*CAST, *(statement(f"s{each}", said=f"2025-11-{each}") for each in (13, 11, 12)))

    assert shown(entries(linked)) == [("s11", None), ("s12", None), ("s13", None)]


def test_narrower_stands_before_wider_and_then_the_id_decides() -> None:
    linked = dossier(
        *CAST,
        statement("month", said="2025-11"),
        statement("day-b", said="2025-11-01"),
        statement("day-a", said="2025-11-01"),
        statement("minute", said="2025-11-01T00:00Z"),
    )

    assert [each for each, _ in shown(entries(linked))] == ["minute", "day-a", "day-b", "month"]


def test_the_steps_of_an_event_stand_on_their_own_days() -> None:
    steps = step("announced", "2025-10-16"), step("held", "2025-11-20")
    linked = dossier(event("summit", "2025-11-20", *steps))

    assert shown(entries(linked)) == [("summit", 0), ("summit", None)]


def test_an_event_without_a_date_is_there_by_its_steps_only() -> None:
    linked = dossier(event("summit", "unknown", step("announced", "2025-10-16"), step("put-off", "unknown")))

    assert shown(entries(linked)) == [("summit", 0), ("summit", 1)]


def test_the_timeline_of_an_actor_holds_what_they_said_and_did() -> None:
    assert shown(entries_about(rich(), "lavrov")) == [("a", None)]
    assert shown(entries_about(rich(), "rubio")) == [("summit", 0), ("b", None), ("summit", None)]


def test_the_timeline_of_an_event_holds_its_own_life_and_what_was_said_there() -> None:
    assert shown(entries_about(rich(), "summit")) == [("summit", 0), ("b", None), ("summit", None)]


def test_claims_topics_and_places_have_timelines_too() -> None:
    assert shown(entries_about(rich(), "ready")) == [("a", None)]
    assert shown(entries_about(rich(), "talks")) == [("a", None)]
    assert shown(entries_about(rich(), "budapest")) == [("summit", 0), ("summit", None)]


def test_nothing_is_told_of_what_does_not_exist() -> None:
    assert entries_about(rich(), "nobody") == ()


def test_an_entry_tells_its_moment_and_whether_it_was_said_or_happened() -> None:
    planned = step("announced", "2025-10-16")
    linked = dossier(*CAST, event("summit", "2025-11-20", planned), statement("a", said="2025-11-13"))

    assert entries(linked) == (
        Entry(parse("2025-10-16"), "summit", "events", 0),
        Entry(parse("2025-11-13"), "a", "statements"),
        Entry(parse("2025-11-20"), "summit", "events"),
    )


def test_steps_of_one_day_keep_their_order_in_the_file() -> None:
    steps = tuple(step("announced", "2025-10-16", by=by) for by in ("rubio", "lavrov", "rubio"))
    linked = dossier(*CAST, event("summit", "2025-11-20", *steps))

    assert shown(entries(linked)) == [("summit", 0), ("summit", 1), ("summit", 2), ("summit", None)]
