"""What the papers name is there: files, anchors, commands."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from onrecord.cli import app
from tests.built import ROOT

PAPERS = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([\w-]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def named(paper: Path) -> str:
    return paper.relative_to(ROOT).as_posix()


def anchors(paper: Path) -> set[str]:
    headings = HEADING.findall(CODE.sub("", paper.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_link_of_a_paper_leads_somewhere(paper: Path) -> None:
    text = CODE.sub("", paper.read_text(encoding="utf-8"))
    dead = [
        link
        for link, anchor in LINK.findall(text)
        if not (target := paper.parent / link if link else paper).exists()
        or (anchor and anchor not in anchors(target))
    ]

    assert dead == []


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = getattr(get_command(app), "commands").keys()  # noqa: B009  # a group's own
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [name for name in commands if f"`onrecord {name}" not in readme] == []
    assert [name for name in targets if name != "help" and f"`make {name}`" not in readme] == []


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = ROOT / "generator" / "onrecord"
    rooms = {f"{each.name}/" for each in package.iterdir() if (each / "__init__.py").is_file()}
    rooms |= {each.name for each in package.glob("*.py")} - {"__init__.py"}

    assert [room for room in sorted(rooms) if f"`{room}`" not in text] == []


def test_decisions_are_numbered_one_by_one() -> None:
    files = sorted(file.name for file in (ROOT / "docs" / "decisions").iterdir())

    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))


@pytest.mark.parametrize("paper", sorted((ROOT / "docs" / "decisions").iterdir()), ids=named)
def test_a_decision_tells_context_choice_price_and_what_would_change_it(paper: Path) -> None:
    headings = HEADING.findall(paper.read_text(encoding="utf-8"))

    assert headings[1:] == ["Context", "Choice", "Price", "What would change our minds"]
