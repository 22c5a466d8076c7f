from typing import Any

import pytest

from onrecord.problems import Location, Note, Problem, Route
from onrecord.records.actors import Actor, Role
from onrecord.records.decode import Decoded, Makings, decode
from onrecord.records.entries import Entry, entries
from onrecord.records.sources import Source
from onrecord.records.statements import Quote, Statement
from onrecord.source.document import Document

ABOUT = Document(
    "dossier.yml", value={"title": "T", "language": "en", "bottom_line": "B", "as_of": "2026-01-01"}
)
ACTOR = {"name": "Sergey Lavrov", "kind": "person"}


def one(path: str, value: Any) -> tuple[Decoded, tuple[Problem, ...]]:
    return decode((ABOUT, Document(path, value=value)))


def found(path: str, value: Any) -> list[tuple[str, Route]]:
    return [(problem.code, problem.location.route) for problem in one(path, value)[1]]


def first(path: str, value: Any) -> Problem:
    return one(path, value)[1][0]


def test_a_mapping_takes_its_id_from_the_name_of_its_file() -> None:
    decoded, problems = one("actors/sergey-lavrov.yml", ACTOR)

    assert problems == ()
    (actor,) = decoded.records
    assert isinstance(actor, Actor)
    assert (actor.id, actor.location) == ("sergey-lavrov", Location("actors/sergey-lavrov.yml"))


@pytest.mark.parametrize("file", ["actors/ministers/lavrov.yml", "actors/a.b/lavrov.yaml"])
def test_folders_within_the_folder_of_a_kind_are_no_part_of_the_id(file: str) -> None:
    assert [record.id for record in one(file, ACTOR)[0].records] == ["lavrov"]


def test_what_stands_before_any_other_point_in_the_name_of_a_file_is_no_id() -> None:
    assert first("actors/lavrov.old.yml", ACTOR).message.startswith("'lavrov.old' is no id")


def test_a_record_whose_id_is_a_list_is_known_by_its_file() -> None:
    decoded, problems = one("actors/lavrov.yml", {**ACTOR, "id": ["lavrov"]})

    assert [problem.message for problem in problems] == ["the key 'id' holds more than a text"]
    assert decoded.broken == {"lavrov"}


def test_the_id_may_be_repeated_in_a_file_of_its_own() -> None:
    assert found("actors/lavrov.yml", {**ACTOR, "id": "lavrov"}) == []


def test_an_id_that_differs_from_the_name_of_the_file_is_a_problem() -> None:
    decoded, problems = one("actors/lavrov.yml", {**ACTOR, "id": "sergey"})

    assert [problem.code for problem in problems] == ["bad-id"]
    assert decoded.broken == {"lavrov", "sergey"}


def test_a_broken_record_is_known_by_what_is_written_for_its_id() -> None:
    assert one("actors/all.yml", [{**ACTOR, "id": ["x"]}])[0].broken == frozenset()
    assert one("actors/all.yml", [{**ACTOR, "id": " "}])[0].broken == {" "}


def test_an_entry_without_an_id_has_no_name() -> None:
    listed = Document("actors/all.yml", value=[{"id": ["x"]}, {"id": " "}, {}, {"id": "A B"}])

    assert [each.name for each in entries(listed) if isinstance(each, Entry)] == ["", "", "", "A B"]


def test_a_list_gives_its_records_with_their_places() -> None:
    decoded, problems = one("actors/all.yml", [{**ACTOR, "id": "a"}, {**ACTOR, "id": "b"}])

    assert problems == ()
    assert [(record.id, record.location.route) for record in decoded.records] == [("a", (0,)), ("b", (1,))]


def test_every_field_becomes_a_value() -> None:
    decoded, problems = one(
        "statements/x.yml",
        {
            "speaker": "lavrov",
            "said": "2025-11-13",
            "for": "russia",
            "quote": {"text": "Мы готовы\n", "lang": "ru"},
            "sources": [{"source": "tass"}],
            "to": ["reporters"],
        },
    )

    assert problems == ()
    (statement,) = decoded.records
    assert isinstance(statement, Statement)
    assert statement.said.text == "2025-11-13"
    assert statement.on_behalf_of == "russia"
    assert statement.quote == Quote(text="Мы готовы", lang="ru")
    assert statement.to == ("reporters",)


