"""Text to YAML nodes: the parser, set so that it types nothing and cannot run away."""

import re
from collections.abc import Iterator

import yaml

from onrecord.problems import Span
from onrecord.source.characters import harmless

MAX_DEPTH = 30
"""How many lists and mappings may stand in one another; records need six."""

MOST_NODES = 500_000
"""How many values, keys, lists and mappings a text may hold: about twenty thousand records."""

_DASHES = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_FastLoader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class TooDeepError(Exception):
    """The nesting passes ``MAX_DEPTH``; ``span`` is where it does."""

    def __init__(self, span: Span) -> None:
        """Remember where the nesting became too deep."""
        super().__init__()
        self.span = span


class TooManyError(Exception):
    """There are more than ``MOST_NODES``."""


class Loader(_FastLoader):  # type: ignore[misc, valid-type]
    """The C parser if there is one, with every scalar a text.

    The hooks are those that PyYAML calls around each node.
    They count the depth, because the C composer recurses without a limit of its own, and the nodes,
    each of which takes a hundred times the memory of its letter.
    """

    depth = 0
    nodes = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:  # noqa: ARG002
        """Enter a node."""
        self.depth += 1
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise TooManyError
        if self.depth > MAX_DEPTH and current_node is not None:
            mark = current_node.start_mark
            raise TooDeepError(Span(mark.line + 1, mark.column + 1, mark.column + 2))

    def ascend_resolver(self) -> None:
        """Leave a node."""
        self.depth -= 1

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        """Give every untagged node the same empty tag."""
        return ""


def compose(text: str) -> tuple[yaml.Node | None, bool]:
    """Return the first document of ``text`` as a node, and whether another document follows.

    Raises ``yaml.MarkedYAMLError``, ``TooDeepError`` or ``TooManyError``.
    """
    loader = Loader(harmless(text))
    try:
        root = loader.get_node() if loader.check_node() else None
        return root, loader.check_node()
    finally:
        loader.dispose()


def first_line(node: yaml.Node, text: str) -> Span:
    """Return the place of the first line of ``node`` in ``text``; of a block mapping, its first key."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return first_line(node.value[0][0], text)
    start, end = node.start_mark, node.end_mark
    if end.line == start.line:
        return Span(start.line + 1, start.column + 1, max(end.column, start.column + 1) + 1)
    rest = text[start.index : text.find("\n", start.index)]
    return Span(start.line + 1, start.column + 1, start.column + 1 + max(1, len(rest.rstrip())))


def second_document(text: str, root: yaml.Node) -> Span:
    """Return the place of the first line of dashes behind ``root``, or else of the last line."""
    found = _DASHES.search(text, root.end_mark.index) or _DASHES.search(text)
    line = text.count("\n", 0, found.start() if found else len(text)) + 1
    return Span(line, 1, 4)


def pairs(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Iterate over the keys and values of a mapping; over nothing for other nodes."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def is_blank(node: yaml.Node | None) -> bool:
    """Tell whether nothing is written where ``node`` stands; an empty text in quotes is something."""
    return node is None or (
        isinstance(node, yaml.ScalarNode) and not node.value and node.style not in ("'", '"')
    )
