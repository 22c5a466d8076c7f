from onrecord.checks.stances import condition_missing, condition_unexpected, stance_twice
from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location, Note, Problem, Severity
from onrecord.records.statements import TakenStance
from tests.dossier.make import actor, claim, dossier, source, stance, statement

SOUND = statement("a", stances=(*stance("asserts"), *stance("conditional", "other", "if it rains")))
HERE = Location("statements/b.yml", ("stances", 1))


def with_stances(*taken: TakenStance) -> Dossier:
    records = (actor("lavrov"), source("tass"), claim(), claim("other"), SOUND)
    return dossier(*records, statement("b", stances=taken))


def test_stances_on_different_claims_each_with_what_it_needs_are_sound() -> None:
    made = with_stances()

    assert [*stance_twice(made), *condition_missing(made), *condition_unexpected(made)] == []


def test_a_second_stance_on_a_claim_is_found_with_the_first() -> None:
    taken = (*stance("asserts"), *stance("denies"), *stance("denies", "other"))
    made = with_stances(*taken)

    assert list(stance_twice(made)) == [
        Problem(
            "stance-twice",
            HERE.at("claim"),
            "the statement takes a second stance on 'ready'",
            "keep the one that its words carry, or split the claim in two",
            (Note(Location("statements/b.yml", ("stances", 0, "claim")), "the first stance"),),
        )
    ]


def test_a_condition_that_is_not_given_is_found() -> None:
    taken = (*stance("asserts"), *stance("conditional", "other"))
    made = with_stances(*taken)

    assert list(condition_missing(made)) == [
        Problem(
            "condition-missing",
            HERE.at("stance"),
            "the stance on 'other' is 'conditional', but its condition is not given",
            "write in 'condition' on what it depends",
            severity=Severity.WARNING,
        )
    ]


def test_a_condition_of_what_is_not_conditional_is_found() -> None:
    taken = (*stance("asserts"), *stance("denies", "other", "if it rains"))
    made = with_stances(*taken)

    assert list(condition_unexpected(made)) == [
        Problem(
            "condition-unexpected",
            HERE.at("condition"),
            "the stance is 'denies', yet a condition is given",
            "write 'stance: conditional', or take the condition out",
            severity=Severity.WARNING,
        )
    ]
