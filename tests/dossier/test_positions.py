from onrecord.dossier.dossier import Dossier
from onrecord.dossier.positions import (
    changes_of_position,
    changes_on,
    contradictions,
    latest,
    positions,
    positions_of,
    standing,
)
from onrecord.records.statements import Statement
from onrecord.records.vocabulary import Stance
from tests.dossier.make import actor, claim, dossier, source, stance, statement


def say(speaker: str, taken: Stance, said: str, about: str = "ready") -> Statement:
    return statement(
        f"{speaker}-{said}-{about}", speaker, said=said, stances=stance(taken, about, "if asked")
    )


def linked(*statements: Statement) -> Dossier:
    return dossier(actor("lavrov"), actor("rubio"), source("tass"), claim(), claim("dated"), *statements)


def test_positions_stand_oldest_first_under_each_actor() -> None:
    found = positions(
        linked(
            say("rubio", "denies", "2025-11-02"),
            say("lavrov", "asserts", "2025-11-13"),
            say("lavrov", "doubts", "2025-11-01"),
        ),
        "ready",
    )

    assert {each: [taken.stance for taken in through_time] for each, through_time in found.items()} == {
        "lavrov": ["doubts", "asserts"],
        "rubio": ["denies"],
    }
    assert list(found) == ["lavrov", "rubio"]


def test_a_position_carries_its_condition_and_its_receipt() -> None:
    (position,) = positions(linked(say("lavrov", "conditional", "2025-11-13")), "ready")["lavrov"]

    assert (position.condition, position.statement) == ("if asked", "lavrov-2025-11-13-ready")


def test_what_an_actor_said_is_found_claim_by_claim() -> None:
    found = positions_of(
        linked(
            say("lavrov", "asserts", "2025-11-13"),
            say("lavrov", "denies", "2025-11-12", "dated"),
            say("rubio", "denies", "2025-11-12", "dated"),
            statement("of-him", "rubio", stances=stance("doubts"), about=("lavrov",)),
        ),
        "lavrov",
    )

    assert {each: taken[-1].stance for each, taken in found.items()} == {
        "dated": "denies",
        "ready": "asserts",
    }


def test_the_latest_position_may_be_a_refusal_to_comment_and_the_standing_one_not() -> None:
    spoken = linked(say("rubio", "denies", "2025-11-01"), say("rubio", "declines-to-comment", "2025-11-02"))

    assert latest(spoken, "ready")["rubio"].stance == "declines-to-comment"
    assert standing(spoken, "ready")["rubio"].stance == "denies"


def test_a_contradiction_is_between_what_two_actors_say_now() -> None:
    found = contradictions(
        linked(
            say("lavrov", "denies", "2025-11-01"),
            say("lavrov", "asserts", "2025-11-13"),
            say("rubio", "denies", "2025-11-12"),
        ),
        "ready",
    )

    assert [(each.claim, each.asserts.actor, each.denies.actor) for each in found] == [
        ("ready", "lavrov", "rubio")
    ]


def test_who_said_both_does_not_contradict_themselves() -> None:
    spoken = linked(say("lavrov", "denies", "2025-11-01"), say("lavrov", "asserts", "2025-11-13"))

    assert contradictions(spoken, "ready") == ()


def test_a_change_of_position_is_another_stance_of_the_same_actor() -> None:
    (change,) = changes_of_position(
        linked(
            say("lavrov", "denies", "2025-11-01"),
            say("lavrov", "denies", "2025-11-02"),
            say("lavrov", "asserts", "2025-11-13"),
        ),
        "lavrov",
    )

    assert (change.actor, change.claim) == ("lavrov", "ready")
    assert (change.before.said.text, change.after.said.text) == ("2025-11-02", "2025-11-13")


def test_a_refusal_to_comment_is_no_change_of_position() -> None:
    spoken = linked(
        say("rubio", "denies", "2025-11-01"),
        say("rubio", "declines-to-comment", "2025-11-02"),
        say("rubio", "denies", "2025-11-03"),
    )

    assert changes_of_position(spoken, "rubio") == ()


def test_the_changes_of_everybody_stand_in_time_order() -> None:
    spoken = linked(
        say("lavrov", "denies", "2025-11-01"),
        say("lavrov", "asserts", "2025-11-13"),
        say("rubio", "asserts", "2025-11-01"),
        say("rubio", "denies", "2025-11-12"),
    )

    assert [change.actor for change in changes_of_position(spoken, None)] == ["rubio", "lavrov"]
    assert [change.actor for change in changes_of_position(spoken, "rubio")] == ["rubio"]


def test_the_changes_on_a_claim_are_those_of_everybody_in_time_order() -> None:
    spoken = linked(
        say("lavrov", "denies", "2025-11-01"),
        say("lavrov", "asserts", "2025-11-13"),
        say("lavrov", "asserts", "2025-11-01", "dated"),
        say("lavrov", "denies", "2025-11-02", "dated"),
        say("rubio", "asserts", "2025-11-01"),
        say("rubio", "denies", "2025-11-12"),
        say("nobody", "denies", "2025-11-12"),
    )

    assert [(change.actor, change.claim, change.after.stance) for change in changes_on(spoken, "ready")] == [
        ("rubio", "ready", "denies"),
        ("lavrov", "ready", "asserts"),
    ]


def test_the_latest_of_many_positions_is_the_last() -> None:
    days = ("2025-11-01", "2025-11-02", "2025-11-03")
    spoken = linked(*(say("rubio", "denies", day) for day in days))

    assert latest(spoken, "ready")["rubio"].said.text == "2025-11-03"
