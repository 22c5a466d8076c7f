"""Whatever goes wrong, one message in plain words; where in the program, only if that is asked for."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import loading
from onrecord.commands.failing import DEBUG
from tests.content import run, tree

FAULTS = {
    "a full disk": (errno.ENOSPC, "make room on the disk"),
    "a folder of others": (errno.EACCES, "check that you may read and write there"),
    "a disk for reading": (errno.EROFS, "check that you may read and write there"),
    "a file that went": (errno.ENOENT, "it went while it was needed: run it again"),
    "a broken disk": (errno.EIO, "look at the disk"),
}
INJECTED = """\
import sys
from onrecord import loading
def load(*_):
    raise KeyError("lost\\nin two lines")
loading.load = load
from onrecord.cli import app
sys.argv[0] = "onrecord"
app()
"""


def fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> object:
        raise error

    monkeypatch.setattr(loading, "load", load)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.usefixtures("content")
def test_a_fault_of_the_machine_is_told_with_a_way_out(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    number, way_out = FAULTS[fault]
    fail_with(OSError(number, os.strerror(number), "content/actors/ann.yml"), monkeypatch)
    result = run("check")

    assert result.exit_code == 1
    assert result.stderr.startswith("onrecord: ")
    assert "'content/actors/ann.yml': " in result.stderr
    assert way_out in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "defect" not in result.stderr


@pytest.mark.usefixtures("content")
def test_of_a_copy_that_failed_the_place_is_told_that_could_not_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail_with(OSError(28, "No space left on device", "theme/icon.png", None, "site/icon.png"), monkeypatch)
    result = run("check")

    assert "'site/icon.png': no space left on device" in result.stderr


@pytest.mark.usefixtures("content")
def test_too_little_memory_is_no_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(MemoryError(), monkeypatch)
    result = run("check")

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "not enough memory" in result.stderr


@pytest.mark.parametrize(
    "error", [KeyError("lost"), RecursionError("too deep"), OSError(errno.ENAMETOOLONG, "long")]
)
def test_a_defect_says_that_it_is_ours_and_how_to_report_it(
    error: Exception, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(error, monkeypatch)
    before = tree(content)
    result = run("rename", "ann", "anna")

    assert result.exit_code == 2
    assert "this is a defect of Onrecord, and no fault of your records" in result.stderr
    assert type(error).__name__ in result.stderr
    assert "in 'onrecord/commands/" in result.stderr
    assert "please report it" in result.stderr
    assert "'onrecord --debug rename'" in result.stderr
    assert tree(content) == before


@pytest.mark.usefixtures("content")
def test_a_traceback_is_shown_to_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG, "")
    fail_with(KeyError("lost"), monkeypatch)
    result = run("--debug", "check")

    assert isinstance(result.exception, KeyError)
    assert "please report" not in result.output


@pytest.mark.usefixtures("content")
def test_a_process_prints_no_traceback_unless_it_is_asked_to() -> None:
    def called(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", INJECTED, *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    told, asked = called("check"), called("--debug", "check")
    assert (told.returncode, told.stdout) == (2, "")
    assert "Traceback" not in told.stderr
    assert "KeyError: 'lost\\nin two lines'" in told.stderr
    assert "Traceback" in asked.stderr


@pytest.mark.usefixtures("content")
def test_a_wrong_call_is_no_defect() -> None:
    result = run("check", "--nothing-like-it")

    assert result.exit_code == 2
    assert "defect" not in result.output


@pytest.mark.usefixtures("content")
def test_a_reader_that_goes_away_is_no_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(BrokenPipeError(errno.EPIPE, "Broken pipe"), monkeypatch)

    assert "defect" not in run("check").output
