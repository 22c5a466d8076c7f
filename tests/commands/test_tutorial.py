"""Every command of ``docs/editing.md``, in order, in one folder."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content import run
from tests.hosts.test_mkdocs_serve import free_port, until

PAGE = (Path(__file__).parents[2] / "docs" / "editing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line]
FILES = {
    "parliament.json": '{"persons": [{"id": "bo", "name": "Bo Ek"}]}',
    "rows.csv": "Who,kind\nBo Ek,person\n",
}


def test_every_command_of_the_tutorial_does_what_it_should(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "ann@example.org")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")

    for command in COMMANDS:
        program, *words = shlex.split(command)
        if program == "cd":
            monkeypatch.chdir(words[0])
            for name, text in FILES.items():
                Path(name).write_text(text, encoding="utf-8")
        elif program == "git":
            subprocess.run([program, *words], check=True)
        elif words[0] == "serve":
            serves(tmp_path / "log.txt")
        elif words[0] == "build":
            subprocess.run([sys.executable, "-m", "mkdocs", *words], check=True, capture_output=True)
        elif program == "onrecord":
            result = run(*words)
            assert result.exit_code == 0, (command, result.output)

    assert "ilse-marten-varda" in Path("content/statements/marten-2025-03-11-put-off.yml").read_text("utf-8")
    assert Path("site/actors/ilse-marten-varda/index.html").is_file()


def serves(log: Path) -> None:
    """Start a preview and end it when it serves."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port()}"]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        assert until(lambda: "Serving on" in log.read_text(encoding="utf-8"), process)
        process.terminate()


INLINE = sorted(set(re.findall(r"`onrecord ([^`]+)`", PAGE)))


@pytest.mark.parametrize("command", INLINE)
def test_a_command_that_is_only_named_is_one(command: str) -> None:
    words = shlex.split(command)

    result = run(*(word for word in words if word != "--help"), "--help")

    assert result.exit_code == 0, result.output


def test_only_pip_is_not_run_here() -> None:
    programs = {shlex.split(command)[0] for command in COMMANDS}

    assert programs == {"pip", "onrecord", "cd", "git"}
