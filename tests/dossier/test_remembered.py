"""What is asked of a dossier again and again is computed once, for each dossier and each question."""

from dataclasses import replace

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.remembered import remembered
from tests.dossier.make import actor, dossier


def test_an_answer_is_computed_once_for_each_question() -> None:
    asked: list[str] = []

    @remembered
    def name(found: Dossier, record_id: str) -> str:
        asked.append(record_id)
        return found.actors[record_id].name

    whole = dossier(actor("one"), actor("two"))
    assert [name(whole, each) for each in ("one", "two", "one")] == [
        whole.actors[each].name for each in ("one", "two", "one")
    ]
    assert asked == ["one", "two"]


def test_two_questions_of_the_same_record_have_answers_of_their_own() -> None:
    @remembered
    def kind(found: Dossier, record_id: str) -> str:
        return found.folders[record_id]

    @remembered
    def itself(found: Dossier, record_id: str) -> str:
        return found.record(record_id).id

    whole = dossier(actor("one"))
    assert (kind(whole, "one"), itself(whole, "one")) == ("actors", "one")


def test_a_dossier_made_of_another_begins_without_its_answers() -> None:
    @remembered
    def count(found: Dossier) -> int:
        return len(found.actors)

    whole = dossier(actor("one"))
    assert count(whole) == 1
    assert count(replace(whole, actors={})) == 0
    assert whole == replace(whole)
