from pathlib import Path
from shutil import copytree

import pytest

from onrecord.loading import load
from tests.content import run, tree

REAL = Path(__file__).parents[2] / "content"


def test_untidy_files_are_named_and_mended_once(content: Path) -> None:
    untidy = content / "claims" / "held.yml"
    untidy.write_bytes(b"\xef\xbb\xbfnote:   N # why\r\ntext: 'It was held.'\r\n")

    checked, first, second = run("fmt", "--check"), run("fmt"), run("fmt", "--check")

    assert checked.exit_code == 1
    assert "content/claims/held.yml\n" in checked.output
    assert untidy.read_bytes() == b"text: It was held.\nnote: N  # why\n"
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert second.output == "every file is laid out already\n"


def test_a_check_changes_nothing(content: Path) -> None:
    before = tree(content)

    assert run("fmt", "--check").exit_code == 1
    assert tree(content) == before


def test_a_file_that_cannot_be_read_is_told_and_left(content: Path) -> None:
    broken = content / "claims" / "held.yml"
    broken.write_text("text: a\ntext: b\n", encoding="utf-8")

    result = run("fmt")

    assert result.exit_code == 1
    assert "content/claims/held.yml:2:1: error[repeated-key]" in result.output
    assert broken.read_text(encoding="utf-8") == "text: a\ntext: b\n"


def test_a_new_name_is_laid_out_already(content: Path) -> None:
    run("fmt")
    run("rename", "ann", "lee")
    run("rename", "lee", "ann-lee")

    assert "formerly: [ann, lee]\n" in (content / "actors" / "ann-lee.yml").read_text(encoding="utf-8")
    assert run("fmt", "--check").exit_code == 0


@pytest.mark.usefixtures("content")
def test_a_folder_that_is_not_there_is_a_wrong_call() -> None:
    assert run("fmt", "contents").exit_code == 2


def test_the_default_dossier_means_the_same_afterwards(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(REAL, content)
    before = load(content)
    for file in content.rglob("*.yml"):
        file.write_text("\n" + file.read_text(encoding="utf-8").replace(": >-", ":  >-"), encoding="utf-8")

    assert run("fmt", str(content)).exit_code == 0
    assert load(content).dossier == before.dossier
    assert "every file is laid out already" in run("fmt", str(content)).output


def test_the_default_dossier_is_laid_out() -> None:
    assert run("fmt", "--check", str(REAL)).output == "every file is laid out already\n"
