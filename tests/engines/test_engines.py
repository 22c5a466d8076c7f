"""Other engines make the same site: its pages, their titles, their headings and where they lead."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
import yaml

from tests.built import DEFAULT, FIXED, HOST, ROOT, TEMPLATES, Sites
from tests.content import run as onrecord

SITE_URL = FIXED["SITE_URL"]
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ARTICLE = re.compile(r'<article class="or-page.*</article>', re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
_HEADING = re.compile(r"<h([1-3])\b[^>]*>([^<]*)")


@dataclass(frozen=True)
class Shown:
    """What a reader finds on a page, whatever frames it."""

    title: str
    links: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]


def shown(site: Path) -> Mapping[str, Shown]:
    """Return what every page of a site shows, by its file."""
    return {file.relative_to(site).as_posix(): _shown(file) for file in sorted(site.rglob("*.html"))}


def _shown(file: Path) -> Shown:
    text = file.read_text(encoding="utf-8")
    title, article = _TITLE.search(text), _ARTICLE.search(text)
    words = " ".join(unescape(title[1]).split()) if title else ""
    inside = article[0] if article else ""
    links = tuple(unescape(link) for link in _LINK.findall(inside))
    return Shown(words, links, tuple(_HEADING.findall(inside)))


def program(name: str) -> str:
    """Return where an engine is installed: ``PROPERDOCS`` and ``ZENSICAL`` say, or the search path."""
    found = os.environ.get(name.upper()) or shutil.which(name)
    if found is None:
        reason = f"no {name}: name it in {name.upper()}; NOTHING IS COMPARED WITH IT"
        if os.environ.get("ENGINES") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return str(Path(found).absolute())


def run(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **FIXED}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def reference(sites: Sites) -> Mapping[str, Shown]:
    return shown(sites.built(DEFAULT))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of plain files, for any engine that reads ``mkdocs.yml``."""
    home = tmp_path_factory.mktemp("folder")
    own = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    plain = {
        "site_name": own["site_name"],
        "site_url": SITE_URL,
        "theme": {"name": "material", "font": False},
    }
    (home / "mkdocs.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    where = ("--content", str(ROOT / "content"), "--templates", str(TEMPLATES[0]))
    done = onrecord("pages", str(home / "docs"), "--site-url", SITE_URL, *where)
    assert done.exit_code == 0, done.output
    return home


def assert_same(made: Mapping[str, Shown], reference: Mapping[str, Shown]) -> None:
    assert sorted(made) == sorted(reference)
    for what in ("title", "headings", "links"):
        differ = [name for name in reference if getattr(made[name], what) != getattr(reference[name], what)]
        assert differ == [], what


def test_the_reference_has_links_to_compare(reference: Mapping[str, Shown]) -> None:
    assert sum(len(page.links) for page in reference.values()) > len(reference)
    assert not any(link.startswith(HOST) for page in reference.values() for link in page.links)


def test_properdocs_makes_the_same_site_with_the_same_plugin(
    reference: Mapping[str, Shown], tmp_path: Path
) -> None:
    run([program("properdocs"), "build", "-f", "mkdocs.yml", "--strict", "-d", str(tmp_path)], ROOT)

    assert_same(shown(tmp_path), reference)


def test_properdocs_makes_the_same_site_of_the_folder(
    reference: Mapping[str, Shown], folder: Path, tmp_path: Path
) -> None:
    run([program("properdocs"), "build", "-f", "mkdocs.yml", "-d", str(tmp_path)], folder)

    assert_same(shown(tmp_path), reference)


def test_zensical_makes_the_same_site_of_the_folder(reference: Mapping[str, Shown], folder: Path) -> None:
    run([program("zensical"), "build", "--clean"], folder)

    assert_same(shown(folder / "site"), reference)
