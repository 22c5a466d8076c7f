"""``make mutants``: which small faults, put into the core one by one, the tests do not notice.

Given names of functions (``'onrecord.dossier.known.*'``), only those are tried anew.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from tests.built import ROOT

FOLDER = ROOT / "build" / "mutants"
"""Where mutmut works: it takes a package for ``src`` or for nothing, and leaves its own copies behind."""

LINKS = ("pyproject.toml", "tests", "content", "docs", "site_templates", "README.md")
MEMORY = re.compile(r"^@((?:cache|lru_cache|remembered)\b.*)\n(def (\w+))", re.MULTILINE)
"""What lets a function answer once: mutmut leaves it alone then, so it is decorated last of all."""

PACKAGE = FOLDER / "mutants" / "src" / "onrecord"
ALIVE = {0: "survived", 5: "no test", 33: "no test", 255: "not tried", None: "not tried"}
"""Exit codes of tests that noticed nothing; any other is of a test that failed or did not end."""

Tried = dict[str, dict[str, int | None]]
"""By module, such as ``dossier/known``: the exit code of the tests for each mutant."""


def main(names: Sequence[str]) -> int:
    """Try the mutants, print who lives and a table, and return the exit status of mutmut."""
    _lay_out()
    _try_again(ALIVE)
    mutmut = Path(sys.executable).with_name("mutmut")
    own = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    ended = subprocess.run([mutmut, "run", "--max-children", "1", *names], cwd=FOLDER, env=own, check=False)
    tried = dict(_tried())
    sys.stdout.writelines(_alive(tried))
    sys.stdout.writelines(_table(tried))
    return ended.returncode


def _lay_out() -> None:
    """Make the folder that mutmut works in; a file that has not changed stays as it is."""
    for file in (ROOT / "generator").rglob("*.py"):
        copy = FOLDER / "src" / file.relative_to(ROOT / "generator")
        text = _decorated_last(file.read_text(encoding="utf-8"))
        if not copy.is_file() or copy.read_text(encoding="utf-8") != text:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
    for name in LINKS:
        if not (FOLDER / name).is_symlink():
            (FOLDER / name).symlink_to(os.path.relpath(ROOT / name, FOLDER))


def _decorated_last(program: str) -> str:
    last = "".join(f"{each[3]} = {each[1]}({each[3]})\n" for each in MEMORY.finditer(program))
    return MEMORY.sub(r"\2", program) + last


def _try_again(alive: Collection[int | None]) -> None:
    """Forget who lived, and which tests reach what, for a test may have come that notices them."""
    (FOLDER / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for file in PACKAGE.rglob("*.py.meta"):
        told = json.loads(file.read_text(encoding="utf-8"))
        codes = told["exit_code_by_key"].items()
        told["exit_code_by_key"] = {name: None if code in alive else code for name, code in codes}
        file.write_text(json.dumps(told), encoding="utf-8")


def _tried() -> Iterator[tuple[str, dict[str, int | None]]]:
    for file in sorted(PACKAGE.rglob("*.py.meta")):
        told = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        if told:
            yield file.relative_to(PACKAGE).as_posix().removesuffix(".py.meta"), told


def _alive(tried: Tried) -> Iterator[str]:
    for codes in tried.values():
        yield from (f"{ALIVE[code]}: {name}\n" for name, code in codes.items() if code in ALIVE)


def _table(tried: Tried) -> Iterator[str]:
    rooms: dict[str, Counter[bool]] = {}
    for module, codes in tried.items():
        found = Counter(code not in ALIVE for code in codes.values())
        yield _row(module, found)
        rooms.setdefault(module.split("/")[0], Counter()).update(found)
    for room, found in rooms.items():
        yield _row(f"{room}/", found)
    yield _row("all", sum(rooms.values(), Counter()))


def _row(name: str, found: Counter[bool]) -> str:
    return f"{name:<24}{found[True]:>6} of {found.total():>6}{found[True] / found.total():>8.1%}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
