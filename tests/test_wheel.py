"""What people install: a wheel, in an environment of its own, beside a project that has records only."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parents[1]

MKDOCS_YML = """\
site_name: Who said what
docs_dir: content
plugins: [search, onrecord]
theme: {name: material}
"""

DOSSIER_YML = """\
title: Who said what
language: en
bottom_line: Nobody has said anything so far.
as_of: 2025-11-21
"""

ADA_YML = """\
name: Ada Lovelace
kind: person
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(
        Path(sys.executable),
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(out),
        str(REPOSITORY),
    )
    (made,) = out.glob("*.whl")
    return made


def run(program: Path, *arguments: str, cwd: Path | None = None) -> None:
    """Run a command without the variables that would lead it back to the repository."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))
    }
    done = subprocess.run(
        [program, *arguments], cwd=cwd, env=environment, check=False, text=True, capture_output=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_holds_the_templates_and_the_licence(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()

    assert "onrecord/site_templates/overrides/main.html" in names
    assert "onrecord/site_templates/assets/onrecord.css" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert [name for name in names if name.startswith(("tests/", "content/"))] == []


def test_an_installed_wheel_builds_a_site_from_records_alone(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    constraints = str(REPOSITORY / "constraints.txt")
    project = tmp_path / "project"
    (project / "content/actors").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    (project / "content/dossier.yml").write_text(DOSSIER_YML, encoding="utf-8")
    (project / "content/actors/ada.yml").write_text(ADA_YML, encoding="utf-8")

    run(programs / "python", "-m", "pip", "install", "--quiet", "--constraint", constraints, str(wheel))
    run(programs / "mkdocs", "build", "--strict", cwd=project)

    page = (project / "site/actors/ada/index.html").read_text(encoding="utf-8")
    assert "<h1" in page
    assert "Ada Lovelace" in page
    assert "assets/onrecord.css" in page
    assert "fonts.googleapis.com" not in page
    assert "Nobody has said anything so far" in (project / "site/index.html").read_text(encoding="utf-8")


def test_the_wheel_holds_what_a_new_dossier_begins_with(wheel: Path) -> None:
    starter = REPOSITORY / "generator" / "onrecord" / "editing" / "starter"
    wanted = {
        file.relative_to(starter.parents[2]).as_posix() for file in starter.rglob("*") if file.is_file()
    }

    assert wanted - set(ZipFile(wheel).namelist()) == set()
    assert "onrecord/docs/records.md" in ZipFile(wheel).namelist()
