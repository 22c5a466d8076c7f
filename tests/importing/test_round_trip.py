"""What our own tables hold comes back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.hosts.templates import packaged_templates
from onrecord.loading import load
from onrecord.pipeline import build
from onrecord.problems import Location
from onrecord.records.record import Record
from onrecord.records.sources import Source
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


def bare(record: Record) -> Record:
    """Return a record without its place and without what no export holds."""
    moved = replace(record, location=Location(""), silenced=())
    return replace(moved, text_file="") if isinstance(moved, Source) else moved


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
    about = replace(before.about, location=after.about.location, house_rules=())
    assert after.about == about


def test_a_text_that_a_spreadsheet_would_run_comes_back(tmp_path: Path) -> None:
    content = dossier(tmp_path, {"claims/held.yml": 'text: "\'=1+1"\n', "topics/t.yml": "title: =SUM(A1)\n"})

    run("import", "csv", str(exported(content, tmp_path)), "--content", str(tmp_path / "back"))

    assert held(tmp_path / "back").claims["held"].text == "'=1+1"
    assert held(tmp_path / "back").topics["t"].title == "=SUM(A1)"


def test_a_folder_of_other_tables_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    assert "there is no table 'records.csv'" in run("import", "csv", str(tmp_path)).output