def test_scalars_stay_text_where_text_is_due_and_become_numbers_where_numbers_are_due() -> None:
    decoded, problems = one("places/x.yml", {"name": "010", "country": "no", "lat": "47.5", "lon": "-19"})

    assert problems == ()
    (place,) = decoded.records
    assert [getattr(place, name) for name in ("name", "country", "lat", "lon")] == ["010", "no", 47.5, -19.0]


def test_the_word_from_is_a_field_of_a_role() -> None:
    decoded, _ = one("actors/x.yml", {**ACTOR, "roles": [{"title": "minister", "from": "2004-03-09"}]})

    (actor,) = decoded.records
    assert isinstance(actor, Actor)
    (role,) = actor.roles
    assert isinstance(role, Role)
    assert role.from_ is not None
    assert role.from_.text == "2004-03-09"


def test_the_title_page_is_decoded() -> None:
    decoded, problems = decode((ABOUT,))

    assert problems == ()
    assert decoded.about is not None
    assert (decoded.about.title, decoded.about.location) == ("T", Location("dossier.yml"))


def test_all_faults_of_a_record_are_told_at_once() -> None:
    value = {
        "id": "x",
        "knd": "news",
        "publisher": "",
        "published": "2025-10-16",
        "topics": "war",
        "archive": {"state": "archived", "url": "web.archive.org"},
    }

    assert sorted(found("sources/x.yml", value)) == [
        ("bad-url", ("archive", "url")),
        ("empty-text", ("publisher",)),
        ("missing-field", ("title",)),
        ("unknown-field", ("knd",)),
        ("wrong-type", ("topics",)),
    ]


def test_a_misspelt_key_is_one_problem_and_another_missing_key_its_own() -> None:
    value = {"id": "x", "titel": "T", "publisher": "P", "kind": "news", "colour": "red"}

    assert sorted(found("sources/x.yml", value)) == [
        ("missing-field", ("published",)),
        ("unknown-field", ("colour",)),
        ("unknown-field", ("titel",)),
    ]


@pytest.mark.parametrize(
    ("extra", "code", "route"),
    [
        ({"name": ["Lavrov"]}, "wrong-type", ("name",)),
        ({"name": {"en": "Lavrov"}}, "wrong-type", ("name",)),
        ({"name": "   "}, "empty-text", ("name",)),
        ({"summary": ""}, "empty-text", ("summary",)),
        ({"topics": ""}, "empty-text", ("topics",)),
        ({"topics": ["war", ""]}, "empty-text", ("topics", 1)),
        ({"topics": [["war"]]}, "wrong-type", ("topics", 0)),
        ({"aliases": {"a": "b"}}, "wrong-type", ("aliases",)),
        ({"kind": "persn"}, "unknown-word", ("kind",)),
        ({"kind": ["person"]}, "wrong-type", ("kind",)),
        ({"image": "lavrov.jpg"}, "wrong-type", ("image",)),
        ({"roles": ["minister"]}, "wrong-type", ("roles", 0)),
        ({"roles": [{"title": "t", "since": "2004"}]}, "unknown-field", ("roles", 0, "since")),
        ({"roles": [{"from": "2004"}]}, "missing-field", ("roles", 0, "title")),
        ({"roles": [{"title": "t", "from": "yesterday"}]}, "bad-date", ("roles", 0, "from")),
        ({"links": [{"url": "mailto:a@b.c"}]}, "bad-url", ("links", 0, "url")),
        ({"wikidata": "58217"}, "bad-wikidata", ("wikidata",)),
        ({"formerly": ["../x"]}, "bad-id", ("formerly", 0)),
        ({"@location": "x"}, "unknown-field", ("@location",)),
        ({"location": "x"}, "unknown-field", ("location",)),
        ({"from_": "x"}, "unknown-field", ("from_",)),
        (
            {"image": {"file": "../x.jpg", "alt": "a", "credit": "c", "licence": "l"}},
            "bad-path",
            ("image", "file"),
        ),
    ],
)
def test_a_fault_is_told_with_its_code_and_its_route(extra: dict[str, Any], code: str, route: Route) -> None:
    assert found("actors/x.yml", {**ACTOR, **extra}) == [(code, route)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("2025-11-13T10:00", "time-without-zone"),
        ("2025-11-13/2025-11-12", "upside-down-interval"),
        ("2025-03-30T02:30[Europe/Budapest]", "nonexistent-local-time"),
        ("the 13th", "bad-date"),
    ],
)
def test_a_date_is_told_with_the_code_of_what_is_wrong_with_it(said: str, code: str) -> None:
    assert found("events/x.yml", {**EVENT, "when": said}) == [(code, ("when",))]


