"""``mkdocs gh-deploy`` into a repository, and what GitHub Pages would then serve."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records.kinds import FOLDERS
from tests.built import BASE, FIXED, HOST
from tests.publishing.git import IDENTITY, git
from tests.publishing.served import crawl, serving, status
from tests.publishing.workflow import check_out

LEADS_ON = '<meta http-equiv="refresh"'
"""What the page of an address says that a record had before; nothing links to it."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Push the default dossier, with a domain of its own named, and return a clone of what was published."""
    home = tmp_path_factory.mktemp("pages")
    project = check_out(home / "project")
    (project / "content/pages/CNAME").write_text("dossier.example\n", encoding="utf-8")
    git(home, "init", "--bare", "--quiet", "there.git")
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "remote", "add", "origin", str(home / "there.git"))
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "records: begin")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "gh-deploy", "--strict"],
        cwd=project, env={**os.environ, **FIXED, **IDENTITY}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    git(home, "clone", "--quiet", "--branch", "gh-pages", str(home / "there.git"), "clone")
    return home / "clone"


@pytest.fixture(scope="module")
def address(published: Path) -> Iterator[str]:
    with serving(published, BASE) as address:
        yield address


def test_jekyll_is_told_to_leave_the_files_alone(published: Path) -> None:
    assert (published / ".nojekyll").is_file()


def test_the_domain_is_published_at_the_root(published: Path) -> None:
    assert (published / "CNAME").read_text(encoding="utf-8") == "dossier.example\n"


def test_no_link_is_dead_under_the_repositorys_path(published: Path, address: str) -> None:
    pages, dead = crawl(address)

    assert dead == ()
    written = {file.relative_to(published).as_posix() for file in published.rglob("index.html")}
    reached = {f"{each.removeprefix(address)}index.html" for each in pages}
    unlinked = {name for name in written - reached if not name.startswith("embed/")}
    assert [name for name in unlinked if LEADS_ON not in (published / name).read_text(encoding="utf-8")] == []
    assert len(reached) > len(FOLDERS)


def test_what_is_not_there_is_answered_with_our_own_page_and_no_folder_is_listed(address: str) -> None:
    assert status(f"{address}actors/nobody/") == 404
    assert status(f"{address}assets/") == 404
    assert status(address.replace(BASE, "/")) == 404


def test_names_are_as_they_are_written(address: str) -> None:
    assert status(f"{address}actors/") == 200
    assert status(f"{address}Actors/") == 404


def test_robots_are_told_of_the_sitemap_and_the_sitemap_of_pages_that_are_there(
    published: Path, address: str
) -> None:
    robots = (published / "robots.txt").read_text(encoding="utf-8")

    assert f"Sitemap: {HOST}{BASE}sitemap.xml" in robots
    assert status(f"{address}sitemap.xml") == 200
