"""Each code of a problem is in the program, has a section in the manual and a folder with an example."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.records.kinds import FOLDERS
from onrecord.report.manual import sections
from onrecord.source.yamldoc import parse

ROOT = Path(__file__).parents[1]
PACKAGE = Path(onrecord.__file__).parent
MANUAL = sections((ROOT / "docs" / "problems.md").read_text(encoding="utf-8"))
EXAMPLES = {folder.name for folder in (ROOT / "tests" / "problems").iterdir()}

MAKERS = {"Problem", "BadDate", "FormError", "_add", "_loops"}
"""What is called with a code as its first argument."""

NEVER_NAMED_ALONE = {"unknown-correction", "unknown-judgment"}
"""Wherever one of these can be named, so can every other kind."""


def test_every_code_of_the_program_is_explained() -> None:
    assert set(_codes()) - set(MANUAL) == set()


def test_every_code_that_is_explained_is_in_the_program() -> None:
    made = {f"unknown-{kind.__name__.lower()}" for kind in FOLDERS.values()} - NEVER_NAMED_ALONE

    assert set(MANUAL) - set(_texts()) == made


def test_every_code_that_is_explained_has_an_example() -> None:
    assert set(MANUAL) == EXAMPLES


def test_every_code_that_is_printed_is_explained() -> None:
    printed = "".join(file.read_text(encoding="utf-8") for file in ROOT.glob("tests/problems/*/expected.txt"))

    assert set(re.findall(r": (?:error|warning)\[([\w-]+)\]", printed)) == set(MANUAL)


def test_every_section_shows_what_is_wrong_and_what_is_right() -> None:
    bare = [code for code, text in MANUAL.items() if not re.search(r"(?s)\A\w.*Wrong:.*Right:.*```\Z", text)]

    assert bare == []


@pytest.mark.parametrize("code", sorted(MANUAL))
def test_what_is_shown_as_right_can_be_read(code: str) -> None:
    right = MANUAL[code].partition("Right:")[2]

    for block in re.findall(r"(?s)```yaml\n(.*?)```", right):
        assert parse("actors/x.yml", block.encode())[1] == ()


def _codes() -> Iterator[str]:
    for node in _nodes():
        if isinstance(node, ast.Call) and node.args and _name(node.func) in MAKERS:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def _texts() -> Iterator[str]:
    return (node.value for node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _nodes() -> Iterator[ast.AST]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
