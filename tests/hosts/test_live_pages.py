"""A preview serves, byte for byte, the site of a build, and after an edit the pages of a new one."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from tests.built import ROOT, tree
from tests.hosts.test_mkdocs_serve import PATIENCE, Preview, running, until

CONTENT = ROOT / "tests" / "sites" / "every-field" / "content"
MKDOCS_YML = """\
site_name: The harbour
site_url: http://{at}/
docs_dir: content
plugins: [onrecord]
theme: {name: material, font: false, features: [navigation.tabs, navigation.path]}
repo_url: https://example.org/repository
edit_uri: edit/main/content/
"""
ABOUT = """\
# About

[A person](actors/ilse-marten.md#cite), [all](data/dossier.json), [for machines](llms.txt), [how](method.md)
"""
RELOADS = re.compile(r"<script>\s*var livereload = .*?</script>", re.DOTALL)
"""What MkDocs adds to every page that it serves, so that browsers follow."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("live")
    shutil.copytree(CONTENT, project / "content")
    (project / "content/pages").mkdir(exist_ok=True)
    (project / "content/pages/method.md").write_text("# Our own way\n")
    (project / "content/pages/about.md").write_text(ABOUT)
    (project / "content/pages/changes").mkdir()
    (project / "content/pages/changes/index.html").write_text("<!doctype html><body>Our own</body>\n")
    return project


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[Preview]:
    with running(project, MKDOCS_YML) as preview:
        assert until(lambda: preview.shows("<h1"), preview.process)
        yield preview


def served(preview: Preview, path: str) -> str:
    with urlopen(preview.address + path, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
        return RELOADS.sub("", answer.read().decode())


def built(project: Path, preview: Preview) -> dict[str, str]:
    """Return the pages of a new build, by address."""
    site = project / "site"
    shutil.rmtree(site, ignore_errors=True)
    settings: dict[str, Any] = {"site_dir": str(site), "site_url": preview.address}
    config = load_config(str(project / "mkdocs.yml"), **settings)
    # MkDocs keeps a plugin for as long as the process lives, and with it what it is told here.
    config.plugins.on_startup(command="serve", dirty=False)
    build_site(config, serve_url=preview.address)
    config.plugins.on_startup(command="build", dirty=False)
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("index.html")}
    return {name.removesuffix("index.html"): file.read_text(encoding="utf-8") for name, file in files.items()}


def test_a_preview_that_has_just_begun_serves_the_whole_site(project: Path, preview: Preview) -> None:
    built(project, preview)
    files = tree(project / "site")
    assert {"about/index.html", "data/dossier.json", "actors/index.md", "sitemap.xml"} < files.keys()
    assert [name for name, held in files.items() if fetched(preview, name) != held] == []
    assert preview.times_said("Building documentation...") == 1


def fetched(preview: Preview, name: str) -> bytes:
    with urlopen(preview.address + name, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
        found: bytes = answer.read()
    return RELOADS.sub("", found.decode()).encode() if name.endswith(".html") else found


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def differing(project: Path, preview: Preview) -> list[str]:
    return [path for path, html in built(project, preview).items() if served(preview, path) != html]


def test_a_changed_record_changes_every_page_that_shows_it(project: Path, preview: Preview) -> None:
    edit(project / "content/actors/all.yml", "name: Ilse Marten", "name: Ilse Maartens")

    assert until(lambda: preview.shows("Ilse Maartens", "actors/ilse-marten/"), preview.process)
    assert preview.times_said("Building documentation...") == 1
    assert differing(project, preview) == []


def test_a_record_that_comes_has_its_page_and_its_downloads(project: Path, preview: Preview) -> None:
    (project / "content/topics/quay.yml").write_text("title: The quay\n", encoding="utf-8")

    assert until(lambda: preview.shows("The quay", "topics/quay/"), preview.process)
    assert preview.shows("The quay", "topics/")
    assert preview.shows('"quay"', "data/ids.json")
    assert differing(project, preview) == []


def test_a_record_that_goes_leaves_no_page(project: Path, preview: Preview) -> None:
    (project / "content/topics/quay.yml").unlink(missing_ok=True)

    assert until(lambda: not preview.shows("The quay", "topics/quay/"), preview.process)
    assert not preview.shows("The quay", "topics/")


def test_what_is_wrong_stands_on_hand_written_pages_too(project: Path, preview: Preview) -> None:
    topic = project / "content/topics/ferry.yml"
    topic.write_text("titel: The ferry\n", encoding="utf-8")
    assert until(lambda: preview.shows("onrecord-problems", "about/"), preview.process)
    assert preview.shows("onrecord-problems", "actors/ilse-marten/")

    topic.write_text("title: The ferry\n", encoding="utf-8")
    assert until(lambda: not preview.shows("onrecord-problems", "about/"), preview.process)
    assert differing(project, preview) == []
