"""Builds in processes that are really killed, one after another; what each left is told as JSON.

Run as ``python -m tests.faults.killed_builds PROJECT TRIALS``; ``PROJECT`` has ``content`` and ``next``,
which is what content is when the builds are killed.
"""

import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.content import tree
from tests.faults.killing import DISK, changes_of


def build_site(project: Path) -> None:
    """Build as ``mkdocs build --strict`` does."""
    logging.disable(logging.CRITICAL)
    build(load_config(str(project / "mkdocs.yml"), strict=True))


def in_process(task: Callable[[], object]) -> int:
    """Run a task in a process of its own; return how that process ended."""
    child = os.fork()
    if not child:
        try:
            task()
        except BaseException:  # noqa: BLE001  # whatever it is, the process ends here
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def shot(task: Callable[[], object], at: int) -> None:
    """Run a task, and kill this process at its change of the disk with the number ``at``."""

    def shoot() -> BaseException:
        os.kill(os.getpid(), signal.SIGKILL)
        return SystemExit()

    DISK.changes, DISK.at, DISK.fault, DISK.watched = 0, at, shoot, True
    task()


def content_is(project: Path, which: str) -> None:
    """Let the project's content be one of the two."""
    rmtree(project / "content", ignore_errors=True)
    copytree(project / which, project / "content")


def left(project: Path) -> list[str]:
    """Return what lies in the project that no project has."""
    return sorted(each.name for each in project.iterdir() if each.name.startswith("."))


def trials(project: Path, number: int) -> Iterator[dict[str, Any]]:
    """Kill a build at ``number`` moments spread over it, and at every one of as many at its end."""
    content_is(project, "last")
    build_site(project)
    copytree(project / "site", project / "old")
    content_is(project, "next")
    total = changes_of(lambda: build_site(project))
    copytree(project / "site", project / "new")
    spread = {1 + (total - 2) * each // number for each in range(number)}
    for at in sorted(spread | set(range(total - number + 1, total + 1))):
        for name in ("site", *left(project)):
            rmtree(project / name)
        copytree(project / "old", project / "site")
        killed = in_process(lambda: shot(lambda: build_site(project), at))  # noqa: B023
        found = tree(project / "site")
        same = [which for which in ("old", "new") if found == tree(project / which)]
        yield {"killed": killed == signal.SIGKILL, "site": same, "left": len(left(project))}


def main(project: Path, number: int) -> None:
    """Print the trials, and what two builds at once leave behind."""
    found = list(trials(project, number))
    children = [os.fork() or _ended(project) for _ in range(2)]
    ends = [os.waitpid(child, 0)[1] for child in children]
    same = tree(project / "site") == tree(project / "new")
    told = {"trials": found, "ends": ends, "same": same, "left": left(project)}
    sys.stdout.write(json.dumps(told))


def _ended(project: Path) -> int:
    try:
        build_site(project)
    except BaseException:  # noqa: BLE001  # whatever it is, the process ends here
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