EVENT = {
    "title": "Summit",
    "when": "2025",
    "history": [{"state": "held", "on": "2025", "sources": ["s"]}],
    "sources": ["s"],
}


def test_a_list_that_is_needed_holds_something() -> None:
    assert found("events/x.yml", {**EVENT, "history": []}) == [("empty-text", ("history",))]


def test_a_needed_list_of_which_every_item_is_wrong_is_told_once_for_each_item() -> None:
    assert found("events/x.yml", {**EVENT, "sources": [["s"]]}) == [("wrong-type", ("sources", 0))]


@pytest.mark.parametrize(("key", "value"), [("lat", "91"), ("lon", "-181"), ("lat", "nan"), ("lon", "1e1")])
def test_degrees_are_plain_numbers_on_the_globe(key: str, value: str) -> None:
    assert found("places/x.yml", {"name": "P", key: value}) == [("bad-number", (key,))]


def test_messages_speak_to_the_writer_of_content() -> None:
    problem = first("actors/x.yml", {**ACTOR, "topics": "war"})
    word = first("actors/x.yml", {**ACTOR, "kind": "persn"})
    key = first("actors/x.yml", {**ACTOR, "sumary": "s"})
    alone = first("actors/x.yml", {**ACTOR, "country": ["RU"]})

    assert problem.message == "the key 'topics' holds a text, where a list is due"
    assert problem.hint == "write it as a list: '- war'"
    assert word.message == "'persn' is no word for 'kind'"
    assert word.hint.startswith("did you mean 'person'?\nthe words are 'person', 'state', ")
    assert (key.message, key.hint) == ("there is no key 'sumary' here", "did you mean 'summary'?")
    assert alone.hint == "write 'RU' without the hyphen"


def test_a_repeated_id_is_told_with_the_place_that_has_it_first() -> None:
    actor = Document("actors/x.yml", value={"name": "X", "kind": "person"})
    topics = Document("topics/all.yml", value=[{"id": "y", "title": "Y"}, {"id": "x", "title": "X"}])

    decoded, (problem,) = decode((topics, actor, ABOUT))

    assert (problem.code, problem.location) == ("duplicate-id", Location("topics/all.yml", (1, "id")))
    assert problem.related == (Note(Location("actors/x.yml"), "'x' is here first"),)
    assert [record.id for record in decoded.records] == ["x", "y"]
    assert decoded.broken == frozenset()


def test_a_record_that_failed_is_known_to_be_there() -> None:
    decoded, problems = one("actors/all.yml", [{"id": "a"}, {**ACTOR, "id": "b"}])

    assert [problem.code for problem in problems] == ["missing-field", "missing-field"]
    assert [record.id for record in decoded.records] == ["b"]
    assert decoded.broken == {"a"}


def test_a_file_that_cannot_be_read_hides_its_records() -> None:
    decoded, problems = one("actors/lavrov.yml", None)

    assert problems == ()
    assert decoded.broken == {"lavrov"}
    assert decoded.unread == {"actors"}


