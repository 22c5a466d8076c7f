from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pytest
from jinja2 import Template
from mkdocs.commands.build import build
from mkdocs.config import load_config

from onrecord.hosts import mkdocs_frame
from tests.built import MKDOCS_YML, Sites, content_of, mkdocs, tree

HOOK = "def on_page_context(context, **_):\n    return context\n"
"""A hook that might tell pages apart, and does not: with it, every page is rendered by the theme itself."""

SETTINGS = MKDOCS_YML.replace("[search, onrecord]", "[onrecord]")


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_filled_frame_is_what_the_theme_makes_of_the_page(
    sites: Sites, tmp_path: Path, directory_urls: bool
) -> None:
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    root = Path(__file__).parents[2]
    settings = f"INHERIT: {root / 'mkdocs.yml'}\ndocs_dir: {root / 'content'}\nhooks: [hook.py]\n"
    plugins = f"plugins:\n  onrecord: {{content: {root / 'content'}, templates: {root / 'site_templates'}}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings + plugins, encoding="utf-8")
    style = "--use-directory-urls" if directory_urls else "--no-directory-urls"
    mkdocs(tmp_path / "out", "--config-file", str(tmp_path / "mkdocs.yml"), style)
    whole = tree(tmp_path / "out")
    filled = tree(sites.built("default", directory_urls=directory_urls))
    assert [name for name in {**whole, **filled} if whole.get(name) != filled.get(name)] == []


def test_pages_that_are_alike_share_a_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[int] = []
    whole = mkdocs_frame.Frame.filled

    def counted(frame: mkdocs_frame.Frame, texts: mkdocs_frame.Texts) -> str:
        filled.append(id(frame))
        return whole(frame, texts)

    monkeypatch.setattr(mkdocs_frame.Frame, "filled", counted)
    make(tmp_path, "statuses", SETTINGS)
    assert len(filled) > len(set(filled)) > 1


@pytest.mark.parametrize(
    "line",
    [
        "{{ page.title | upper }}",
        "{{ page.title | tojson }}",
        "{{ page.file.src_uri }}",
        "{% if page.shown %}{{ page.shown.path }}{% endif %}",
        "{{ page.title | length }}",
        "{% for link in page.toc %}{{ link.title | length }}{% endfor %}",
    ],
)
def test_a_theme_that_does_something_else_with_a_page_gets_every_page(tmp_path: Path, line: str) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    block = f"{{% block extrahead %}}{{% if page %}}{line}{{% endif %}}{{% endblock %}}"
    (theme / "main.html").write_text(f'{{% extends "base.html" %}}{block}', encoding="utf-8")
    settings = SETTINGS.replace("  name: material\n", f"  name: material\n  custom_dir: {theme}\n")
    framed = make(tmp_path / "framed", "statuses", settings)
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    plain = make(tmp_path / "plain", "statuses", f"{settings}hooks: [{tmp_path / 'hook.py'}]\n")
    assert framed == plain


def test_a_text_is_put_in_as_the_theme_prints_it() -> None:
    template = Template("{{ t }}|{{ t | e }}|{{ t | striptags }}|{{ t | striptags | e }}")
    text = 'A &lt; b  & "c" <i>d</i>'
    frame = mkdocs_frame.cut(template.render(t=mkdocs_frame.mark("t")), frozenset({"t"}))
    assert frame is not None
    assert frame.filled({"t": text}) == template.render(t=text)


def make(project: Path, name: str, settings: str) -> Mapping[str, bytes]:
    copytree(content_of(name), project / "content")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(load_config(str(project / "mkdocs.yml"), strict=True, site_dir=str(project / "out")))
    return html(project / "out")


def html(site: Path) -> Mapping[str, bytes]:
    return {name: held for name, held in tree(site).items() if name.endswith(".html")}
