"""What every template obeys, read from its syntax tree."""

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, UndefinedError, nodes

from onrecord.hosts.templates import packaged_templates
from onrecord.pages.templates import environment

HOME = packaged_templates()
OURS = sorted(HOME.rglob("*.jinja"))
TEMPLATES = (*OURS, *sorted((HOME / "overrides").rglob("*.html")))
"""Ours, and those that are read by the theme's Jinja, which escapes nothing by itself."""
LONGEST = 80
TRUSTING = {"safe", "forceescape", "striptags"}
INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:|<script\b(?![^>]*\b(src=|type="application/ld\+json"))""",
    re.IGNORECASE,
)
"""Styles and scripts inside a page, which a strict content security policy forbids; data are allowed."""


def parsed(template: Path) -> nodes.Template:
    return Environment(autoescape=True).parse(template.read_text(encoding="utf-8"), filename=str(template))


def named(template: Path) -> str:
    return template.relative_to(HOME).as_posix()


def test_there_are_templates() -> None:
    assert OURS


def test_whatever_a_template_shows_is_escaped_and_must_exist() -> None:
    jinja = environment((HOME,))

    assert jinja.from_string("{{ view }}").render(view="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        jinja.from_string("{{ view }}").render()


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_leaves_escaping_to_jinja(template: Path) -> None:
    tree = parsed(template)

    assert [each.name for each in tree.find_all(nodes.Filter) if each.name in TRUSTING] == []
    assert list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier))) == []


@pytest.mark.parametrize("template", OURS, ids=named)
def test_a_template_names_only_templates_that_exist(template: Path) -> None:
    tree = parsed(template)
    kinds: tuple[type[Any], ...] = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    sources = (call.template for kind in kinds for call in tree.find_all(kind))
    names = [source.as_const() for source in sources if isinstance(source, nodes.Const)]

    assert [name for name in names if not (HOME / name).is_file()] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_holds_no_style_and_no_script(template: Path) -> None:
    written = "".join(data.data for data in parsed(template).find_all(nodes.TemplateData))

    assert [found[0] for found in INLINE.finditer(written)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_is_short(template: Path) -> None:
    assert len(template.read_text(encoding="utf-8").splitlines()) <= LONGEST
