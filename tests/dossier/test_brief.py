import pytest

from onrecord.dossier.brief import Columns, claims_of, columns, main_actors, newest_statements
from onrecord.dossier.statuses import Statuses
from onrecord.records.claims import Claim
from onrecord.records.vocabulary import AssessedStatus
from tests.dossier.make import (
    actor,
    assessment,
    claim,
    correction,
    dossier,
    question,
    resolved,
    source,
    statement,
)


def assessed(status: AssessedStatus) -> Claim:
    return claim("c", assessment=assessment(status))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (assessed("confirmed"), Columns(("c",), (), ())),
        (assessed("refuted"), Columns(("c",), (), ())),
        (assessed("agreed"), Columns(("c",), (), ())),
        (claim("c", resolved=resolved("true")), Columns(("c",), (), ())),
        (claim("c", resolved=resolved("false")), Columns(("c",), (), ())),
        (claim("c", resolved=resolved("moot")), Columns((), (), ())),
        (assessed("contested"), Columns((), ("c",), ())),
        (assessed("open"), Columns((), (), ("c",))),
        (assessed("conditional"), Columns((), (), ("c",))),
        (assessed("one-sided"), Columns((), (), ("c",))),
    ],
)
def test_every_status_has_its_column(asked: Claim, expected: Columns) -> None:
    assert columns(Statuses(dossier(asked))) == expected


def test_a_question_is_not_known_until_a_claim_of_it_is_confirmed() -> None:
    answered = claim("yes", question="who", assessment=assessment("confirmed"))

    assert columns(Statuses(dossier(question("who", "no"), claim("no"), answered))).not_known == ("no",)
    assert columns(Statuses(dossier(question("who", "no"), claim("no")))).not_known == ("no", "who")


def test_the_main_actors_are_those_who_said_most_then_those_named_most() -> None:
    linked = dossier(
        actor("also-quiet"),
        actor("named"),
        actor("quiet"),
        actor("zakharova"),
        source("tass"),
        statement("a", "zakharova", about=("named",)),
    )

    assert main_actors(linked, 2) == ("zakharova", "named")
    assert main_actors(linked, 9) == ("zakharova", "named", "also-quiet", "quiet")


def test_the_newest_statements_come_newest_first_without_those_of_no_day() -> None:
    said = {"a": "2025-11-12", "b": "2025-11-13", "c": "unknown"}
    linked = dossier(
        actor("lavrov"), source("tass"), *(statement(each, said=day) for each, day in said.items())
    )

    assert newest_statements(linked, 5) == ("b", "a")
    assert newest_statements(linked, 1) == ("b",)


def test_media_and_those_not_named_are_no_main_actors() -> None:
    linked = dossier(actor("paper", "media"), actor("officials", "anonymous"), actor("lavrov"))

    assert main_actors(linked, 9) == ("lavrov",)


def test_a_claim_answers_a_question_whichever_of_them_names_the_other() -> None:
    asked = question("who", "no")
    linked = dossier(asked, claim("no"), claim("yes", question="who"), correction("c", of="who"))

    assert claims_of(linked, asked) == ("no", "yes")
