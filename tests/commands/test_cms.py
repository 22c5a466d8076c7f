import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from tests.content import run
from tests.npm import installed

NAME, PATH = {"type": "string", "pattern": "^[a-zA-Z0-9-_]+$"}, {"type": "string", "pattern": "^[^/].*[^/]$"}
TEXT = {"type": "string"}
PAGES = {
    "type": "object",
    "required": ["media", "content"],
    "additionalProperties": False,
    "properties": {
        "media": {"required": ["input", "output"], "additionalProperties": {"$ref": "#/$defs/path"}},
        "content": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
    },
    "$defs": {
        "path": PATH,
        "fields": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/field"}},
        "entry": {
            "type": "object",
            "required": ["name", "type", "path", "fields"],
            "additionalProperties": False,
            "properties": {
                "name": NAME, "label": TEXT, "path": PATH, "filename": TEXT,
                "type": {"enum": ["collection", "file"]}, "format": {"enum": ["yaml"]},
                "fields": {"$ref": "#/$defs/fields"},
                "view": {"required": ["primary", "fields"], "properties": {"primary": TEXT}},
            },
        },
        "field": {
            "type": "object",
            "required": ["name", "type"],
            "additionalProperties": False,
            "properties": {
                "name": NAME, "label": TEXT, "description": TEXT,
                "type": {"enum": ["string", "text", "select", "object"]},
                "required": {"type": "boolean"}, "list": {"type": "boolean"},
                "options": {"type": "object"}, "fields": {"$ref": "#/$defs/fields"},
            },
            "if": {"properties": {"type": {"const": "object"}}},
            "then": {"required": ["fields"]},
        },
    },
}  # fmt: skip
"""What we use of Pages CMS, in our words.

It publishes no schema: its checks are TypeScript inside its own program, ``lib/config-schema.ts``, and it
refuses every key that it does not know. Of all that it would accept, this allows only what we write.
"""


@pytest.fixture
def project(content: Path) -> Path:
    assert run("cms", "--repo", "varda/harbour").output == "admin/config.yml\n.pages.yml\n"
    return content.parent


def read(file: Path) -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return made


def test_the_configuration_of_sveltia_keeps_to_its_published_schema(project: Path) -> None:
    published = installed("@sveltia/cms", "0.221.1", "schema/sveltia-cms.json")
    schema = json.loads(published.read_text(encoding="utf-8"))
    made = read(project / "admin" / "config.yml")

    assert [error.message for error in Draft7Validator(schema).iter_errors(made)] == []
    assert made["backend"]["repo"] == "varda/harbour"
    assert not Draft7Validator(schema).is_valid({**made, "collections": [{"name": "actors"}]})


def test_every_field_of_every_kind_can_be_edited_in_both(project: Path) -> None:
    sveltia = {each["name"]: each for each in read(project / "admin" / "config.yml")["collections"]}
    pages = {each["name"]: each for each in read(project / ".pages.yml")["content"]}

    kinds: dict[str, type] = {**FOLDERS}
    for folder, kind in kinds.items():
        fields = {field.key for field in shape(kind)} - {"id"}
        assert {field["name"] for field in sveltia[folder]["fields"]} == fields
        assert {field["name"] for field in pages[folder]["fields"]} == fields
        assert sveltia[folder]["folder"] == pages[folder]["path"] == f"content/{folder}"


def test_ids_and_words_are_chosen_from_what_there_is(project: Path) -> None:
    (statements,) = (
        each for each in read(project / "admin" / "config.yml")["collections"] if each["name"] == "statements"
    )
    fields = {field["name"]: field for field in statements["fields"]}

    assert fields["speaker"]["options"] == [{"label": "Ann Lee", "value": "ann"}]
    assert fields["about"]["multiple"] is True
    assert fields["to"]["widget"] == "list"
    assert {"label": "Press conference", "value": "press-conference"} in fields["setting"]["options"]
    assert fields["speaker"]["required"] is True


def test_pages_cms_is_told_only_what_it_knows(project: Path) -> None:
    made = read(project / ".pages.yml")
    check = Draft7Validator(PAGES)

    assert [error.message for error in check.iter_errors(made)] == []
    assert not check.is_valid({**made, "contents": []})
    for entry in made["content"]:
        assert all(_of_some_words(field) for field in entry["fields"])


def _of_some_words(field: dict[str, Any]) -> bool:
    chosen = field["type"] != "select" or bool(field["options"]["values"])
    return chosen and all(map(_of_some_words, field.get("fields", [])))
