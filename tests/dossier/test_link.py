from dataclasses import replace

import pytest

from onrecord.dossier.dossier import Backlink
from onrecord.dossier.link import link
from onrecord.problems import Location, Problem
from onrecord.records.background import Topic
from onrecord.records.record import Record
from tests.dossier.make import (
    about,
    actor,
    claim,
    correction,
    dossier,
    removed,
    role,
    source,
    stance,
    statement,
    topic,
)


def problems(*records: Record, broken: str = "", unread: str = "") -> tuple[Problem, ...]:
    return link(records, about(), frozenset({broken}), frozenset({unread}))[1]


def test_every_record_is_found_by_its_id_in_the_order_of_ids() -> None:
    linked = dossier(topic("talks"), actor("lavrov"), source("tass"))

    assert tuple(linked.folders.items()) == (("lavrov", "actors"), ("talks", "topics"), ("tass", "sources"))
    assert linked.find("tass") is linked.sources["tass"]
    assert linked.find("nobody") is None


def test_backlinks_tell_who_names_a_record_and_in_which_field() -> None:
    linked = dossier(
        actor("lavrov"), source("tass"), claim(), statement("b", stances=stance("asserts")), statement("a")
    )

    assert linked.backlinks["tass"] == (Backlink("a", "sources"), Backlink("b", "sources"))
    assert linked.naming("lavrov", "speaker") == ("a", "b")
    assert linked.naming("ready", "stances") == ("b",)


def test_an_id_that_no_record_has_is_a_problem_with_the_nearest_one_as_hint() -> None:
    (problem,) = problems(actor("lavrov"), source("tass"), statement("a", "lavrvo"))

    assert problem == Problem(
        "unknown-actor",
        Location("statements/a.yml", ("speaker",)),
        "no actor has the id 'lavrvo'",
        hint="did you mean 'lavrov'?",
    )


def test_not_every_one_of_thousands_of_wrong_ids_is_compared_with_thousands_of_right_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.dossier.link.COMPARISONS", 11)
    told = problems(
        *(statement(f"s{number}", speaker="lavrow") for number in range(3)),
        actor("lavrov"),
        source("tass"),
    )

    assert [each.hint for each in told] == [
        "did you mean 'lavrov'?",
        "did you mean 'lavrov'?",
        "correct it, or write its record first",
    ]


def test_a_reference_to_any_kind_of_record_is_called_one_to_a_record() -> None:
    (problem,) = problems(actor("lavrov"), source("tass"), statement("a", about=("nothing-like-it",)))

    assert (problem.code, problem.message) == ("unknown-id", "no record has the id 'nothing-like-it'")
    assert problem.hint == "correct it, or write its record first"


def test_a_reference_to_the_wrong_kind_says_which_kind_is_due() -> None:
    (problem,) = problems(topic("lavrov"), source("tass"), statement("a"))

    assert (problem.code, problem.message) == ("wrong-kind", "'lavrov' is a topic, not an actor")


def test_a_former_id_leads_to_the_new_one() -> None:
    (problem,) = problems(actor("sergey-lavrov", formerly=("lavrov",)), source("tass"), statement("a"))

    assert problem.hint == "it is now called 'sergey-lavrov'"


def test_a_record_that_was_removed_is_set_aside_with_all_that_it_names() -> None:
    linked, found = link((actor("lavrov"), statement("a", "nobody", removed=removed())), about())

    assert found == ()
    assert (linked.find("a"), list(linked.removed), linked.naming("lavrov")) == (None, ["a"], ())


def test_only_a_correction_may_name_a_record_that_was_removed() -> None:
    gone = actor("lavrov", removed=removed())

    (problem,) = problems(gone, source("tass"), statement("a"))

    assert (problem.code, problem.hint[:14]) == ("unknown-actor", "it was removed")
    assert problems(gone, correction("c", "lavrov")) == ()


def test_naming_a_record_that_could_not_be_read_is_no_second_problem() -> None:
    assert problems(source("tass"), statement("a"), broken="lavrov") == ()


def test_nobody_is_blamed_for_ids_of_a_folder_that_could_not_be_read() -> None:
    assert problems(source("tass"), statement("a"), unread="actors") == ()


def test_the_bottom_line_must_rest_on_records_too() -> None:
    found = link((), about(rests_on=("gone",)))[1]

    assert [problem.location for problem in found] == [Location("dossier.yml", ("rests_on", 0))]


def test_a_dead_reference_leaves_no_backlink() -> None:
    assert "lavrov" not in dossier(topic("lavrov"), source("tass"), statement("a")).backlinks


def test_a_reference_deep_in_a_record_is_filed_under_the_field_it_stands_in() -> None:
    linked = dossier(actor("mid"), actor("lavrov", roles=(role("minister", "mid"),)))

    assert linked.backlinks["mid"] == (Backlink("lavrov", "roles"),)


def test_those_who_name_a_record_stand_by_kind_and_then_by_id() -> None:
    linked = dossier(
        actor("lavrov"),
        source("tass"),
        claim("z", topics=("talks",)),
        topic("talks"),
        statement("b", topics=("talks",)),
        statement("a", topics=("talks",)),
    )

    assert linked.naming("talks") == ("z", "a", "b")


def test_of_records_that_share_an_id_the_first_in_the_content_is_kept() -> None:
    def at(file: str, index: int, title: str) -> Topic:
        return replace(topic("talks"), title=title, location=Location(file, (index,)))

    once = at("topics/a.yml", 9, "first"), at("topics/a.yml", 10, "second"), at("topics/b.yml", 0, "third")
    for records in (once, once[::-1]):
        linked = dossier(topic("a"), *records, topic("z"))
        assert [each.title for each in linked.topics.values()] == ["A topic", "first", "A topic"]


def test_a_dead_reference_after_one_that_could_not_be_read_is_found_too() -> None:
    (problem,) = problems(statement("a", sources=("gone",)), broken="lavrov")

    assert problem.code == "unknown-source"


BEFORE = (
    actor("lavrov"),
    actor("rubio"),
    source("ria"),
    source("tass"),
    topic("talks"),
    claim("z", topics=("talks",)),
    statement("a", sources=("tass", "gone"), topics=("talks",)),
    statement("b"),
)


@pytest.mark.parametrize(
    "after",
    [
        (),
        (statement("a", sources=("tass",)),),
        (statement("a", "rubio", sources=("ria",), topics=("talks",)), statement("b", topics=("talks",))),
        (claim("z"), statement("b", "rubio")),
        (statement("a"), statement("new", "rubio")),
        (replace(topic("talks"), formerly=("negotiations",)),),
    ],
)
def test_what_is_taken_from_the_dossier_before_makes_no_difference(after: tuple[Record, ...]) -> None:
    records = tuple({each.id: each for each in (*BEFORE, *after)}.values())
    before = dossier(*BEFORE)
    linked, found = link(records, about(), before=before)

    assert (linked, found) == link(records, about())
    assert list(linked.backlinks) == list(dossier(*records).backlinks)
    assert all(linked.references[each.id] is before.references[each.id] for each in records if each in BEFORE)
