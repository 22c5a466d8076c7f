"""The workflows that publish: what GitHub accepts, what they may do, and that their steps do work."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.html_page import HtmlPage
from tests.publishing.served import serving
from tests.publishing.workflow import STARTER, WORKFLOWS, Runner, check_out, read, steps

PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
ALLOWED = {
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "pull-request.yml": {"preview": {"contents": "read"}},
    "engines.yml": {"compare": {"contents": "read"}},
    "audit.yml": {"audit": {"contents": "read"}},
    "release.yml": {"release": {"contents": "write"}},
    "site.yml": {"build": {"contents": "read"}, "publish": {"pages": "write", "id-token": "write"}},
}
"""What each job may do: the least that it needs."""

OURS_AND_STARTERS = (*WORKFLOWS, STARTER)
named = pytest.mark.parametrize("workflow", OURS_AND_STARTERS, ids=lambda file: file.name)


def test_every_workflow_conforms_to_githubs_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run(
        [*command, *map(str, OURS_AND_STARTERS)], check=False, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout


@named
def test_every_job_may_do_the_least_that_it_needs(workflow: Path) -> None:
    held = read(workflow)

    assert held["permissions"] == {}
    assert {name: job["permissions"] for name, job in held["jobs"].items()} == ALLOWED[workflow.name]


@named
def test_every_action_is_pinned_to_a_commit_and_says_its_version(workflow: Path) -> None:
    uses = [line for line in workflow.read_text(encoding="utf-8").splitlines() if "uses:" in line]

    assert [line for line in uses if not PINNED.search(line)] == []


def test_an_action_is_pinned_to_one_commit_everywhere() -> None:
    texts = (workflow.read_text(encoding="utf-8") for workflow in OURS_AND_STARTERS)
    pinned = {tuple(found.split("@")) for text in texts for found in re.findall(r"uses: (\S+@\S+)", text)}

    assert len(pinned) == len({name for name, _ in pinned}) > 4


@named
def test_no_script_has_an_expression_put_into_it(workflow: Path) -> None:
    jobs = read(workflow)["jobs"].values()
    scripts = [step["run"] for job in jobs for step in job["steps"] if "run" in step]

    assert [script for script in scripts if "${{" in script] == []


@named
def test_no_checkout_leaves_its_token_behind(workflow: Path) -> None:
    found = [step for job in read(workflow)["jobs"].values() for step in job["steps"] if "uses" in step]
    kept = [each for each in found if each["uses"].startswith("actions/checkout@")]

    assert [each for each in kept if each["with"]["persist-credentials"] != "false"] == []


def run(machine: Runner, workflow: str, job: str, name: str, **answers: str) -> tuple[int, str]:
    answered = {key.replace("__", "."): text for key, text in answers.items()}
    (step,) = (step for step in steps(workflow, job) if step["name"] == name)
    done = Runner(machine.checkout, machine.programs, answered).run(step)
    return done.returncode, done.stdout + done.stderr


def test_publishing_is_refused_if_an_id_has_vanished_and_goes_on_if_nobody_can_know(
    machine: Runner, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/ids.json").write_text('{"ids": [{"id": "gone", "folder": "actors"}]}', encoding="utf-8")
    compare = "Compare with what is published"

    with serving(tmp_path) as here:
        status, told = run(machine, "publish.yml", "build", compare, steps__pages__outputs__base_url=here)
    assert (status, "::error file=content/dossier.yml" in told, "'actors/gone'" in told) == (1, True, True)

    nowhere = "http://nowhere.invalid"
    status, told = run(machine, "publish.yml", "build", compare, steps__pages__outputs__base_url=nowhere)
    assert (status, "::warning title=not compared::" in told) == (0, True)


def test_a_pull_request_is_told_what_is_wrong_beside_the_line(machine: Runner) -> None:
    broken = machine.checkout / "content/topics/broken.yml"
    broken.write_text("titel: Broken\n", encoding="utf-8")
    try:
        status, told = run(machine, "pull-request.yml", "preview", "Check")
    finally:
        broken.unlink()

    assert status == 1
    assert "::error file=content/topics/broken.yml,line=1," in told


def test_a_pull_request_is_summed_up_in_words(machine: Runner) -> None:
    check_out(machine.checkout / ".before")
    added = machine.checkout / "content/questions/added.yml"
    added.write_text("text: Who will pay for the ferry?\n", encoding="utf-8")
    try:
        status, told = run(machine, "pull-request.yml", "preview", "Say what changes for readers")
    finally:
        added.unlink()

    assert status == 0, told
    summary = (machine.checkout / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## What changes for readers\n")
    assert "Who will pay for the ferry?" in summary


def test_a_pull_request_gets_a_site_that_is_read_from_the_disk(machine: Runner) -> None:
    status, told = run(machine, "pull-request.yml", "preview", "Build")

    assert status == 0, told
    site = machine.checkout / "site"
    assert (site / "actors/sergey-lavrov.html").is_file()
    brief = HtmlPage((site / "index.html").read_text(encoding="utf-8"))
    inside = [link for link in brief.links if not link.startswith(("http", "#"))]
    assert [link for link in inside if not (site / link.partition("#")[0]).is_file()] == []
    assert len(inside) > 20


PYTHON = """\
#!/bin/sh
echo "python $*" >> "$CALLS"
echo "engines $PROPERDOCS $ZENSICAL" >> "$CALLS"
if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi
"""
"""Stands for Python where packages would be fetched: notes what it is asked for, and makes environments."""


def test_other_engines_are_compared_where_they_were_installed(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").write_text(PYTHON, encoding="utf-8")
    (tmp_path / "bin/python").chmod(0o755)
    calls = tmp_path / "calls"
    for step in steps("engines.yml", "compare"):
        given = {**step.get("env", {}), "CALLS": str(calls), "RUNNER_TEMP": str(tmp_path)}
        done = Runner(tmp_path, tmp_path / "bin", {}).run({**step, "env": given})
        assert done.returncode == 0, done.stderr

    made = sorted(program.parents[1].name for program in tmp_path.glob("*/bin/python"))
    engines = ("properdocs", "zensical")
    *installed, compared, told = calls.read_text(encoding="utf-8").splitlines()
    assert made == list(engines)
    assert compared == "python -m pytest -q tests/engines"
    assert told == "engines " + " ".join(f"{tmp_path}/{each}/bin/{each}" for each in engines)
    assert [line for line in installed if line.startswith("python -m pip") and line.endswith(engines)] == [
        "python -m pip install --constraint constraints.txt --editable . properdocs",
        "python -m pip install zensical",
    ]
