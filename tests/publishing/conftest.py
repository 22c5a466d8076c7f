"""A machine as GitHub gives it to a workflow, made once for all tests of publishing."""

import sysconfig
import venv
from pathlib import Path

import pytest

from tests.publishing.workflow import Runner, check_out, steps


@pytest.fixture(scope="session")
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
