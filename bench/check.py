"""How long an editor waits for ``onrecord check``, against what is promised."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.content import write_project
from bench.dossier import made_up
from bench.measure import middle, run

RECORDS = 2_000
MOST = 3.0
"""Seconds that a check of so many records may take, in a process of its own."""

_CHECK = "from onrecord.cli import run; run()"


def checked(rounds: int) -> str:
    """Return a line with the medians of some rounds, and whether they keep to the promise."""
    with TemporaryDirectory() as folder:
        write_project(made_up(RECORDS), Path(folder), "files")
        command = (sys.executable, "-c", _CHECK, "check", "--quiet")
        taken = middle(
            [run(command, Path(folder), XDG_CACHE_HOME=f"{folder}/{each}") for each in range(rounds)]
        )
    kept = "as promised" if taken.wall < MOST else "LONGER THAN PROMISED"
    return (
        f"check on {RECORDS:,} records: {taken.wall:.2f} s, {taken.cpu:.2f} s of processors, "
        f"{taken.peak:.0f} MB; {MOST:.0f} s allowed: {kept}"
    )
