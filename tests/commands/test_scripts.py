"""What scripts rely on: an exit status, nothing said where nothing is wrong, and JSON."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.workers import FORKS
from tests.content import dossier, run

TOPIC = ("topic", "-s", "title=The pier", "--no-ask")
QUIET = (
    ("check",),
    ("fmt",),
    ("rename", "ann", "lee"),
    ("new", *TOPIC),
    ("schema",),
    ("cms",),
    ("verify",),
    ("diff", "content"),
    ("import", "popolo", "people.json"),
    ("pages", "out"),
    ("init", "another"),
)
PEOPLE = '{"persons": [{"id": "bo", "name": "Bo Ek"}]}'


@pytest.fixture
def people(content: Path) -> Path:
    (content.parent / "people.json").write_text(PEOPLE, encoding="utf-8")
    return content


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("arguments", QUIET, ids=lambda arguments: arguments[0])
def test_nothing_is_said_if_nothing_is_wrong_and_nobody_asks(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--quiet")

    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("arguments", QUIET, ids=lambda arguments: arguments[0])
def test_without_it_something_is(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check",), []),
        (("fmt",), ["content/dossier.yml", "content/statements/2025.yml"]),
        (("verify",), []),
        (("diff", "content"), []),
        (("new", *TOPIC), {"id": "the-pier", "file": "content/topics/the-pier.yml"}),
        (("cms",), ["admin/config.yml", ".pages.yml"]),
        (
            ("rename", "ann", "lee"),
            {
                "old": "ann",
                "new": "lee",
                "mentions": 2,
                "files": ["actors/lee.yml", "statements/2025.yml"],
                "gone": ["actors/ann.yml"],
            },
        ),
        (
            ("import", "popolo", "people.json"),
            {"files": ["content/actors/imported-people.yml"], "records": 1, "losses": []},
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("people")
def test_programs_are_told_in_json(arguments: tuple[str, ...], told: Any) -> None:
    assert json.loads(run(*arguments, "--format", "json").stdout) == told


def test_a_change_is_told_to_programs_too(people: Path) -> None:
    before = run("stats", "--format", "json").stdout
    after = dossier(people.parent / "after", {"actors/ann.yml": "name: Ann Li\nkind: person\n"})
    (line,) = (
        each
        for each in json.loads(run("diff", "content", str(after), "--format", "json").stdout)
        if each["was"] == "Ann Lee"
    )

    assert line == {"text": "'name' of the actor 'ann'", "was": "Ann Lee", "now": "Ann Li"}
    assert json.loads(before)["records"]["actors"] == 1


@pytest.mark.usefixtures("content")
def test_a_record_is_shown_to_programs_with_what_follows_from_it() -> None:
    told = json.loads(run("show", "ann", "--format", "json").stdout)

    assert (told["folder"], told["file"], told["line"]) == ("actors", "content/actors/ann.yml", 2)
    assert told["record"]["name"] == "Ann Lee"
    assert {"id": "says", "field": "speaker"} in told["named_by"]
    assert {"name": "on held", "value": "asserts (says, 13 November 2025)"} in told["follows"]


WRONG = {"claims/held.yml": "texd: It was held.\n"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("check",), 1),
        (("fmt", "--check"), 1),
        (("rename", "ann", "lee"), 1),
        (("new", "topic", "-s", "title=T", "--id", "says", "--no-ask"), 1),
        (("pages", "out"), 1),
        (("import", "popolo", "nobody.json"), 1),
        (("show", "nobody"), 2),
        (("explain", "nothing"), 2),
        (("check", "nowhere"), 1),
        (("stats", "nowhere"), 2),
        (("verify", "nowhere"), 2),
        (("show", "ann", "--content", "nowhere"), 2),
        (("cms", "nowhere"), 2),
        (("diff", "nowhere"), 2),
        (("init", "."), 2),
        (("import", "csv", "people.json"), 2),
        (("import", "popolo", "nowhere.json"), 2),
        (("rename", "ann", "lee", "--content", "nowhere"), 1),
        (("new", "topic", "--content", "nowhere"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_status_tells_records_that_are_wrong_from_a_wrong_call(
    people: Path, arguments: tuple[str, ...], status: int
) -> None:
    dossier(people.parent, WRONG)
    (people.parent / "nobody.json").write_text('{"persons": [{}]}', encoding="utf-8")

    assert run(*arguments).exit_code == status


WAITS = "from onrecord.commands import progress; import time; progress.MOMENT = 0.01\n"


def said_to_a_terminal(program: str) -> str:
    """Run a program whose errors go to a terminal, and return what stands there."""
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", program], stderr=theirs, check=True)
    os.close(theirs)
    heard = b""
    try:
        while more := os.read(ours, 4096):
            heard += more
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(ours)
    return heard.decode()


@pytest.mark.parametrize(("quiet", "shown"), [(False, True), (True, False)])
def test_whoever_waits_at_a_terminal_is_told_for_what(*, quiet: bool, shown: bool) -> None:
    work = f"{WAITS}with progress.working('counting sheep', quiet={quiet}): time.sleep(0.3)"

    assert ("counting sheep" in said_to_a_terminal(work)) == shown


@pytest.mark.skipif(not FORKS, reason="no process can be forked here")
def test_what_is_told_to_a_terminal_keeps_no_work_from_being_shared() -> None:
    shared = "print(len(set(shared_out([getpid, wait, getpid, wait], 2))) > 2, file=sys.stderr)"
    work = (
        f"{WAITS}import sys; from os import getpid; from onrecord.workers import shared_out\n"
        f"def wait(): time.sleep(0.3); return -getpid()\n"
        f"with progress.working('counting sheep'): {shared}"
    )

    told = said_to_a_terminal(work)
    assert "counting sheep" in told
    assert "True" in told


def test_a_log_is_not_told_that_somebody_waits() -> None:
    work = f"{WAITS}with progress.working('counting sheep'): time.sleep(0.3)"

    assert subprocess.run([sys.executable, "-c", work], capture_output=True, check=True).stderr == b""


def completed(folder: Path, *words: str) -> list[str]:
    """Return what a shell would offer for the last of some words."""
    asked = {
        "_ONRECORD_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("onrecord", *words)),
        "COMP_CWORD": str(len(words)),
    }
    command = [str(Path(sys.executable).with_name("onrecord"))]
    told = subprocess.run(command, env={**os.environ, **asked}, cwd=folder, capture_output=True, check=True)
    return told.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("ren",), ["rename"]),
        (("new", "sta"), ["statement"]),
        (("rename", "an"), ["ann"]),
        (("show", "pap"), ["paper"]),
        (("explain", "unknown-f"), ["unknown-field", "unknown-folder"]),
        (("check", "--format", "sa"), ["sarif"]),
    ],
)
def test_a_shell_completes_commands_kinds_ids_and_codes(
    content: Path, words: tuple[str, ...], offered: list[str]
) -> None:
    assert sorted(completed(content.parent, *words)) == offered


ENTRY = (sys.executable, "-c", "from onrecord.cli import run; run()")


@pytest.mark.parametrize("text", ["text: It was held.\n", "text: It was held.\nresolved: 3\n"])
def test_the_process_ends_as_the_command_does_and_all_is_told(tmp_path: Path, text: str) -> None:
    content = dossier(tmp_path, {"claims/held.yml": text})

    ended = subprocess.run(
        (*ENTRY, "check", str(content)), cwd=tmp_path, capture_output=True, text=True, check=False
    )

    here = run("check", str(content))
    assert (ended.returncode, ended.stdout, ended.stderr) == (here.exit_code, here.stdout, here.stderr)


def test_a_reader_who_goes_away_is_no_fault_of_the_program(content: Path) -> None:
    with subprocess.Popen(
        (*ENTRY, "explain"), cwd=content.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()

    assert b"Traceback" not in said
    assert process.returncode in {0, 1}
