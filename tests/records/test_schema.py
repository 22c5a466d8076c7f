from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.records.decode import decode
from onrecord.records.kinds import FOLDERS
from onrecord.records.schema import schema
from onrecord.source.document import Document
from onrecord.source.files import ABOUT

ROLE = {"title": "minister", "organisation": "mid", "from": "2004-03-09"}
ACTOR = {"name": "Sergey Lavrov", "kind": "person", "roles": [ROLE], "wikidata": "Q58217"}
STATEMENT = {"speaker": "a", "said": "2025", "paraphrase": "p", "for": "b", "sources": [{"source": "s"}]}
TITLE_PAGE: dict[str, Any] = {
    "title": "T",
    "language": "en",
    "bottom_line": "B",
    "as_of": "2026-01-01",
    "quote_limit": "25",
}
CLAIM = {"text": "It rains.", "resolved": {"on": "2025", "as": "true", "how": "seen", "sources": ["s"]}}

GOOD: list[tuple[str, Any]] = [
    ("actors", ACTOR),
    ("actors", [{**ACTOR, "id": "a"}, {**ACTOR, "id": "b"}]),
    ("actors", []),
    ("claims", CLAIM),
    ("statements", STATEMENT),
    ("places", {"name": "Budapest", "lat": "47.4979", "lon": "-19"}),
    ("topics", {"title": "T", "removed": {"on": "2025-11-13", "reason": "It was another."}}),
    ("topics", {"id": "file", "title": "The id may repeat the name of the file"}),
    (ABOUT, TITLE_PAGE),
]
BAD: list[tuple[str, Any]] = [
    ("actors", {**ACTOR, "kind": "persn"}),
    ("actors", {**ACTOR, "knd": "person"}),
    ("actors", {**ACTOR, "name": " "}),
    ("actors", {**ACTOR, "name": ["x"]}),
    ("actors", {**ACTOR, "aliases": "x"}),
    ("actors", {**ACTOR, "roles": [{**ROLE, "from_": "2004"}]}),
    ("actors", {**ACTOR, "@location": "x"}),
    ("actors", {**ACTOR, "wikidata": "58217"}),
    ("actors", {"kind": "person"}),
    ("actors", [ACTOR]),
    ("actors", ["Lavrov"]),
    ("actors", "Lavrov"),
    ("claims", {**CLAIM, "resolved": {**CLAIM["resolved"], "sources": []}}),  # type: ignore[dict-item]
    ("statements", {**STATEMENT, "quote": {"text": "q", "lang": "pt_BR"}}),
    ("places", {"name": "Budapest", "lat": "north"}),
    ("topics", {"title": "T", "formerly": ["A b"]}),
    ("topics", {"title": "T", "removed": {"on": "2025-11-13"}}),
    (ABOUT, {**TITLE_PAGE, "quote_limit": "few"}),
    (ABOUT, [TITLE_PAGE]),
]


def accepted(folder: str, value: Any) -> bool:
    """Tell whether decoding finds nothing wrong."""
    documents = {ABOUT: TITLE_PAGE, ABOUT if folder == ABOUT else f"{folder}/file.yml": value}
    return decode(Document(path, value=held) for path, held in documents.items())[1] == ()


@pytest.mark.parametrize("folder", [*FOLDERS, ABOUT])
def test_the_schema_of_every_kind_is_a_schema(folder: str) -> None:
    made = schema(folder)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize(("folder", "value"), GOOD)
def test_what_decoding_accepts_the_schema_accepts(folder: str, value: Any) -> None:
    assert accepted(folder, value)
    assert [error.message for error in Draft202012Validator(schema(folder)).iter_errors(value)] == []


@pytest.mark.parametrize(("folder", "value"), BAD)
def test_what_the_schema_refuses_decoding_refuses(folder: str, value: Any) -> None:
    assert not accepted(folder, value)
    assert not Draft202012Validator(schema(folder)).is_valid(value)


def test_a_program_that_types_numbers_may_use_the_schema() -> None:
    assert Draft202012Validator(schema("places")).is_valid({"name": "Budapest", "lat": 47.4979, "lon": 19})


def test_the_schema_asks_for_the_sense_or_the_words_of_a_statement() -> None:
    value = {key: value for key, value in STATEMENT.items() if key != "paraphrase"}

    assert not Draft202012Validator(schema("statements")).is_valid(value)
    assert Draft202012Validator(schema("statements")).is_valid(
        {**value, "quote": {"text": "q", "lang": "en"}}
    )


@pytest.mark.parametrize("written", ["A B", "a--b", ["a"]])
def test_the_schema_knows_the_grammar_of_an_id(written: Any) -> None:
    rules = Draft202012Validator(schema("topics"))

    assert rules.is_valid([{"id": "a-b", "title": "T"}])
    assert not rules.is_valid([{"id": written, "title": "T"}])


@pytest.mark.parametrize("folder", [*FOLDERS, ABOUT])
def test_no_field_has_a_title_that_only_repeats_its_key(folder: str) -> None:
    fields = [
        field for kind in schema(folder)["$defs"].values() for field in kind.get("properties", {}).values()
    ]
    assert fields
    assert [field for field in fields if "title" in field] == []
