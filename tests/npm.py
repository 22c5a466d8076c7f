"""Packages of npm that tests compare us with, each got once and kept."""

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest

CACHE = Path(__file__).parents[1] / ".cache" / "npm"


def installed(package: str, version: str, file: str) -> Path:
    """Return a file of a package; without npm, skip loudly, but fail where CI asks for it."""
    home = CACHE / f"{package.replace('/', '-').lstrip('@')}-{version}"
    place = home / "node_modules" / package / file
    if not place.is_file():
        if not which("npm") or not which("node"):
            if os.environ.get("CI"):
                pytest.fail(f"node and npm are needed here, to test with the real {package}")
            pytest.skip(f"NOT TESTED with the real {package}: node and npm are missing")
        home.mkdir(parents=True, exist_ok=True)
        options = ["--no-save", "--no-fund", "--no-audit", "--no-package-lock", "--ignore-scripts"]
        command = ["npm", "install", *options, "--prefix", str(home), f"{package}@{version}"]
        subprocess.run(command, check=True, capture_output=True)
    return place
