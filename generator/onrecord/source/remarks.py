"""The comments of a file, which YAML's parser throws away."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

_COMMENT = re.compile(r"#[^\n]*")
_GAP = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: its text from the number sign on, and where it is (line, column, index from 0).

    ``alone`` tells that nothing else stands on its line, ``gap`` that a blank line follows.
    """

    text: str
    index: int
    line: int
    column: int
    alone: bool
    gap: bool


def remarks(text: str, leaves: Iterable[yaml.ScalarNode]) -> tuple[Remark, ...]:
    """Return the comments of ``text``; ``leaves`` are all its scalars, in which nothing is a comment."""
    return tuple(_found(text, start, end) for start, end in _comments(text, leaves))


def lines_of(found: tuple[Remark, ...]) -> tuple[str, ...]:
    """Return comments as lines; an empty line stands for any number of blank ones."""
    return tuple(line for remark in found for line in ((remark.text, "") if remark.gap else (remark.text,)))


def _comments(text: str, leaves: Iterable[yaml.ScalarNode]) -> Iterator[tuple[int, int]]:
    start = 0
    for leaf in leaves:
        begin, end = _extent(text, leaf)
        yield from (found.span() for found in _COMMENT.finditer(text, start, begin))
        start = end
    yield from (found.span() for found in _COMMENT.finditer(text, start))


def _extent(text: str, leaf: yaml.ScalarNode) -> tuple[int, int]:
    """Return where a scalar's text begins and ends; that of a block begins below its first line."""
    start, end = leaf.start_mark.index, leaf.end_mark.index
    if leaf.style in ("|", ">"):
        below = text.find("\n", start)
        start = end if below < 0 else min(below, end)
    return start, max(start, end)


def _found(text: str, start: int, end: int) -> Remark:
    begin = text.rfind("\n", 0, start) + 1
    alone = not text[begin:start].strip()
    line = text.count("\n", 0, start)
    gap = alone and bool(_GAP.match(text, end))
    return Remark(text[start:end].rstrip(), start, line, start - begin, alone, gap)
