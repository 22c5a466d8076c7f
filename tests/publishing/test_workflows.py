"""The workflows that publish: what GitHub accepts, what they may do, and that their steps do work."""

import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.publishing.served import crawl, serving
from tests.publishing.workflow import WORKFLOWS, Runner, check_out, read, steps

PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
ALLOWED = {
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "pull-request.yml": {"preview": {"contents": "read"}},
    "engines.yml": {"compare": {"contents": "read"}},
}
"""What each job may do: the least that it needs."""

named = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)


def test_every_workflow_conforms_to_githubs_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, *map(str, WORKFLOWS)], check=False, capture_output=True, text=True)

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


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Return a checkout with an environment of its own that has every dependency, and not the program."""
    home = tmp_path_factory.mktemp("machine")
    venv.create(home / "env", with_pip=True)
    own = sysconfig.get_path("purelib", vars={"base": str(home / "env"), "platbase": str(home / "env")})
    Path(own, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    runner = Runner(check_out(home / "checkout"), home / "env" / "bin", {})
    (install,) = (step for step in steps("publish.yml", "build") if step["name"] == "Install")
    done = runner.run(install)
    assert done.returncode == 0, done.stderr
    return runner


def run(machine: Runner, workflow: str, job: str, name: str, **answers: str) -> tuple[int, str]:
    answered = {key.replace("__", "."): text for key, text in answers.items()}
    (step,) = (step for step in steps(workflow, job) if step["name"] == name)
    done = Runner(machine.checkout, machine.programs, answered).run(step)
    return done.returncode, done.stdout + done.stderr


def test_publishing_checks_compares_and_builds_a_site_without_a_dead_link(
    machine: Runner, tmp_path: Path
) -> None:
    def publish(name: str) -> tuple[int, str]:
        address = here.rstrip("/")
        return run(machine, "publish.yml", "build", name, steps__pages__outputs__base_url=address)

    with serving(tmp_path) as here:
        assert publish("Check") == (0, "\n")
        status, told = publish("Compare with what is published")
        assert (status, "there is nothing to compare" in told) == (0, True)
        assert publish("Build")[0] == 0

    site = machine.checkout / "site"
    assert not (site / "CNAME").exists()
    with serving(site) as here:
        pages, dead = crawl(here)
        assert dead == ()
        assert len(pages) > len(list((ROOT / "content").rglob("*.yml")))
        status, told = publish("Compare with what is published")
        assert (status, "vanished" in told) == (0, False)


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