def test_a_title_page_that_was_not_read_is_told_by_who_read_it() -> None:
    assert decode(()) == decode((Document("dossier.yml"),)) == (Decoded((), None), ())


def test_what_stands_where_a_record_is_due_is_told() -> None:
    assert found("actors/all.yml", ["Lavrov", {"name": "x", "kind": "person"}]) == [
        ("wrong-type", (0,)),
        ("missing-field", (1, "id")),
    ]
    assert found("actors/all.yml", "Lavrov") == [("wrong-type", ())]


def test_the_order_of_the_documents_does_not_matter() -> None:
    documents = [ABOUT, *(Document(f"topics/{name}.yml", value={"title": name}) for name in "cab")]

    assert decode(documents) == decode(documents[::-1])
    assert [record.id for record in decode(documents)[0].records] == ["a", "b", "c"]


def test_words_may_stand_for_a_publisher_and_for_an_unnamed_origin() -> None:
    value = {
        "title": "[Report]",
        "publisher": "The Spokesman-Review",
        "kind": "news",
        "published": "2025-10-20/..",
        "derived_from": ["Russian media reports, unnamed"],
    }

    decoded, problems = one("sources/x.yml", value)

    assert problems == ()
    (source,) = decoded.records
    assert isinstance(source, Source)
    assert source.publisher == "The Spokesman-Review"


def test_an_unread_file_among_files_of_one_record_hides_no_other_id() -> None:
    decoded, _ = decode(
        [Document("actors/orban.yml"), Document("actors/putin.yml", "", {"name": "P", "kind": "person"})]
    )

    assert "orban" in decoded.broken
    assert decoded.unread == frozenset()


def test_who_names_a_record_of_a_misnamed_or_misplaced_file_has_made_no_mistake() -> None:
    misnamed = Document("actors/Anna Lee.yml", "", {"name": "Anna", "kind": "person"})
    decoded, (problem,) = decode([ABOUT, misnamed, Document("people/bob.yml")])

    assert problem.code == "bad-id"
    assert decoded.broken == {"Anna Lee", "anna-lee", "bob"}


def test_of_a_document_that_is_the_same_the_same_record_is_given_again() -> None:
    memory: Makings = {}
    values: tuple[Any, ...] = (ACTOR, {**ACTOR, "name": "B"})
    kept = Document("actors/a.yml", value=values[0])
    (a, b), (again, other) = (
        decode((ABOUT, kept, Document("actors/b.yml", value=each)), memory)[0].records for each in values
    )

    assert again is a
    assert isinstance(b, Actor)
    assert isinstance(other, Actor)
    assert (b.name, other.name) == ("Sergey Lavrov", "B")
    assert set(memory) == {"actors/a.yml", "actors/b.yml"}


@pytest.mark.parametrize("value", [["2025"], {"on": "2025"}])
def test_a_list_or_mapping_where_a_date_is_due_is_told_as_one(value: Any) -> None:
    problem = first("events/e.yml", {"title": "E", "when": value, "sources": ["s"], "history": []})

    assert (problem.code, problem.location.route) == ("wrong-type", ("when",))
    assert (
        problem.message
        == f"the key 'when' holds a {'list' if isinstance(value, list) else 'mapping'}, where a text is due"
    )


def test_a_title_page_that_is_no_mapping_is_named_with_what_it_is() -> None:
    decoded, (problem,) = decode((Document("dossier.yml", value=["a", "b"]),))

    assert decoded.about is None
    assert (problem.code, problem.location.file) == ("wrong-type", "dossier.yml")
    assert "a list" in problem.message


@pytest.mark.parametrize(("value", "hidden"), [("text", {"a"}), (["text"], set())])
def test_only_a_file_that_should_have_been_one_record_hides_its_id(value: Any, hidden: set[str]) -> None:
    assert decode((ABOUT, Document("topics/a.yml", value=value)))[0].broken == hidden
