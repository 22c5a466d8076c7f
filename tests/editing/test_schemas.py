from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.editing.field_guide import field_guide
from onrecord.editing.schemas import editor_schema, known
from onrecord.loading import load
from onrecord.manuals import manual
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from onrecord.source.document import Document
from onrecord.source.files import ABOUT, read

GUIDE = field_guide(manual("records.md"))
REAL = Path(__file__).parents[2] / "content"
LOADED = load(REAL)
IDS = known(LOADED.dossier or ())
STATEMENT = {
    "speaker": "sergey-lavrov",
    "said": "2025",
    "paraphrase": "p",
    "sources": [{"source": "tass-peskov-2025-11-02"}],
}


def classes(kind: type) -> set[type]:
    return {kind}.union(*(classes(field.hint) for field in shape(kind) if field.nested))


@pytest.mark.parametrize("folder", [*FOLDERS])
def test_every_field_is_described(folder: str) -> None:
    fields = {(owner.__name__, field.key) for owner in classes(FOLDERS[folder]) for field in shape(owner)}

    assert fields - set(GUIDE) == set()


@pytest.mark.parametrize("folder", [*FOLDERS, ABOUT])
def test_what_is_in_the_default_dossier_is_accepted(folder: str) -> None:
    made = editor_schema(folder, GUIDE, IDS)
    Draft202012Validator.check_schema(made)
    files = [each for each in read(REAL, FOLDERS)[0] if each.path.partition("/")[0] == folder]

    assert [fault(made, each) for each in files if fault(made, each)] == []


def fault(made: dict[str, Any], document: Document) -> str:
    error = next(Draft202012Validator(made).iter_errors(document.value), None)
    return "" if error is None else f"{document.path}: {error.message}"


def test_an_id_comes_with_the_name_of_its_record() -> None:
    ids = editor_schema("statements", GUIDE, IDS)["$defs"]["ActorId"]
    names = dict(zip(ids["enum"], ids["enumDescriptions"], strict=True))

    assert names["sergey-lavrov"] == "Sergey Lavrov"
    assert set(names) == set(IDS["actors"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"speaker": "lavrov"},
        {"speakr": "sergey-lavrov"},
        {"to": ["no-such-actor"]},
        {"setting": "briefng"},
        {"about": ["no-such-record"]},
    ],
)
def test_a_dead_id_and_an_unknown_key_are_flagged(wrong: dict[str, Any]) -> None:
    validator = Draft202012Validator(editor_schema("statements", GUIDE, IDS))

    assert validator.is_valid(STATEMENT)
    assert validator.is_valid([{**STATEMENT, "id": "quite-new"}])
    assert not validator.is_valid({**STATEMENT, **wrong})


def test_words_stay_allowed_where_they_are() -> None:
    validator = Draft202012Validator(editor_schema("statements", GUIDE, IDS))

    assert validator.is_valid({**STATEMENT, "to": ["The reporters, of the pool", "donald-trump"]})


def test_a_field_tells_what_it_is_for() -> None:
    said = editor_schema("statements", GUIDE, IDS)["$defs"]["Statement"]["properties"]["said"]

    assert said["description"] == "When it was said."
    assert "2025-11" in said["examples"]


def test_a_folder_without_records_takes_any_id() -> None:
    made = editor_schema("statements", GUIDE, known(()))

    assert Draft202012Validator(made).is_valid(STATEMENT)
    assert not Draft202012Validator(made).is_valid({**STATEMENT, "speaker": "No id"})
