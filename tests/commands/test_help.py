import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from onrecord.cli import app
from tests.content import run

COMMANDS = sorted(getattr(get_command(app), "commands"))  # noqa: B009 - a group of commands, as typer makes it


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_gives_an_example_of_itself(command: str) -> None:
    told = " ".join(run(command, "--help").output.split())

    assert re.search(rf"Examples?: .*'onrecord {command}\b", told)


def test_help_is_plain_where_nobody_sees_boxes() -> None:
    command = [str(Path(sys.executable).with_name("onrecord")), "--help"]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert "─" not in told
    assert "\x1b" not in told
    assert "rename" in told
    assert "..." not in told.partition("Commands:")[2]


@pytest.mark.parametrize(
    "arguments", [("new",), ("rename", "ann"), ("import", "word"), ("diff",), ("nonsense",)]
)
def test_a_wrong_call_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
