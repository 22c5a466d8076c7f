"""Packages of npm that tests compare us with, each got once and kept."""

import os
import subprocess
import tarfile
from pathlib import Path
from shutil import which

import pytest

CACHE = Path(__file__).parents[1] / ".cache" / "npm"

PATIENCE = 240
"""Seconds after which npm is taken to wait for what never comes; it needs ten to thirty."""


def installed(package: str, version: str, file: str) -> Path:
    """Return a file of a package that is installed with all that it needs.

    Without npm, skip loudly, but fail where CI asks for it; so does ``unpacked``.
    """
    home = _home(package, version)
    place = home / "node_modules" / package / file
    if not place.is_file():
        _needed(package, "npm", "node")
        home.mkdir(parents=True, exist_ok=True)
        options = ["--no-save", "--no-fund", "--no-audit", "--no-package-lock", "--ignore-scripts"]
        command = ["npm", "install", *options, "--prefix", str(home), f"{package}@{version}"]
        _run(command)
    return place


def unpacked(package: str, version: str, file: str) -> Path:
    """Return a file that stands alone in a package, of which nothing else is kept."""
    home = _home(package, version)
    place = home / "package" / file
    if not place.is_file():
        _needed(package, "npm")
        home.mkdir(parents=True, exist_ok=True)
        _run(["npm", "pack", f"{package}@{version}", "--pack-destination", str(home)])
        (packed,) = home.glob("*.tgz")
        with tarfile.open(packed) as archive:
            packed_file = archive.extractfile(f"package/{file}")
            assert packed_file is not None
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(packed_file.read())
        packed.unlink()
    return place


def _run(command: list[str]) -> None:
    """Run npm, and once more if it does not end: by itself it waits without an end for some registries."""
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)


def _home(package: str, version: str) -> Path:
    return CACHE / f"{package.replace('/', '-').lstrip('@')}-{version}"


def _needed(package: str, *programs: str) -> None:
    if missing := [program for program in programs if not which(program)]:
        reason = f"{' and '.join(missing)} missing: NOT TESTED with the real {package}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
