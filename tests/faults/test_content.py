"""Commands that are killed, or that the disk refuses, at every moment: content is as before or as after."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree

import pytest

from onrecord.editing import writing
from onrecord.editing.change import planned
from onrecord.editing.writing import write_all
from onrecord.source.files import PLAN
from onrecord.source.raw import ChangedError
from tests.content import FILES, dossier, run, tree
from tests.faults.killing import changes_of, failing, killed

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "rename": ("rename", "ann", "ann-lee"),
    "fmt": ("fmt",),
    "new": ("new", "topic", "--id", "talks", "-s", "title=Talks"),
    "import": ("import", "csv", "rows.csv", "--kind", "topic", "--map", "title=Title"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a dossier, where commands are run; it can be made anew."""
    dossier(tmp_path / "kept", {"topics/one.yml": "title:   One\n", "topics/two.yml": "title:   Two\n"})
    (tmp_path / "kept" / "rows.csv").write_text("Title\nGrain\nPorts\n", encoding="utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def anew(home: Path) -> Path:
    """Return the content folder as it was at first."""
    here = home / "here"
    os.chdir(home)
    for each in sorted(here.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() and not each.is_symlink() else each.unlink()
    copytree(home / "kept", here, dirs_exist_ok=True)
    os.chdir(here)
    return here / "content"


def seen(content: Path) -> dict[str, bytes]:
    """Return what is in content for editors; hidden files are not."""
    return {name: data for name, data in tree(content).items() if not Path(name).name.startswith(".")}


def call(*arguments: str) -> None:
    result = run(*arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_killed_at_any_moment_loses_nothing_and_is_ended_by_the_next(
    command: str, home: Path
) -> None:
    content, task = anew(home), lambda: call(*COMMANDS[command])
    before = tree(content)
    moments = changes_of(task)
    after = tree(content)
    assert before != after

    ended = []
    for moment in range(1, moments + 1):
        content = anew(home)
        killed(task, moment)
        for name, data in seen(content).items():
            assert data in (before.get(name), after.get(name)), (moment, name)
        assert [name for name in before.keys() & after.keys() if name not in seen(content)] == []
        checked = run("check", "--no-warnings", "-q")
        assert checked.exit_code == 0, (moment, checked.output)
        assert seen(content) in (before, after), moment
        ended.append(seen(content) == after)
        if not ended[-1]:
            call(*COMMANDS[command])
        assert tree(content) == after or seen(content) == after, moment
    assert ended == sorted(ended)
    assert True in ended


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_command_that_the_disk_refuses_says_what_it_left(command: str, number: int, home: Path) -> None:
    content, results = anew(home), []

    def task() -> None:
        results.append(run(*COMMANDS[command]))

    before = tree(content)
    moments = changes_of(task)
    after = tree(content)
    for moment in range(1, moments + 1):
        content = anew(home)
        failing(task, moment, lambda: OSError(number, os.strerror(number)))
        result = results.pop()
        assert "Traceback" not in result.output
        if result.exit_code:
            assert (result.exit_code, "defect" in result.output) == (1, False), result.output
            assert os.strerror(number).lower() in result.output
            ended = "nothing was changed" not in result.output
            assert ended == ("run it again, which ends what was begun" in result.output)
            assert run("check", "--no-warnings", "-q").exit_code == 0
            assert seen(content) == (after if ended else before), (moment, result.output)


def test_a_disk_that_stays_full_never_costs_a_byte(home: Path) -> None:
    content = anew(home)
    before = tree(content)
    moments = changes_of(lambda: run(*COMMANDS["rename"]))
    for moment in range(1, moments + 1):
        content = anew(home)
        full = lambda: OSError(errno.ENOSPC, "No space left on device")  # noqa: E731
        failing(lambda: run(*COMMANDS["rename"]), moment, full, stays=True)
        run("check")
        kept = set(seen(content).values())
        assert {data for name, data in before.items() if name.startswith("sources")} <= kept
        assert run("check", "--no-warnings", "-q").exit_code == 0, moment


def test_a_file_that_an_editor_changes_meanwhile_is_not_written_over(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = FILES["statements/2025.yml"] + "# a thought, saved just now\n"
    for command in ("rename", "fmt"):
        content = anew(home)

        def save_first(folder: Path, *rest: object) -> object:
            made = planned(folder, *rest)  # type: ignore[arg-type]
            (folder / "statements/2025.yml").write_text(mine, encoding="utf-8")
            return made

        (content / "statements/2025.yml").write_text("\n" + FILES["statements/2025.yml"], encoding="utf-8")
        before = tree(content)
        with monkeypatch.context() as patch:
            patch.setattr(writing, "planned", save_first)
            result = run(*COMMANDS[command])
        assert result.exit_code == 1
        assert "'content/statements/2025.yml' was changed by somebody else meanwhile" in result.output
        assert tree(content) == {**before, "statements/2025.yml": mine.encode()}


def test_a_change_is_made_of_what_was_read_or_not_at_all(home: Path) -> None:
    content = anew(home)
    before = {"claims/held.yml": b"text: What it held when it was read.\n"}

    with pytest.raises(ChangedError):
        write_all(content, {"claims/held.yml": b"text: T\n", "topics/new.yml": b"title: T\n"}, before=before)
    with pytest.raises(ChangedError):
        write_all(content, {"actors/ann.yml": b"name: A\nkind: person\n"}, before={})
    assert seen(content) == tree(home / "kept" / "content")


def test_what_was_changed_after_a_kill_stays_and_is_told(home: Path) -> None:
    content = anew(home)
    task: Callable[[], None] = lambda: call(*COMMANDS["rename"])  # noqa: E731
    moments = changes_of(task)
    for moment in range(1, moments + 1):
        content = anew(home)
        killed(task, moment)
        if (content / PLAN).exists() and (content / "actors/ann.yml").exists():
            break
    (content / "statements/2025.yml").write_bytes(
        b"# mine\n" + (content / "statements/2025.yml").read_bytes()
    )
    result = run("check")

    assert "a change that was interrupted is ended now" in result.output
    assert "'statements/2025.yml' was changed since, and stays as it is" in result.output
    assert (content / "statements/2025.yml").read_bytes().startswith(b"# mine\n")
    assert (content / "actors/ann-lee.yml").is_file()
    assert [each.name for each in content.rglob(".*")] == []


def test_a_link_stays_a_link(home: Path) -> None:
    content = anew(home)
    (content / "actors/ann.yml").rename(content / "ann-lee")
    (content / "actors/ann.yml").symlink_to(content / "ann-lee")
    write_all(content, {"actors/ann.yml": b"name: Ann\nkind: person\n"})

    assert (content / "actors/ann.yml").is_symlink()
    assert (content / "ann-lee").read_bytes() == b"name: Ann\nkind: person\n"


def test_a_plan_that_leads_out_of_content_is_not_followed(home: Path) -> None:
    content = anew(home)
    (content / ".onrecord-half-x").write_bytes(b"evil")
    plan = f'[["../rows.csv", "", "{"0" * 64}", ".onrecord-half-x", ""]]'
    (content / PLAN).write_text(plan, encoding="utf-8")
    before = tree(home)
    result = run("check")

    assert result.exit_code == 1
    assert "error[unfinished-change]" in result.output
    assert tree(home) == before
