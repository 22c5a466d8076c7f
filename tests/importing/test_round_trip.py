"""What our own tables hold comes back as it was."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.exports.plain import PRIVATE
from onrecord.hosts.templates import packaged_templates
from onrecord.loading import load
from onrecord.pipeline import build
from onrecord.problems import Location
from onrecord.records.about import About
from onrecord.records.record import Record
from onrecord.records.shape import shape
from tests.content import dossier, run

ROOT = Path(__file__).parents[2]
EVERY_KIND = ROOT / "tests" / "sites"


def exported(content: Path, out: Path) -> Path:
    """Write the tables of a dossier and return their folder."""
    for asset in build(content, (packaged_templates(),)).assets:
        if asset.path.endswith(".csv"):
            (out / asset.path).parent.mkdir(parents=True, exist_ok=True)
            (out / asset.path).write_bytes(asset.content)
    return out / "data"


def bare(value: Record | About) -> Record | About:
    """Return a record without its place and without what is never published, which is all that may differ."""
    kind: type = type(value)
    private: dict[str, Any] = {
        each.name: () if each.many else "" for each in shape(kind) if each.key in PRIVATE
    }
    return replace(value, location=Location(""), **private)


def held(content: Path) -> Dossier:
    found = load(content).dossier
    assert found is not None
    return found


@pytest.mark.parametrize(
    "content", [ROOT / "content", *sorted(EVERY_KIND.glob("*/content"))], ids=lambda path: path.parent.name
)
def test_a_dossier_comes_back_from_its_tables(content: Path, tmp_path: Path) -> None:
    data = exported(content, tmp_path)

    result = run("import", "csv", str(data), "--content", str(tmp_path / "back"))

    assert result.exit_code == 0, result.output
    before, after = held(content), held(tmp_path / "back")
    assert [bare(record) for record in after] == [bare(record) for record in before]
    assert bare(after.about) == bare(before.about)


def test_what_does_not_come_back_is_told(tmp_path: Path) -> None:
    """Each kind of it is in the dossier with every field, so that nothing else can hide behind it."""
    content = EVERY_KIND / "every-field" / "content"
    before = held(content)
    out = tmp_path / "back"

    data = exported(content, tmp_path)
    result = run("import", "csv", str(data), "--content", str(out), "--format", "json")

    told = {loss["what"]: loss["why"] for loss in json.loads(result.stdout)["losses"]}
    assert told == {
        **{f"the removed record '{each}'": "tables do not hold it" for each in before.removed},
        "the keys 'house_rules', 'silenced', 'text_file', where there were any": (
            "they are for editors and never published"
        ),
    }
    after = held(out)
    differ = {
        key
        for one, other in zip((before.about, *before), (after.about, *after), strict=True)
        for key in PRIVATE
        if getattr(one, key, None) != getattr(other, key, None)
    }
    assert differ == PRIVATE
    assert before.removed
    assert not after.removed
    words = [each.text_file for each in before.sources.values() if each.text_file]
    assert not any(word.encode() in file.read_bytes() for file in data.iterdir() for word in words)


def test_a_text_that_a_spreadsheet_would_run_comes_back(tmp_path: Path) -> None:
    content = dossier(tmp_path, {"claims/held.yml": 'text: "\'=1+1"\n', "topics/t.yml": "title: =SUM(A1)\n"})

    run("import", "csv", str(exported(content, tmp_path)), "--content", str(tmp_path / "back"))

    assert held(tmp_path / "back").claims["held"].text == "'=1+1"
    assert held(tmp_path / "back").topics["t"].title == "=SUM(A1)"


def test_a_folder_of_other_tables_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    assert "there is no table 'records.csv'" in run("import", "csv", str(tmp_path)).output
