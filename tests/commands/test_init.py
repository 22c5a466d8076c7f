import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.content import run, tree


def test_a_new_project_is_clean_laid_out_and_builds_at_once(tmp_path: Path) -> None:
    project = tmp_path / "harbour"

    made = run("init", str(project))

    assert made.exit_code == 0
    assert run("check", str(project / "content")).output == "no problems in 13 records\n"
    assert run("fmt", "--check", str(project / "content")).exit_code == 0
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")
    assert "invented example" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_a_new_project_has_schemas_settings_and_a_workflow(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"))

    files = tree(tmp_path / "new")
    assert {".vscode/settings.json", ".onrecord/schema/actors.json", ".gitignore", "mkdocs.yml"} <= set(files)
    workflow = yaml.safe_load(files[".github/workflows/site.yml"])
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert "onrecord check --format github" in [step.get("run") for step in steps]
    assert all(len(step["uses"].partition("@")[2]) == 40 for step in steps if "uses" in step)
    assert workflow["permissions"] == {}


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    assert run("init", str(tmp_path)).exit_code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
