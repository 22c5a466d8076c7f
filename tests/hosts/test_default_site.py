"""The dossier that ships with the project, built by the command that people use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hosts.test_mkdocs import dead_links, tree

REPOSITORY = Path(__file__).parents[2]

HERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "1",
    "SOURCE_DATE_EPOCH": "1",
}
THERE = {
    "TZ": "America/Lima",
    "LANG": "tr_TR",
    "PYTHONHASHSEED": "2",
    "SOURCE_DATE_EPOCH": "2000000000",
}


def build(site: Path, variables: dict[str, str]) -> str:
    """Build the site strictly with these variables of the environment, and return what was said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    fixed = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/budapest-summit/"}
    environment = {**os.environ, **fixed, **variables}
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    made = tmp_path_factory.mktemp("site")
    return made, build(made, HERE)


def test_it_is_built_without_a_warning(site: tuple[Path, str]) -> None:
    assert "WARNING" not in site[1]


def test_every_link_and_anchor_of_it_leads_somewhere(site: tuple[Path, str]) -> None:
    assert list(dead_links(site[0], "/budapest-summit/")) == []


def test_another_day_zone_language_and_hash_seed_give_the_same_bytes(
    site: tuple[Path, str], tmp_path: Path
) -> None:
    build(tmp_path, THERE)

    there, here = tree(tmp_path), tree(site[0])
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []
