"""A file as its writer left it: the values in their order, with the comments that belong to them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from onrecord.source.nodes import compose
from onrecord.source.remarks import Remark, lines_of, remarks

MODELINE = "yaml-language-server:"
"""What a comment begins with that tells an editor which schema the file follows."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, without the style it was written in."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list, whose ``key`` is empty.

    ``before`` are the lines of comment above it, a blank line between them as an empty text;
    ``beside`` is the comment on its own line.
    """

    key: str
    value: "Node"
    before: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping or a list; ``tail`` are the lines of comment after its last entry."""

    entries: tuple[Entry, ...]
    is_list: bool
    tail: tuple[str, ...] = ()


Node = Scalar | Block


@dataclass(frozen=True, slots=True)
class Written:
    """A whole file: the comments at its head, which stay there, its value, the comments at its end."""

    head: tuple[str, ...]
    root: Node
    tail: tuple[str, ...]


def written(text: str) -> Written:
    """Return a readable ``text`` with its comments; see ``yamldoc.parse`` for what is readable."""
    root, _ = compose(text)
    if root is None:
        raise ValueError("a readable text has a value")
    reader = _Reader(remarks(text, tuple(_leaves(root))))
    made = reader.node(root, None)
    head, made = _headed(made)
    own = made.tail if isinstance(made, Block) else ()
    end = _trimmed((*own, *lines_of(reader.rest())))
    return Written(head, replace(made, tail=()) if isinstance(made, Block) else made, end)


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _leaves(part)
    else:
        for item in node.value:
            yield from _leaves(item)


def _headed(root: Node) -> tuple[tuple[str, ...], Node]:
    """Part the comments of the whole file from those of its first entry."""
    if isinstance(root, Scalar) or not root.entries:
        return (), root
    first = root.entries[0]
    cuts = (number for number, line in enumerate(first.before, 1) if not line or MODELINE in line)
    cut = max(cuts, default=0)
    rest = replace(first, before=first.before[cut:])
    return first.before[:cut], replace(root, entries=(rest, *root.entries[1:]))


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if not lines or lines[-1] else lines[:-1]


class _Reader:
    """Gives each comment to the entry that it stands at; ``left`` are those not yet given, in order."""

    def __init__(self, found: tuple[Remark, ...]) -> None:
        self._left = list(found)

    def rest(self) -> tuple[Remark, ...]:
        taken, self._left = tuple(self._left), []
        return taken

    def node(self, node: Any, limit: int | None) -> Node:
        """Read a node; comments beside its last scalar end before ``limit``, if there is one."""
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value)
        inner = node.end_mark.index if node.flow_style else limit
        is_list = isinstance(node, yaml.SequenceNode)
        pairs = [(None, item) for item in node.value] if is_list else node.value
        entries = tuple(self._entry(key, value, inner) for key, value in pairs)
        return Block(entries, is_list, _trimmed(lines_of(self._tail(node))))

    def _entry(self, key: yaml.ScalarNode | None, value: yaml.Node, limit: int | None) -> Entry:
        before = self._until((key or value).start_mark.index)
        above, beside = self._between(value)
        made = self.node(value, limit)
        beside += self._behind(value, limit)
        extra = tuple(remark.text for remark in (*above, *beside[1:]))
        text = beside[0].text if beside else ""
        return Entry(key.value if key else "", made, (*lines_of(before), *extra), text)

    def _between(self, value: Any) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
        """Take the comments between a key or dash and its value: those of its own line, those beside it.

        Those above a block's first entry are left to that entry.
        """
        in_block = isinstance(value, yaml.CollectionNode) and not value.flow_style
        found = self._until(value.start_mark.index, beside_only=in_block)
        alone = tuple(remark for remark in found if remark.alone)
        return alone, tuple(remark for remark in found if not remark.alone)

    def _behind(self, value: Any, limit: int | None) -> tuple[Remark, ...]:
        """Take the comment on the line where ``value`` ends; of block text, on its first line."""
        if isinstance(value, yaml.ScalarNode):
            is_text = value.style in ("|", ">")
            line = value.start_mark.line if is_text else value.end_mark.line
        elif value.flow_style:
            line = value.end_mark.line
        else:
            return ()
        here = self._left[0] if self._left else None
        if here is None or here.alone or here.line != line or (limit is not None and here.index >= limit):
            return ()
        return (self._left.pop(0),)

    def _until(self, index: int, *, beside_only: bool = False) -> tuple[Remark, ...]:
        """Take the comments before ``index``, or as many of them as have something else on their line."""
        stops = (
            number
            for number, remark in enumerate(self._left)
            if remark.index >= index or (beside_only and remark.alone)
        )
        count = next(stops, len(self._left))
        taken, self._left = tuple(self._left[:count]), self._left[count:]
        return taken

    def _tail(self, node: Any) -> tuple[Remark, ...]:
        """Take the comments that stand within a block, or are set further in than what follows it."""
        end = node.end_mark
        if node.flow_style:
            return self._until(end.index)
        taken: list[Remark] = []
        column = node.start_mark.column
        while self._left and self._left[0].index < end.index:
            here = self._left[0]
            if here.column < column or here.column <= end.column:
                break
            taken.append(self._left.pop(0))
        return tuple(taken)
