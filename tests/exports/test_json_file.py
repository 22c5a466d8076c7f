import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.exports.plain import plain
from onrecord.records.ids import RecordId
from onrecord.records.kinds import FOLDERS
from tests.dossier.make import actor, removed, source, statement
from tests.exports.conftest import Files
from tests.exports.releases import release, written
from tests.pages.filled import filled


@pytest.fixture(scope="module")
def document(files: Files) -> Any:
    return json.loads(files["data/dossier.json"])


@pytest.fixture(scope="module")
def schema(files: Files) -> Any:
    return json.loads(files["data/dossier.schema.json"])


def test_the_default_dossier_keeps_to_the_published_schema(document: Any, schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)


@pytest.mark.parametrize(
    ("folder", "key", "value"),
    [
        ("actors", "nickname", "Bob"),
        ("places", "lat", "47.5"),
        ("statements", "said", 2025),
        ("sources", "text_file", "texts/a.txt"),
        ("claims", "derived", {"title": "No status"}),
    ],
)
def test_the_schema_refuses_what_is_never_published(
    document: Any, schema: Any, folder: str, key: str, value: object
) -> None:
    first = {**document[folder][0], key: value}
    altered = {**document, folder: [first]}
    assert not Draft202012Validator(schema).is_valid(altered)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_schema_has_every_field_that_is_published(folder: str, schema: Any) -> None:
    made, _ = filled(folder)
    record = made.of_kind(folder)[RecordId("full")]
    assert {*plain(record), "derived"} == schema["$defs"][FOLDERS[folder].__name__]["properties"].keys()


def test_every_record_has_a_file_of_its_own_that_says_the_same(document: Any, files: Files) -> None:
    for folder in FOLDERS:
        for record in document[folder]:
            alone = json.loads(files[f"data/records/{record['id']}.json"])
            assert alone == {"onrecord": 1, "folder": folder, "record": record}


def test_what_was_taken_back_leaves_its_id_and_the_reason() -> None:
    gone = removed("2026-01-02", "It was about a private person.")
    files = written(release(actor("gone", name="Nobody's business", removed=gone)))
    alone = json.loads(files["data/records/gone.json"])
    assert alone["folder"] == "actors"
    assert alone["removed"]["reason"] == "It was about a private person."
    assert "private person" in files["feeds/changes.xml"].decode()
    assert not any(b"Nobody's business" in held for held in files.values())
    schema, document = (json.loads(files[f"data/{name}"]) for name in ("dossier.schema.json", "dossier.json"))
    Draft202012Validator(schema).validate(document)


def test_no_file_tells_of_stored_texts() -> None:
    told = source("tass", text_file="texts/secret-copy.txt")
    files = written(release(actor("lavrov"), told, statement("a")))
    leaks = [path for path, held in files.items() if b"secret-copy" in held or b"text_file" in held]
    assert leaks == []


def test_the_same_records_give_the_same_bytes() -> None:
    records = (actor("lavrov"), source("tass"), statement("a"), statement("b"))
    assert written(release(*records)) == written(release(*reversed(records)))
