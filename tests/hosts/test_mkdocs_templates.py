"""Templates that were compiled for one build are there for the next one, which makes the same site."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree

import pytest
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench.content import write_project
from bench.dossier import made_up
from onrecord import kept
from onrecord.hosts import mkdocs_search
from onrecord.hosts.mkdocs_templates import THEME
from onrecord.hosts.templates import packaged_templates
from onrecord.pages import templates
from onrecord.pages.templates import CODES
from tests.built import tree

if not hasattr(os, "getuid"):
    pytest.skip("files have no owners here, so nothing is kept", allow_module_level=True)

Build = Callable[[], tuple[Mapping[str, bytes], list[str]]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a project that has all templates in a folder of its own."""
    home = tmp_path / "project"
    write_project(made_up(40), home, "files")
    copytree(packaged_templates(), home / "site_templates")
    return home


@pytest.fixture
def process(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Return what builds as a new process would; what comes back is the site, and what was compiled."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(mkdocs_search, "program", lambda: None)
    compiled: list[str] = []
    compile_one = Environment.compile

    def counted(self: Environment, source: str, name: str | None = None, *others: object) -> object:
        compiled.append(name or "")
        return compile_one(self, source, name, *others)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)

    def built() -> tuple[Mapping[str, bytes], list[str]]:
        for each in (CODES, THEME):
            monkeypatch.setattr(each, "known", {})
            monkeypatch.setattr(each, "has_new", False)
        vars(templates)["_environment"].cache_clear()
        compiled.clear()
        config = load_config(str(home / "mkdocs.yml"))
        build(config)
        return tree(Path(config.site_dir)), list(compiled)

    return built


def test_a_second_process_compiles_nothing_and_makes_the_same_site(process: Build) -> None:
    first, compiled = process()

    assert {"pages/statement.html.jinja", "main.html", "base.html"} <= set(compiled)
    assert process() == (first, [])


def test_a_template_that_changed_is_compiled_again_and_no_other(process: Build, home: Path) -> None:
    process()
    for name, old, new in (
        ("pages/record.html.jinja", "{% block body %}", "<!-- ours -->{% block body %}"),
        ("overrides/main.html", "{% block site_meta %}", "{% block site_meta %}<!-- theirs -->"),
    ):
        file = home / "site_templates" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    site, compiled = process()

    assert sorted(compiled) == ["main.html", "pages/record.html.jinja"]
    assert b"<!-- ours -->" in site["statements/statement-7/index.html"]
    assert b"<!-- theirs -->" in site["statements/statement-7/index.html"]
    assert process() == (site, [])


def test_what_is_kept_may_be_deleted_or_spoilt(process: Build, tmp_path: Path) -> None:
    first, compiled = process()
    (place,) = (tmp_path / "cache").glob("*.templates")
    for spoilt in (b"nonsense", place.read_bytes()[:-100]):
        place.write_bytes(spoilt)
        assert process() == (first, compiled)
    place.unlink()
    assert process() == (first, compiled)


def test_where_no_build_follows_nothing_is_kept(
    process: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    first, compiled = process()

    assert not (tmp_path / "cache").exists()
    assert process() == (first, compiled)


def test_beside_a_plugin_that_may_change_how_the_theme_is_compiled_it_is_compiled_each_time(
    process: Build, home: Path
) -> None:
    (home / "hook.py").write_text("def on_env(env, config, files):\n    return env\n", encoding="utf-8")
    with (home / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    first, _ = process()
    site, compiled = process()

    assert site == first
    assert "main.html" in compiled
    assert "pages/statement.html.jinja" not in compiled
