"""Pages that are written without MkDocs: the same site as when all of them go through it."""

import logging
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from onrecord import pipeline, workers
from onrecord.hosts.mkdocs_made import InMemory
from onrecord.hosts.mkdocs_pages import Frames, page_files
from onrecord.pages.page import Page
from tests.built import MKDOCS_YML, content_of, tree

SETTINGS = MKDOCS_YML.replace("[search, onrecord]", "[onrecord]")
HOOK = "def on_post_template(output, **_):\n    return output\n"
"""A hook that might look at pages, and does not: with it, MkDocs is given all of them."""

STRICT = "validation: {links: {not_found: warn, anchors: warn, unrecognized_links: warn}}\n"
ACTOR = "north"

LINKS = f"""\
# Links

[an actor](actors/{ACTOR}.md#cite), [all of them](data/dossier.json), [one](data/records/{ACTOR}.json)
"""


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have several processes make even these small sites, a few pages at a time."""
    monkeypatch.setattr(pipeline, "_MANY", 1)
    monkeypatch.setattr(pipeline, "_PORTION", 3)
    monkeypatch.setattr(workers, "available", lambda: 2)
    monkeypatch.setattr(pipeline, "available", lambda: 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # some themes print when they were built
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # test runners have threads of their own


@pytest.fixture(params=[True, False], ids=["folders", "files"])
def directory_urls(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def made(
    project: Path,
    settings: str,
    pages: dict[str, str],
    *,
    directory_urls: bool = True,
    records: str = "statuses",
) -> Path:
    """Build the records of a golden site with these hand-written pages, strictly."""
    copytree(content_of(records), project / "content")
    for name, text in pages.items():
        file = project / "content" / "pages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings + STRICT, encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"), strict=True, use_directory_urls=directory_urls)
    build(config)
    return Path(config.site_dir)


def both_ways(
    folder: Path,
    settings: str,
    pages: dict[str, str],
    *,
    directory_urls: bool = True,
    records: str = "statuses",
) -> tuple[Path, Path]:
    """Build twice: with pages written where they are made, and all of them by MkDocs."""
    direct = made(folder / "direct", settings, pages, directory_urls=directory_urls, records=records)
    hooked = f"{settings}hooks: [hook.py]\n"
    through = made(folder / "through", hooked, pages, directory_urls=directory_urls, records=records)
    return direct, through


def different(one: Path, other: Path) -> list[str]:
    left, right = tree(one), tree(other)
    return sorted(name for name in {**left, **right} if left.get(name) != right.get(name))


def test_the_site_is_the_same(tmp_path: Path, directory_urls: bool) -> None:
    assert different(*both_ways(tmp_path, SETTINGS, {}, directory_urls=directory_urls)) == []


@pytest.mark.parametrize(
    "settings",
    [
        SETTINGS.replace("[navigation.tabs]", "[navigation.tabs, navigation.path]"),
        f"{SETTINGS}nav: [index.md]\n",
        SETTINGS.replace("name: material\n  font: false", "name: readthedocs"),
        SETTINGS + "site_dir: waiting\n",
    ],
    ids=["paths", "one page in the navigation", "another theme", "a folder of that name"],
)
def test_the_site_is_the_same_however_it_is_framed(tmp_path: Path, settings: str) -> None:
    direct, through = both_ways(tmp_path, settings, {}, records="every-field")
    assert different(direct, through) == []


def test_html_written_by_hand_leaves_a_section_no_twin(tmp_path: Path) -> None:
    pages = {"method/index.html": "<!doctype html><title>By hand</title>"}
    direct, through = both_ways(tmp_path, SETTINGS, pages)
    assert not (direct / "method" / "index.md").exists()
    assert different(direct, through) == []


@pytest.mark.parametrize("fault", ["{{ 1 / 0 }}", "{{ page.nothing.more }}", "{{ page.title + 1 }}"])
def test_a_template_that_fails_in_another_process_is_named(
    tmp_path: Path, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    main = tmp_path / "site_templates" / "overrides" / "main.html"
    main.parent.mkdir(parents=True)
    block = f"{{% block extrahead %}}{{% if page and page.url == 'actors/{ACTOR}/' %}}{fault}"
    main.write_text(f'{{% extends "base.html" %}}\n{block}{{% endif %}}{{% endblock %}}', encoding="utf-8")
    with pytest.raises(Abort):
        made(tmp_path, SETTINGS, {})
    assert "main.html' has a fault in line 2" in caplog.text
    assert "defect" not in caplog.text


def test_only_another_plugin_makes_mkdocs_see_all_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    whole = InMemory.made

    def noted(*arguments: object) -> InMemory:
        seen.append("all")
        return whole(*arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(InMemory, "made", noted)
    made(tmp_path / "alone", SETTINGS, {})
    assert seen == []
    made(tmp_path / "hooked", f"{SETTINGS}hooks: [hook.py]\n", {})
    assert seen == ["all"]


def test_a_hand_written_page_takes_the_place_of_a_record(tmp_path: Path, directory_urls: bool) -> None:
    pages = {f"actors/{ACTOR}.md": "# Written by hand\n"}
    direct, through = both_ways(tmp_path, SETTINGS, pages, directory_urls=directory_urls)
    place = f"actors/{ACTOR}/index.html" if directory_urls else f"actors/{ACTOR}.html"
    assert "Written by hand" in (direct / place).read_text(encoding="utf-8")
    assert "Written by hand" in (direct / place).with_suffix(".md").read_text(encoding="utf-8")
    assert different(direct, through) == []


def test_html_written_by_hand_takes_the_place_of_a_record(tmp_path: Path) -> None:
    pages = {f"actors/{ACTOR}/index.html": "<!doctype html><title>By hand</title>"}
    direct, through = both_ways(tmp_path, SETTINGS, pages)
    assert "By hand" in (direct / "actors" / ACTOR / "index.html").read_text(encoding="utf-8")
    assert different(direct, through) == []


def test_a_record_may_stand_in_the_navigation(tmp_path: Path, directory_urls: bool) -> None:
    nav = f"nav: [index.md, {{One: actors/{ACTOR}.md}}, {{All: [actors/index.md]}}]\n"
    direct, through = both_ways(tmp_path, SETTINGS + nav, {}, directory_urls=directory_urls)
    assert ">One<" in "".join((direct / "index.html").read_text(encoding="utf-8").split())
    assert different(direct, through) == []


def test_hand_written_pages_may_link_what_is_written_without_mkdocs(
    tmp_path: Path, directory_urls: bool
) -> None:
    pages = {"links.md": LINKS}
    direct, through = both_ways(tmp_path, SETTINGS, pages, directory_urls=directory_urls)
    assert different(direct, through) == []


@pytest.mark.parametrize(
    "link", ["../../mkdocs.yml", "actors/nobody.md", f"actors/{ACTOR}.md#nowhere", "data/nothing.json"]
)
def test_links_into_nothing_are_told(tmp_path: Path, link: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(SystemExit):
        made(tmp_path, SETTINGS, {"links.md": f"# Links\n\n[x]({link})\n"})
    assert link in caplog.text
    assert not (tmp_path / "site").exists()


def test_a_theme_may_list_all_pages(tmp_path: Path, directory_urls: bool) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    asked = "{{ file.url }} {{ file.src_uri }} {{ file.page.title }} {{ file.page.update_date }} "
    asked += (
        "{{ file.page.canonical_url }} {{ file.page.abs_url }} {{ file.page.file.name }} {{ file.nothing }}"
    )
    listed = f"{{% for file in pages %}}{asked}\n{{% endfor %}}"
    head = f"{{% block extrahead %}}{listed}{{% endblock %}}"
    (theme / "main.html").write_text(f'{{% extends "base.html" %}}{head}', encoding="utf-8")
    (theme / "sitemap.xml").write_text(listed, encoding="utf-8")
    settings = SETTINGS.replace("  name: material\n", f"  name: material\n  custom_dir: {theme}\n")
    direct, through = both_ways(tmp_path, settings, {}, directory_urls=directory_urls)
    assert f" actors/{ACTOR}.md " in (direct / "sitemap.xml").read_text(encoding="utf-8")
    assert different(direct, through) == []


def test_the_sitemap_is_made_without_a_page_of_mkdocs_for_each_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def noted(pages: Iterable[Page], frames: Frames, config: MkDocsConfig) -> Iterator[File]:
        found = tuple(pages)
        asked.extend(page.path for page in found)
        return page_files(found, frames, config)

    monkeypatch.setattr("onrecord.hosts.mkdocs_direct.page_files", noted)
    sitemap = (made(tmp_path, SETTINGS, {}) / "sitemap.xml").read_text(encoding="utf-8")
    assert f"actors/{ACTOR}/</loc>" in sitemap
    assert not asked
