"""The command, as people and other programs call it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord import __version__, cli
from onrecord.commands.telling import Format

ABOUT = "title: Talks\nlanguage: en\nbottom_line: No summit is planned.\nas_of: 2025-12-01\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "dossier.yml").write_text(ABOUT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, arguments)


def topic(content: Path, text: str) -> None:
    (content / "topics").mkdir()
    (content / "topics" / "talks.yml").write_text(text, encoding="utf-8")


def test_the_version_is_told() -> None:
    result = run("--version")

    assert (result.exit_code, result.output) == (0, f"onrecord {__version__}\n")


@pytest.mark.usefixtures("content")
def test_a_clean_dossier_exits_with_0() -> None:
    result = run("check")

    assert (result.exit_code, result.output) == (0, "no problems in 0 records\n")


def test_warnings_exit_with_0_and_can_be_left_out(content: Path) -> None:
    topic(content, "title: Talks")

    told, quiet = run("check", "content"), run("check", "--no-warnings")

    assert (told.exit_code, told.output.splitlines()[-1]) == (0, "1 warning in 1 file")
    assert (quiet.exit_code, quiet.output) == (0, "no problems in 1 record\n")


def test_errors_exit_with_1_however_they_are_told(content: Path) -> None:
    topic(content, "titel: Talks")

    for form in Format:
        assert run("check", "--format", form.value).exit_code == 1


def test_problems_can_be_told_to_programs(content: Path) -> None:
    topic(content, "title: Talks")

    (told,) = json.loads(run("check", "--format", "json").output)
    annotation = run("check", "--format", "github").output

    assert (told["file"], told["line"], told["code"]) == (
        "content/topics/talks.yml",
        1,
        "unreferenced-record",
    )
    assert annotation.startswith("::warning file=content/topics/talks.yml,line=1,")


@pytest.mark.usefixtures("content")
def test_nothing_wrong_is_an_empty_list_or_no_annotation() -> None:
    assert json.loads(run("check", "--format", "json").output) == []
    assert run("check", "--format", "github").output.strip() == ""


@pytest.mark.parametrize("arguments", [("check", "--format", "xml"), ("chekc",), ("explain", "unknown-actr")])
def test_a_wrong_call_exits_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_code_is_explained() -> None:
    result = run("explain", "unknown-actor")

    assert result.exit_code == 0
    assert result.output.startswith("unknown-actor\n\nNo actor has the id")


def test_without_a_code_all_are_listed() -> None:
    result = run("explain")

    assert (result.exit_code, "unknown-actor" in result.output.splitlines()) == (0, True)


def test_a_code_that_is_nearly_right_is_suggested() -> None:
    assert "did you mean 'unknown-actor'?" in run("explain", "unknown-actr").output


def test_no_pages_are_written_of_a_dossier_with_errors(content: Path) -> None:
    topic(content, "titel: Talks")

    result = run("pages", "out")

    assert (result.exit_code, (content.parent / "out").exists()) == (1, False)
    assert "error[unknown-field]" in result.output


def test_pages_are_not_written_over_files_of_others(content: Path) -> None:
    (content.parent / "mine.txt").touch()

    result = run("pages", ".")

    assert result.exit_code == 2
    assert sorted(file.name for file in content.parent.iterdir()) == ["content", "mine.txt"]


def test_pages_are_written_as_files(content: Path) -> None:
    result = run("pages", "out")

    assert result.exit_code == 0
    assert "pages in 'out'" in result.output
    assert (content.parent / "out" / "index.md").is_file()


@pytest.mark.parametrize("arguments", [("--site-url", "https://site.example/talks/"), ()])
def test_written_pages_know_where_they_will_be_served(
    content: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv(
        "SITE_URL", "https://elsewhere.example/" if arguments else "https://site.example/talks/"
    )
    topic(content, "title: Talks")
    run("pages", "out", *arguments)

    feed = (content.parent / "out" / "feeds" / "topics" / "talks.xml").read_text(encoding="utf-8")
    assert "https://site.example/talks/feeds/topics/talks.xml" in feed
    assert "elsewhere" not in feed


@pytest.mark.parametrize("command", ["build", "serve"])
def test_the_site_is_made_by_mkdocs_with_its_own_options(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []

    def mkdocs(arguments: list[str]) -> int:
        called.append(arguments[1:])
        return 3

    monkeypatch.setattr("subprocess.call", mkdocs)

    assert run(command, "--strict", "-f", "mkdocs.yml").exit_code == 3
    assert called == [["-m", "mkdocs", command, "--strict", "-f", "mkdocs.yml"]]


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("command", ["build", "serve"])
def test_whoever_stands_in_the_wrong_folder_is_told(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    result = run(command)

    assert result.exit_code == 2
    assert "there is no 'mkdocs.yml' here; go to the project's folder" in result.stderr
    assert capfd.readouterr().out == ""
