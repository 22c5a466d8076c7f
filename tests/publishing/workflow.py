"""The workflows as GitHub reads them, and their shell steps as GitHub runs them."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.built import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STARTER = ROOT / "generator/onrecord/editing/starter/github/workflows/site.yml"
"""The workflow of a dossier that ``onrecord init`` begins."""

SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
"""What GitHub runs a step's script with."""

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")


def read(workflow: Path) -> Any:
    """Return a workflow; ``on`` is a word here and no truth value."""
    return yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # text only


def steps(name: str, job: str) -> tuple[Mapping[str, Any], ...]:
    """Return the steps of a job that are run by a shell."""
    found = read(ROOT / ".github" / "workflows" / name)["jobs"][job]["steps"]
    return tuple(step for step in found if "run" in step)


@dataclass(frozen=True)
class Runner:
    """A checkout on a machine of its own: ``programs`` come first on the search path."""

    checkout: Path
    programs: Path
    answers: Mapping[str, str]

    def run(self, step: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        """Run a step's script; what it asks of earlier steps is in ``answers``."""
        given = {name: self._filled(text) for name, text in step.get("env", {}).items()}
        kept = {
            name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "COV_", "GIT_"))
        }
        path = os.pathsep.join((str(self.programs), os.environ["PATH"]))
        environment = {**kept, "PATH": path, "NO_MKDOCS_2_WARNING": "1", **given}
        environment["GITHUB_STEP_SUMMARY"] = str(self.checkout / "summary.md")
        return subprocess.run(
            [*SHELL, step["run"]],
            cwd=self.checkout, env=environment, check=False, text=True, capture_output=True,
        )  # fmt: skip

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self.answers[found[1]], text)


def check_out(folder: Path) -> Path:
    """Copy what is in the repository, as it stands now, into ``folder``."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    return folder
