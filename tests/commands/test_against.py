"""``onrecord check --against``, from one edition to the next."""

import json
from pathlib import Path

import pytest

from onrecord.hosts.templates import packaged_templates
from onrecord.pipeline import build
from tests.content import dossier, run

TOPIC = "title: The pier\n"


@pytest.fixture
def before(tmp_path: Path) -> str:
    """Publish a dossier with a topic, and return the file of its ids."""
    content = dossier(tmp_path, {"topics/pier.yml": TOPIC})
    assets = build(content, (packaged_templates(),)).assets
    file = tmp_path / "ids.json"
    file.write_bytes(next(each.content for each in assets if each.path == "data/ids.json"))
    return str(file)


def check(tmp_path: Path, before: str) -> tuple[int, list[str]]:
    result = run("check", str(tmp_path / "content"), "--no-warnings", "--format", "json", "--against", before)
    return result.exit_code, [each["message"] for each in json.loads(result.stdout)]


def test_the_same_records_have_lost_nothing(tmp_path: Path, before: str) -> None:
    assert check(tmp_path, before) == (0, [])


def test_a_record_that_was_deleted_has_vanished(tmp_path: Path, before: str) -> None:
    (tmp_path / "content/topics/pier.yml").unlink()

    assert check(tmp_path, before) == (1, ["'topics/pier' was published and has vanished"])


def test_a_record_may_get_another_id_if_it_keeps_the_old_one(tmp_path: Path, before: str) -> None:
    (tmp_path / "content/topics/pier.yml").unlink()
    dossier(tmp_path, {"topics/old-pier.yml": f"{TOPIC}formerly: [pier]\n"})

    assert check(tmp_path, before) == (0, [])


def test_a_record_may_be_removed_if_it_says_so(tmp_path: Path, before: str) -> None:
    dossier(tmp_path, {"topics/pier.yml": f"{TOPIC}removed: {{on: 2025-12-01, reason: Another.}}\n"})

    assert check(tmp_path, before) == (0, [])


def test_a_list_that_cannot_be_read_is_a_wrong_call(tmp_path: Path, before: str) -> None:
    result = run("check", str(tmp_path / "content"), "--against", f"{before}.old")

    assert result.exit_code == 2
    assert "cannot be read" in result.stderr
