"""What teams use beside the program: hooks of pre-commit, forms of GitHub."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.editing.starting import starter
from onrecord.editing.workbench import settings
from onrecord.records.analysis import Correction
from onrecord.records.shape import shape
from onrecord.records.statements import Statement
from tests.content import dossier, run

ROOT = Path(__file__).parents[1]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_calls_a_command_that_there_is(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(hook["entry"])

    assert program == "onrecord"
    assert run(*arguments).exit_code == 0
    assert hook["pass_filenames"] is False
    dossier(tmp_path, {"claims/held.yml": "texd: T\ntexd: T\n"})
    assert run(*arguments).exit_code == 1


@pytest.mark.parametrize(("form", "kind"), [("error.yml", Correction), ("statement.yml", Statement)])
def test_a_form_asks_for_fields_of_the_record_that_is_made_of_it(form: str, kind: type) -> None:
    asked: dict[str, Any] = yaml.safe_load((FORMS / form).read_text(encoding="utf-8"))
    ids = {part["id"]: part.get("validations", {}).get("required", False) for part in asked["body"]}
    fields = {field.key: field.needed for field in shape(kind)}

    assert {"name", "description", "body"} <= set(asked)
    assert set(ids) <= set(fields)
    needed = {key for key, is_needed in fields.items() if is_needed} - {"id", "on"}
    assert needed <= {key for key, is_required in ids.items() if is_required}


def test_vs_code_is_wired_to_the_schemas_here_too() -> None:
    here = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")

    assert json.loads(settings(here, "content") or b"") == json.loads(here)


def test_a_new_dossier_has_the_same_forms() -> None:
    files = starter()

    for form in FORMS.iterdir():
        assert files[f".github/ISSUE_TEMPLATE/{form.name}"] == form.read_bytes()
