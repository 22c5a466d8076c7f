"""Every promise of the threat model names tests that are there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def sections() -> dict[str, str]:
    """Return the sections that make promises, by title."""
    parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    found = {part.partition("\n")[0]: part.partition("\n")[2] for part in parts}
    return {title: text for title, text in found.items() if title.startswith("What we promise")}


def rows(text: str) -> list[tuple[str, str]]:
    """Return the promises of a section, each with what is said to keep it."""
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [(promise.strip(), kept) for promise, kept in (line.strip("|").split("|") for line in lines)]


def functions_of(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_tests_and_nothing_else() -> None:
    bare = [
        promise
        for text in sections().values()
        for promise, kept in rows(text)
        if not TEST.search(kept) or TEST.sub("", kept).strip(" ,")
    ]

    assert len(sections()) == 6
    assert all(rows(text) for text in sections().values())
    assert sum(len(rows(text)) for text in sections().values()) > 15
    assert bare == []


def test_every_named_test_is_there() -> None:
    gone = [f"{file}::{name}" for file, name in TEST.findall(PAGE) if name not in functions_of(file)]

    assert gone == []


def test_a_section_of_promises_holds_rows_alone() -> None:
    """A promise in prose would need no test."""
    prose = [line for text in sections().values() for line in text.splitlines() if line and line[0] != "|"]

    assert prose == []
