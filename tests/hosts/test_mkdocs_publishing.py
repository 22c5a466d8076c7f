"""Builds that go wrong: the last good site stays as it was, and the message says what to do."""

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from onrecord.hosts import mkdocs as plugin
from onrecord.hosts import mkdocs_search, search_index, search_service
from onrecord.problems import Location, Problem
from tests.content import tree
from tests.hosts.project import MKDOCS_YML, Project

OURS = MKDOCS_YML.replace("plugins: [search, onrecord]", "plugins: [onrecord]")
INJECTED = """\
import sys
from onrecord.hosts import mkdocs as plugin
def build(*_, **__):
    raise KeyError("lost")
plugin.opened = build
from mkdocs.__main__ import cli
sys.argv[0] = "mkdocs"
cli()
"""


def disk_is_full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device", "site/index.html")


def searching_with(program: str, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(mkdocs_search, "program", lambda: Path(program))


def defect(*_: object, **__: object) -> None:
    raise KeyError("lost")


MAIN = "site_templates/overrides/main.html"
WRONG = Problem("bad-date", Location("actors/ada.yml", ("name",)), "no date", "mend it")

BREAKS: dict[str, Callable[[Project, pytest.MonkeyPatch], None]] = {
    "a full disk": lambda _, patch: patch.setattr("mkdocs.utils.write_file", disk_is_full),
    "a defect in a page": lambda _, patch: patch.setattr(plugin, "sharing", defect),
    "a defect in the pipeline": lambda _, patch: patch.setattr(plugin, "opened", defect),
    "a template with a fault": lambda project, _: project.write(
        "site_templates/overrides/main.html",
        '{% extends "base.html" %}\n{% block content %}{{ 1 / 0 }}{% endblock %}',
    ),
    "a template that is none": lambda project, _: project.write(MAIN, "{% if %}"),
    "an error in a record": lambda project, patch: patch.setattr(project, "problems", (WRONG,)),
    "a warning in a strict build": lambda project, _: project.write("content/pages/a.md", "[x](nowhere.md)"),
    "no program for the search": lambda _, patch: patch.setattr(
        mkdocs_search, "program", lambda: Path("/no/such")
    ),
    "a program that dies": lambda _, patch: patch.setattr(
        mkdocs_search, "program", lambda: Path("/bin/false")
    ),
}
SAYS = {
    "a full disk": "make room on the disk",
    "a defect in a page": "this is a defect of Onrecord",
    "a defect in the pipeline": "this is a defect of Onrecord",
    "a template with a fault": "main.html' has a fault in line 2",
    "a template that is none": "main.html' has a fault in line 1",
    "an error in a record": "error[bad-date]",
    "a warning in a strict build": "nowhere.md",
    "no program for the search": "install it again",
    "a program that dies": "install it again",
}


@pytest.mark.parametrize("fault", BREAKS)
def test_the_last_good_site_stays_and_the_next_run_heals(
    fault: str, project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    project.write("mkdocs.yml", OURS)
    good = tree(project.build())
    before = tree(project.root / "content")
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO):
        BREAKS[fault](project, patch)
        written = tree(project.root / "content")
        with pytest.raises(Abort) as end:
            project.build()

    assert tree(project.root / "site") == good
    assert tree(project.root / "content") == written
    assert sorted(each.name for each in project.root.iterdir() if each.name != "site_templates") == [
        "content",
        "mkdocs.yml",
        "site",
    ]
    assert SAYS[fault] in caplog.text
    assert end.value.exit_code == (2 if "defect" in fault else 1)
    assert "Traceback" not in caplog.text

    (project.root / MAIN).unlink(missing_ok=True)
    (project.root / "content/pages/a.md").unlink(missing_ok=True)
    assert tree(project.build()) == good
    assert tree(project.root / "content") == before


def test_mkdocs_itself_prints_no_traceback_unless_it_is_verbose(project: Project) -> None:
    def called(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", INJECTED, "build", *options]
        return subprocess.run(command, cwd=project.root, check=False, capture_output=True, text=True)

    told, asked = called(), called("--verbose")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr + told.stdout
    assert "send this message, what 'mkdocs build --verbose' prints" in told.stderr
    assert "Traceback" in asked.stderr


def test_a_fault_of_another_plugin_is_not_taken_for_ours(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.write("hooks.py", "def on_nav(nav, config, files):\n    raise KeyError('theirs')\n")
    project.write("mkdocs.yml", MKDOCS_YML + "hooks: [hooks.py]\n")
    with pytest.raises(Abort):
        project.build()

    assert "a defect of 'hooks.py'" in caplog.text


def test_pagefind_that_is_gone_is_told() -> None:
    with pytest.raises(search_service.SearchIndexError, match="cannot be started: no such file"):
        search_index.index(Path("/no/such/pagefind"), {})
