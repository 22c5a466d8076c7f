"""How long a program runs, how much memory it takes, and what it leaves behind."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


class FailedError(Exception):
    """A program that is measured did not do its work."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: seconds on the clock and of processors, megabytes at the peak of any process."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Left:
    """What a build leaves: files and megabytes."""

    files: int
    size: float


def run(command: Sequence[str | Path], cwd: Path, **variables: str) -> Run:
    """Run a program to its end; ``FailedError`` if it fails."""
    began = perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env={**os.environ, **variables}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        told = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(map(str, command))}\n{told.decode(errors='replace')}")
    return Run(perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def left(folder: Path) -> Left:
    """Count what lies in a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return Left(len(sizes), sum(sizes) / 1e6)


def middle(runs: Sequence[Run]) -> Run:
    """Return the medians of some runs."""
    return Run(*(median(getattr(each, name) for each in runs) for name in ("wall", "cpu", "peak")))


def table(runs: Mapping[str, Sequence[Run]], written: Mapping[str, Left], measure: str) -> str:
    """Return the medians as a table in Markdown; ratios are to the row named ``measure``."""
    one = middle(runs[measure])
    lines = [
        f"| | wall, s | × {measure} | processor, s | × {measure} | peak, MB | files | MB written |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, each in runs.items():
        m, w = middle(each), written.get(name)
        counts = f"{w.files:,} | {w.size:.0f}" if w else "– | –"
        ratios = f"{m.wall:.2f} | {m.wall / one.wall:.2f} | {m.cpu:.2f} | {m.cpu / one.cpu:.2f}"
        lines.append(f"| {name} | {ratios} | {m.peak:.0f} | {counts} |")
    return "\n".join(lines)
