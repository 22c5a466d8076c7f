"""Templates that were compiled for one build are there for the next one, which makes the same site."""

import os
import pickle
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from shutil import copytree

import pytest
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench.content import write_project
from bench.dossier import made_up
from onrecord import kept
from onrecord.hosts import mkdocs_search, mkdocs_templates
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
        vars(mkdocs_templates)["_place"].cache_clear()
        compiled.clear()
        config = load_config(str(home / "mkdocs.yml"))
        build(config)
        return tree(Path(config.site_dir)), list(compiled)

    return built


def edited(home: Path, name: str, old: str, new: str) -> None:
    file = home / "site_templates" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_second_process_compiles_nothing_and_makes_the_same_site(process: Build) -> None:
    first, compiled = process()

    assert {"pages/statement.html.jinja", "main.html", "base.html"} <= set(compiled)
    assert process() == (first, [])


def test_a_template_that_changed_is_compiled_again_and_no_other(process: Build, home: Path) -> None:
    process()
    edited(home, "pages/record.html.jinja", "{% block body %}", "<!-- ours -->{% block body %}")
    edited(home, "overrides/main.html", "{% block site_meta %}", "{% block site_meta %}<!-- theirs -->")

    site, compiled = process()

    assert sorted(compiled) == ["main.html", "pages/record.html.jinja"]
    assert b"<!-- ours -->" in site["statements/statement-7/index.html"]
    assert b"<!-- theirs -->" in site["statements/statement-7/index.html"]
    assert process() == (site, [])


def test_what_is_kept_may_be_deleted_or_spoilt(process: Build, tmp_path: Path) -> None:
    first, compiled = process()
    (place,) = (tmp_path / "cache").glob("*.templates")
    spoilt = (b"nonsense", place.read_bytes()[:-100], pickle.dumps(({"a": 1},)))
    for each in spoilt:
        place.write_bytes(each)
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


def test_other_libraries_have_other_code(process: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    first, compiled = process()

    for library in ("jinja2", "mkdocs", "markupsafe"):
        with monkeypatch.context() as patch:
            patch.setattr(kept, "version", lambda each, other=library: f"{version(each)}{each == other}")
            assert process() == (first, compiled)
    assert process() == (first, [])


def test_libraries_that_are_replaced_while_a_process_runs_get_none_of_its_code(
    process: Build, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, compiled = process()
    edited(home, "overrides/main.html", "{% block site_meta %}", "{% block site_meta %}<!-- theirs -->")

    monkeypatch.setattr(kept, "version", lambda each: f"{version(each)}.1")
    build(load_config(str(home / "mkdocs.yml")))

    assert sorted(process()[1]) == sorted(compiled)


HOOK = """
from mkdocs.theme import Theme
def on_config(config):
    own = config.theme.get_env
    def get_env():
        env = own()
        env.filters["upper"] = lambda text: "hooked"
        return env
    config.theme.get_env = get_env
"""


def test_what_a_hook_makes_of_the_theme_is_gone_with_the_hook(process: Build, home: Path) -> None:
    edited(
        home,
        "overrides/main.html",
        "{% block site_meta %}",
        "{% block site_meta %}<!-- {{ 'mine' | upper }} -->",
    )
    settings = home / "mkdocs.yml"
    without = settings.read_text(encoding="utf-8")
    first, _ = process()
    (home / "hook.py").write_text(HOOK, encoding="utf-8")
    settings.write_text(f"{without}hooks: [hook.py]\n", encoding="utf-8")
    hooked, compiled = process()
    settings.write_text(without, encoding="utf-8")

    assert b"<!-- MINE -->" in first["statements/statement-7/index.html"]
    assert b"<!-- hooked -->" in hooked["statements/statement-7/index.html"]
    assert "main.html" in compiled
    assert "pages/statement.html.jinja" not in compiled
    assert process() == (first, [])
