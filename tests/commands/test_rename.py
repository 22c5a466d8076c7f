from pathlib import Path
from shutil import copytree

import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.loading import load
from tests.content import dossier, run, tree

REAL = Path(__file__).parents[2] / "content"


def test_mentions_change_and_every_other_byte_stays(content: Path) -> None:
    before = tree(content)

    result = run("rename", "ann", "ann-lee")

    after = tree(content)
    assert result.output == (
        "'ann' is renamed 'ann-lee': 2 mentions in 2 files; 'formerly' keeps the old address\n"
    )
    assert after.pop("actors/ann-lee.yml") == before.pop("actors/ann.yml") + b"formerly: [ann]\n"
    statement = before.pop("statements/2025.yml")
    assert after.pop("statements/2025.yml") == statement.replace(
        b"speaker: ann ", b"speaker: ann-lee "
    ).replace(b"[ann]", b"[ann-lee]")
    assert after == before


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("- id: held\n  text: T  # why\n", "- id: new\n  text: T  # why\n  formerly: [held]\n"),
        ("- id: held\n  text: T", "- id: new\n  text: T\n  formerly: [held]"),
        ("- id: held\r\n  text: T\r\n", "- id: new\r\n  text: T\r\n  formerly: [held]\r\n"),
        ("- {id: 'held', text: T}\n", "- {id: 'new', text: T, formerly: [held]}\n"),
        ("- text: T\n\n  id: >-\n    held\n", "- text: T\n\n  id: >-\n    new\n  formerly: [held]\n"),
        ("- id: held\n  formerly: [x]\n  text: T\n", "- id: new\n  formerly: [x, held]\n  text: T\n"),
        (
            "- id: held\n  formerly:\n  - x # first\n\n  text: T\n",
            "- id: new\n  formerly:\n  - x # first\n  - held\n\n  text: T\n",
        ),
        ("- id: held\n  formerly: [new]\n  text: T\n", "- id: new\n  formerly: [held]\n  text: T\n"),
        ("- id: held\n  text: T\n\n# the end\n", "- id: new\n  text: T\n  formerly: [held]\n\n# the end\n"),
    ],
)  # fmt: skip
def test_the_old_id_is_kept_whatever_the_layout(tmp_path: Path, record: str, expected: str) -> None:
    content = dossier(tmp_path, {"claims/all.yml": record})
    (content / "claims" / "held.yml").unlink()

    assert run("rename", "held", "new", "--content", str(content)).exit_code == 0
    assert (content / "claims" / "all.yml").read_bytes().decode() == expected
    assert "claim: new," in (content / "statements" / "2025.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("anne", "lee", "no record has the id 'anne'; did you mean 'ann'?"),
        ("ann", "paper", "the id 'paper' is taken by a record in 'sources'"),
        ("ann", "Ann", "'Ann' is no id"),
    ],
)
def test_a_name_that_cannot_be_changes_nothing(content: Path, old: str, new: str, told: str) -> None:
    before = tree(content)

    result = run("rename", old, new)

    assert result.exit_code == 2
    assert told in result.output
    assert tree(content) == before


def test_a_former_name_of_another_is_refused_and_the_new_name_is_told(tmp_path: Path) -> None:
    content = dossier(tmp_path, {"claims/held.yml": "text: T\nformerly: [old]\n"})

    assert "former id of 'held'" in run("rename", "ann", "old", "--content", str(content)).output
    assert "it is now called 'held'" in run("rename", "old", "x", "--content", str(content)).output


def test_a_dossier_with_errors_is_not_touched(tmp_path: Path) -> None:
    content = dossier(tmp_path, {"claims/held.yml": "texd: T\n"})
    before = tree(content)

    result = run("rename", "ann", "lee", "--content", str(content))

    assert result.exit_code == 1
    assert "error[unknown-field]" in result.output
    assert tree(content) == before


def test_a_dry_run_changes_nothing(content: Path) -> None:
    before = tree(content)

    assert "'ann' would be renamed 'lee'" in run("rename", "ann", "lee", "--dry-run").output
    assert tree(content) == before


def test_all_files_are_changed_or_none(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(content)
    done: list[Path] = []

    def full(source: Path, target: Path) -> None:
        if done:
            raise OSError(28, "no space left on device")
        done.append(target)
        source.rename(target)

    monkeypatch.setattr(Path, "replace", full)

    result = run("rename", "ann", "lee")

    assert (result.exit_code, len(done)) == (1, 1)
    assert "no space left on device" in result.output
    assert tree(content) == before


@pytest.mark.parametrize("old", ["sergey-lavrov", "no-date-set"])
def test_the_default_dossier_is_the_same_but_for_the_name(tmp_path: Path, old: str) -> None:
    content = tmp_path / "content"
    copytree(REAL, content)
    before = load(content)

    assert run("rename", old, "quite-new", "--content", str(content)).exit_code == 0

    after = load(content)
    assert after.problems == before.problems
    assert isinstance(after.dossier, Dossier)
    assert isinstance(before.dossier, Dossier)
    renamed = {"quite-new" if each == old else each for each in before.dossier.folders}
    assert set(after.dossier.folders) == renamed
    assert after.dossier.naming("quite-new") == tuple(
        "quite-new" if each == old else each for each in before.dossier.naming(old)
    )
