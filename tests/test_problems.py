"""Every problem, as ``onrecord check`` prints it for a folder that has it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.source import readings
from onrecord.source.readings import LARGEST

FOLDERS = Path(__file__).parent / "problems"
CODES = sorted(folder.name for folder in FOLDERS.iterdir())
ABOUT = "title: Talks\nlanguage: en\nbottom_line: No summit is planned.\nas_of: 2025-12-01\n"


def large_file(content: Path) -> None:
    _write(content / "topics" / "summit.yml", "title: Summit\n" + "#" * LARGEST)


def link_out(content: Path) -> None:
    outside = content.parent / "summit.yml"
    outside.write_text("title: Summit\n", encoding="utf-8")
    _link(content / "topics" / "summit.yml", outside)


def link_back(content: Path) -> None:
    _link(content / "pages" / "again", content)


def dead_link(content: Path) -> None:
    _link(content / "topics" / "summit.yml", content / "topics" / "talks.yml")


def no_folder(content: Path) -> None:
    (content / "dossier.yml").unlink()
    content.rmdir()


def long_text(content: Path) -> None:
    _write(content / "topics" / "summit.yml", f"title: Summit\nsummary: {'long ' * 10_001}\n")


def long_list(content: Path) -> None:
    entries = ", ".join(f"name-{number}" for number in range(2_001))
    _write(content / "topics" / "summit.yml", f"title: Summit\nformerly: [{entries}]\n")


def many_files(content: Path) -> None:
    _write(content / "topics" / "summit.yml", "title: Summit\n")


MADE: dict[str, Callable[[Path], None]] = {
    "content-too-large": many_files,
    "file-too-large": large_file,
    "link-leaves-content": link_out,
    "link-to-folder": link_back,
    "list-too-long": long_list,
    "missing-content": no_folder,
    "text-too-long": long_text,
    "unreadable-file": dead_link,
}
"""Content that cannot be kept in a repository, and how to make it from a folder with ``dossier.yml``."""


@pytest.mark.parametrize("code", CODES)
def test_a_problem_is_told_as_blessed(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, bless: bool
) -> None:
    expected = FOLDERS / code / "expected.txt"
    _content(code, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    if code == "content-too-large":
        monkeypatch.setattr(readings, "MOST_FILES", 1)

    before = FOLDERS / code / "ids.json"
    published = ["--against", str(before)] if before.is_file() else []
    result = CliRunner().invoke(app, ["check", "content", *published])

    if bless:
        expected.write_text(result.output, encoding="utf-8")
    assert result.output == expected.read_text(encoding="utf-8")
    assert f"[{code}]" in result.output
    assert result.exit_code == int(": error[" in result.output)


def _content(code: str, content: Path) -> None:
    if code in MADE:
        _write(content / "dossier.yml", ABOUT)
        MADE[code](content)
    else:
        copytree(FOLDERS / code / "content", content)


def _link(file: Path, to: Path) -> None:
    file.parent.mkdir()
    try:
        file.symlink_to(to)
    except OSError:
        pytest.skip("this system lets nobody make links")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
