"""Builds that are killed, that run twice at once, or that the disk refuses: the last good site stays."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.built import ROOT
from tests.content import FILES, dossier

MKDOCS_YML = """\
site_name: Who said what
docs_dir: content
plugins: [search, onrecord]
theme: {name: material, font: false}
"""
LIMITED = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from mkdocs.__main__ import cli
sys.argv[0] = "mkdocs"
cli()
"""
ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    home = tmp_path / "project"
    more = "text: It was held, and well.\n"
    copytree(dossier(tmp_path / "one"), home / "last")
    copytree(
        dossier(tmp_path / "two", {"claims/held.yml": more, "topics/t.yml": "title: T\n"}), home / "next"
    )
    (home / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return home


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=project, env=ENVIRONMENT, check=False, text=True, capture_output=True
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be split in two here")
def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_heals(
    project: Path,
) -> None:
    done = run(project, "-m", "tests.faults.killed_builds", str(project), "7")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    states = [each["site"] for each in told["trials"]]
    assert len(states) >= 10
    assert all(each["killed"] for each in told["trials"])
    assert states == sorted(states, reverse=True), "once the new site is there, it stays"
    assert [states[0], states[-1]] == [["old"], ["new"]]
    assert told["trials"][-1]["left"], "so that the next build has something to take away"
    assert (told["ends"], told["same"], told["left"]) == ([0, 0], True, [])


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_disk_that_fills_up_leaves_the_last_good_site_and_says_so(project: Path) -> None:
    copytree(project / "last", project / "content")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good one", encoding="utf-8")
    done = run(project, "-c", LIMITED, "build", "--quiet")

    assert done.returncode == 1
    assert os.strerror(errno.EFBIG).lower() in done.stderr
    assert "make room on the disk" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert [each.name for each in (project / "site").iterdir()] == ["index.html"]
    assert [each.name for each in project.iterdir() if each.name.startswith(".")] == []


def test_a_clock_that_is_set_back_changes_nothing(project: Path) -> None:
    copytree(project / "last", project / "content")
    command = ("-m", "mkdocs", "build", "--quiet", "--strict")
    assert run(project, *command).returncode == 0
    for file in (*project.rglob("*.yml"), *project.rglob("*.html")):
        os.utime(file, (4_000_000_000, 4_000_000_000))
    changed = project / "content" / "claims" / "held.yml"
    changed.write_text(FILES["claims/held.yml"].replace("was", "is "), encoding="utf-8")
    os.utime(changed, (1, 1))
    assert run(project, *command).returncode == 0

    page = (project / "site" / "claims" / "held" / "index.html").read_text(encoding="utf-8")
    assert "It is  held." in page
