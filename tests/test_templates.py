"""What every template obeys, read from its syntax tree."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from onrecord.hosts.templates import packaged_templates

HOME = packaged_templates()
TEMPLATES = sorted(file for file in HOME.rglob("*.jinja"))
LONGEST = 80
TRUSTING = {"safe", "forceescape", "striptags"}


def parsed(template: Path) -> nodes.Template:
    return Environment(autoescape=True).parse(template.read_text(encoding="utf-8"), filename=str(template))


def named(template: Path) -> str:
    return template.relative_to(HOME).as_posix()


def test_there_are_templates() -> None:
    assert TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_leaves_escaping_to_jinja(template: Path) -> None:
    tree = parsed(template)

    assert [each.name for each in tree.find_all(nodes.Filter) if each.name in TRUSTING] == []
    assert list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier))) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_names_only_templates_that_exist(template: Path) -> None:
    tree = parsed(template)
    kinds: tuple[type[Any], ...] = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    sources = (call.template for kind in kinds for call in tree.find_all(kind))
    names = [source.as_const() for source in sources if isinstance(source, nodes.Const)]

    assert [name for name in names if not (HOME / name).is_file()] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_is_short(template: Path) -> None:
    assert len(template.read_text(encoding="utf-8").splitlines()) <= LONGEST
