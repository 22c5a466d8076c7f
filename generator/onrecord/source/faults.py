"""What the parser says about a fault of syntax, and what a diagnosis makes of it."""

from dataclasses import dataclass

import yaml

LONGEST = 40
"""How many characters of the text a message quotes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What the parser says: its words, where it stopped, and where the thing it was reading began.

    Lines and columns count from 0, as the parser's do.
    """

    lines: tuple[str, ...]
    words: str
    line: int
    column: int
    began_line: int
    began_column: int

    @property
    def here(self) -> str:
        """The text from where the parser stopped to the end of the line."""
        return self.lines[self.line][self.column :].rstrip()

    @property
    def began(self) -> str:
        """The text from where the thing began to the end of that line."""
        return self.lines[self.began_line][self.began_column :].rstrip()

    @property
    def before(self) -> int:
        """The number of the last line above this one that is neither blank nor a comment, or -1."""
        above = range(self.line - 1, -1, -1)
        return next(
            (n for n in above if self.lines[n].strip() and not self.lines[n].lstrip().startswith("#")), -1
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault understood: where it is (line and column from 0, and how long), what it is, what to do."""

    line: int
    column: int
    length: int
    message: str
    hint: str


def fault_in(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Return what ``error`` says about ``text``."""
    lines = tuple(text.split("\n"))
    began, stopped = (
        _inside(mark, lines) for mark in (error.context_mark or error.problem_mark, error.problem_mark)
    )
    words = f"{error.context or ''}; {error.problem or ''}".lower()
    return Fault(lines, words, *stopped, *began)


def _inside(mark: yaml.Mark | None, lines: tuple[str, ...]) -> tuple[int, int]:
    """Return line and column of ``mark``, or of the last character if it is the end of the file."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line < len(lines) and (lines[line].strip() or any(map(str.strip, lines[line:]))):
        return line, min(column, len(lines[line]))
    last = max((number for number, text in enumerate(lines) if text.strip()), default=0)
    return last, len(lines[last].rstrip())


def short(text: str) -> str:
    """Return ``text`` as a message quotes it."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
