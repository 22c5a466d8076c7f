"""What every test of a host begins with."""

from pathlib import Path

import pytest

from onrecord.hosts import mkdocs as plugin
from onrecord.hosts.mkdocs_made import InMemory
from tests.hosts.project import ADA, MKDOCS_YML, Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that builds three pages."""
    project = Project(tmp_path)
    project.write("mkdocs.yml", MKDOCS_YML)
    project.write("content/dossier.yml", "title: Who said what\n")
    project.write("content/actors/ada.yml", ADA)
    monkeypatch.setattr(plugin, "opened", project.opened)
    monkeypatch.setattr(plugin, "Direct", project.made)
    monkeypatch.setattr(InMemory, "made", project.made)
    return project
