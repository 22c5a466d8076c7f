"""Fork, change three lines, push: as the manual says, on a domain of its own, up to what Pages gets."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from tests.publishing.git import git
from tests.publishing.served import crawl, serving
from tests.publishing.workflow import Runner, check_out, steps

DOMAIN = "https://dossier.example"
LINES: Mapping[str, str] = {
    "site_name: ": 'site_name: "The harbour: who said what"',
    "site_url: ": f'site_url: !ENV [SITE_URL, "{DOMAIN}/"]',
    "# repo_url: ": "repo_url: https://github.com/desk/harbour",
}
"""The beginnings of the three lines, and what a fork makes of them."""

TEXTS = frozenset({".html", ".xml", ".json", ".jsonld", ".md", ".txt", ".csv", ".ics", ".bib", ".ris"})
NAMED = re.compile(rf"{re.escape(DOMAIN)}(/[^\s\"'<>()\[\]{{}}|\\,;]*)")
"""Whole addresses of the site, wherever they stand."""


def fork(home: Path) -> Path:
    """Return a clone of a fork of this repository, both of them on the disk, in which nothing is changed."""
    project = check_out(home / "project")
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "begin")
    git(home, "clone", "--quiet", "--bare", str(project), "theirs.git")
    git(home, "clone", "--quiet", "--bare", "theirs.git", "fork.git")
    git(home, "clone", "--quiet", "fork.git", "mine")
    return home / "mine"


def changed(text: str) -> str:
    lines = text.splitlines()
    for beginning, line in LINES.items():
        (at,) = (number for number, each in enumerate(lines) if each.startswith(beginning))
        lines[at] = line
    return "\n".join((*lines, ""))


@pytest.fixture(scope="module")
def site(machine: Runner, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what the workflow uploads after the push of a fork that has a domain."""
    home = tmp_path_factory.mktemp("fork")
    mine = fork(home)
    settings = mine / "mkdocs.yml"
    settings.write_text(changed(settings.read_text(encoding="utf-8")), encoding="utf-8")
    assert git(mine, "diff", "--numstat").split() == ["3", "3", "mkdocs.yml"]
    (mine / "content/pages/CNAME").write_text("dossier.example\n", encoding="utf-8")
    git(mine, "add", "--all")
    git(mine, "commit", "--quiet", "--message", "publish as ours")
    git(mine, "push", "--quiet", "origin", "main")
    git(home, "clone", "--quiet", "--depth", "1", f"file://{home / 'fork.git'}", "actions")
    with serving(home / "nothing-is-published") as nowhere:
        assert _run(machine, home / "actions", "Check", nowhere) == "\n"
        told = _run(machine, home / "actions", "Compare with what is published", nowhere)
        assert "there is nothing to compare" in told
    _run(machine, home / "actions", "Build", DOMAIN)
    return home / "actions/site"


def _run(machine: Runner, checkout: Path, name: str, address: str) -> str:
    """Run a step of the workflow whose site is served at ``address``; return what it says."""
    (step,) = (step for step in steps("publish.yml", "build") if step["name"] == name)
    answers = {"steps.pages.outputs.base_url": address.rstrip("/")}
    done = Runner(checkout, machine.programs, answers).run(step)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_no_link_is_dead_at_the_root_of_the_domain(site: Path) -> None:
    with serving(site) as address:
        pages, dead = crawl(address)

    assert dead == ()
    assert len(pages) > 500
    assert (site / "CNAME").read_text(encoding="utf-8") == "dossier.example\n"


def test_every_whole_address_of_the_site_leads_to_a_file(site: Path) -> None:
    named = set(addresses(site))
    dead = {each for each in named if not (_file(site, each)).is_file()}

    assert dead == set()
    assert {"/sitemap.xml", "/posters/index.png", "/feeds/all.xml", "/data/dossier.json"} <= named


def addresses(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*")):
        if file.suffix in TEXTS and file.is_file():
            found = NAMED.findall(unescape(file.read_text(encoding="utf-8").replace("\r\n ", "")))
            yield from (urldefrag(each).url for each in found)


def _file(site: Path, address: str) -> Path:
    place = site / unquote(address).removeprefix("/")
    return place / "index.html" if address.endswith("/") else place


def test_the_next_push_is_compared_with_what_is_published_now(site: Path, machine: Runner) -> None:
    with serving(site) as address:
        told = _run(machine, site.parent, "Compare with what is published", address)

    assert told.strip() == ""


def test_readers_see_the_new_name_and_editors_get_to_the_line(site: Path) -> None:
    page = (site / "actors/sergey-lavrov/index.html").read_text(encoding="utf-8")

    assert "The harbour: who said what</title>" in page
    assert f'<link rel="canonical" href="{DOMAIN}/actors/sergey-lavrov/">' in page
    assert re.search(r"https://github\.com/desk/harbour/edit/main/content/actors/[\w./-]+\.yml#L\d+", page)


def test_the_three_lines_are_those_of_the_manual() -> None:
    manual = (Path(__file__).parents[2] / "docs/publishing.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^3\. Change three lines in `mkdocs\.yml`: (.*)$", manual, re.MULTILINE)

    assert re.findall(r"`(\w+)`", told) == [each.strip("# :") for each in LINES]
