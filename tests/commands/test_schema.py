import json
from pathlib import Path

from onrecord.records.kinds import FOLDERS
from tests.content import run


def test_schemas_are_written_and_wired_without_touching_other_settings(content: Path) -> None:
    settings = content.parent / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.rulers": [100], "yaml.schemas": {"x.json": "y"}}', encoding="utf-8")

    result = run("schema")

    held = json.loads(settings.read_text(encoding="utf-8"))
    assert result.output == "11 schemas in '.onrecord/schema/'\n"
    assert (held["editor.rulers"], held["yaml.schemas"].pop("x.json")) == ([100], "y")
    assert len(held["yaml.schemas"]) == len(FOLDERS) + 1
    for schema in held["yaml.schemas"]:
        assert json.loads((content.parent / schema).read_text(encoding="utf-8"))["$defs"]
    assert (content.parent / ".onrecord" / ".gitignore").read_text(encoding="utf-8").endswith("*\n")


def test_settings_with_comments_are_left_alone(content: Path) -> None:
    settings = content.parent / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{} // mine", encoding="utf-8")

    assert "add 'yaml.schemas' by hand" in run("schema").output
    assert settings.read_text(encoding="utf-8") == "{} // mine"


def test_a_new_record_is_offered_from_then_on(content: Path) -> None:
    run("schema")
    (content / "actors" / "bo.yml").write_text("name: Bo\nkind: person\n", encoding="utf-8")

    run("schema")

    made = json.loads((content.parent / ".onrecord/schema/statements.json").read_text(encoding="utf-8"))
    assert made["$defs"]["ActorId"]["enum"] == ["ann", "bo"]
