"""What a site is built with: pinned to the byte, known by name, and the same wheel from the same tree."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.publishing.workflow import check_out, read, steps

ROOT = Path(__file__).parents[1]
LOCKED = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)")
FOR_BUILDING = {"hatchling", "editables"}


def pins(text: str) -> dict[str, str]:
    found = (PIN.match(line) for line in text.splitlines())
    return {canonicalize_name(each[1]): each[2] for each in found if each}


def needed(name: str, seen: set[str]) -> set[str]:
    """Return what a package needs on this machine, at whatever remove, extras included."""
    wanted = Requirement(name)
    key = f"{canonicalize_name(wanted.name)}[{','.join(sorted(wanted.extras))}]"
    if key in seen:
        return set()
    seen.add(key)
    found: set[str] = {canonicalize_name(wanted.name)}
    for text in requires(wanted.name) or ():
        inner = Requirement(text)
        if any(
            inner.marker is None or inner.marker.evaluate({"extra": extra}) for extra in wanted.extras or {""}
        ):
            found |= needed(str(inner).partition(";")[0], seen)
    return found


def test_every_pin_that_is_installed_can_be_had_by_the_oldest_python_that_is_promised() -> None:
    constraints = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = f"{project['requires-python'].removeprefix('>=')}.0"
    pinned = [each for each in distributions() if canonicalize_name(each.name) in constraints]
    wanted = {each.name: each.metadata["Requires-Python"] or "" for each in pinned}

    assert {name: those for name, those in wanted.items() if oldest not in SpecifierSet(those)} == {}


def test_every_pin_is_that_of_the_constraints() -> None:
    constraints = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))

    assert {name: held for name, held in pins(LOCKED).items() if constraints.get(name) != held} == {}


def test_no_pin_contradicts_what_a_package_asks_for() -> None:
    constraints = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    there = [each for each in distributions() if canonicalize_name(each.name) in constraints]
    asked = [(each.name, Requirement(text)) for each in there for text in each.requires or ()]
    against = [
        f"{name} asks for {wanted}, and {constraints[canonicalize_name(wanted.name)]} is pinned"
        for name, wanted in asked
        if (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
        and canonicalize_name(wanted.name) in constraints
        and not wanted.specifier.contains(constraints[canonicalize_name(wanted.name)], prereleases=True)
    ]

    assert len(there) > 50
    assert against == []


def test_everything_that_a_site_needs_is_pinned() -> None:
    assert needed("onrecord", set()) - {"onrecord"} - pins(LOCKED).keys() == set()
    assert pins(LOCKED).keys() >= FOR_BUILDING


def test_every_pin_has_hashes_and_no_line_has_an_address() -> None:
    entries = re.split(r"\n(?=\S)", LOCKED.strip())

    assert len(entries) == len(pins(LOCKED))
    assert [each for each in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", each)] == []
    assert "://" not in LOCKED
    assert re.findall(r"^\s*-(?!-hash=)\S*", LOCKED, re.MULTILINE) == []


def test_pip_takes_the_file_and_refuses_another_byte(tmp_path: Path) -> None:
    data = tmp_path / "onrecord_probe-1-py3-none-any.whl"
    subprocess.run([sys.executable, "-c", PROBE, str(data)], check=True)
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(f"onrecord-probe==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    said = pip(
        "download",
        "--no-deps",
        "--no-index",
        "--find-links",
        ".",
        "-d",
        "got",
        "-r",
        "wrong.txt",
        cwd=tmp_path,
    )
    taken = pip("install", "--dry-run", "--no-deps", "--no-index", "--require-hashes", "-r",
                str(ROOT / "requirements.txt"), cwd=tmp_path)  # fmt: skip

    assert said.returncode != 0
    assert "DO NOT MATCH THE HASHES" in said.stderr
    assert "Could not find a version" in taken.stderr or taken.returncode == 0
    assert "Invalid requirement" not in taken.stderr


PROBE = """
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    name = "onrecord_probe-1.dist-info/"
    wheel.writestr(name + "METADATA", "Metadata-Version: 2.1\\nName: onrecord-probe\\nVersion: 1\\n")
    wheel.writestr(name + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(name + "RECORD", "")
"""


def pip(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("workflow", ["publish.yml", "pull-request.yml"])
def test_what_publishes_installs_nothing_that_is_not_pinned_to_the_byte(workflow: str) -> None:
    jobs = read(ROOT / ".github" / "workflows" / workflow)["jobs"]
    scripts = [step["run"] for job in jobs for step in steps(workflow, job)]
    lines = [line.strip() for script in scripts for line in script.splitlines() if "pip install" in line]

    assert lines == [
        "python -m pip install --require-hashes --requirement requirements.txt",
        "python -m pip install --no-deps --no-build-isolation --editable .",
    ]


def test_two_builds_of_one_tree_give_the_same_wheel(tmp_path: Path) -> None:
    made = [_wheel(tmp_path / name, when) for name, when in (("one", 1_000_000_000), ("two", 1_700_000_000))]

    assert made[0] == made[1]


def _wheel(home: Path, when: int) -> bytes:
    """Build a wheel of a copy of the repository whose files have a date of their own."""
    tree = check_out(home / "tree")
    for each in tree.rglob("*"):
        os.utime(each, (when, when))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1735689600"}
    command = [sys.executable, "-c", BUILD, str(home)]
    subprocess.run(command, cwd=tree, env=environment, check=True, capture_output=True)
    (wheel,) = home.glob("*.whl")
    return wheel.read_bytes()


BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


def test_the_bill_of_materials_names_every_pin(tmp_path: Path) -> None:
    out = tmp_path / "sbom.json"
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        "requirements.txt",
        "--pyproject",
        "pyproject.toml",
        "-o",
        str(out),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    named = {canonicalize_name(each["name"]) for each in json.loads(out.read_bytes())["components"]}

    assert named >= pins(LOCKED).keys()
