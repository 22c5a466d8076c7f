"""Edits of a content folder, drawn by chance: changed, added, deleted, renamed, broken and mended files."""

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from tests.built import ROOT

CONTENT = ROOT / "tests" / "sites" / "every-field" / "content"
"""What is edited: a copy of it."""

NEW = """\
speaker: ilse-marten
said: 2025-03-{:02}
paraphrase: Something else.
sources: [{{source: board-2025-03-18}}]
"""

Edit = Callable[[Path], None]


def _files(content: Path) -> list[Path]:
    return sorted(content.rglob("*.yml"))


def _of(content: Path, number: int) -> Path:
    found = _files(content)
    return found[number % len(found)]


def _changed(number: int, day: int) -> Edit:
    def edit(content: Path) -> None:
        file = _of(content, number)
        file.write_text(file.read_text().replace("2025-03-1", f"2025-03-0{day % 9 + 1} #", 1) + "\n")

    return edit


def _added(number: int, day: int) -> Edit:
    def edit(content: Path) -> None:
        (content / "statements" / f"new-{number}.yml").write_text(NEW.format(day % 28 + 1))

    return edit


def _deleted(number: int, _: int) -> Edit:
    return lambda content: _of(content, number).unlink()


def _renamed(number: int, day: int) -> Edit:
    def edit(content: Path) -> None:
        file = _of(content, number)
        file.rename(file.with_name(f"renamed-{day}.yml"))

    return edit


def _broken(number: int, _: int) -> Edit:
    def edit(content: Path) -> None:
        _of(content, number).write_text("name: [not closed\n")

    return edit


def _mended(_: int, __: int) -> Edit:
    return _anew


def untouched(_: Path) -> None:
    """Edit nothing."""


def _anew(content: Path) -> None:
    shutil.rmtree(content)
    shutil.copytree(CONTENT, content)


KINDS = (_changed, _changed, _added, _deleted, _renamed, _broken, _mended, _mended)
EDITS = st.builds(
    lambda kind, number, day: kind(number, day),
    st.sampled_from(KINDS),
    st.integers(0, 99),
    st.integers(0, 99),
)
