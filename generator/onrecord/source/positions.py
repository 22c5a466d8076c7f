"""Routes to places in a text, composed again only when somebody asks."""

from collections.abc import Mapping
from functools import lru_cache

import yaml

from onrecord.problems import Route, Span
from onrecord.source.nodes import compose, first_line, pairs


def of_value(text: str, route: Route) -> Span:
    """Return the place of the value at ``route`` in a readable ``text``, or of its nearest parent."""
    return first_line(_walk(text, route)[-1], text)


def of_key(text: str, route: Route) -> Span:
    """Return the place of the last key of ``route`` in a readable ``text``, or of its nearest parent."""
    nodes = _walk(text, route)
    if len(nodes) <= len(route) or not nodes[1:]:
        return first_line(nodes[-1], text)
    key, _ = _named(nodes[-2]).get(route[-1], (nodes[-1], None))
    return first_line(key, text)


def stretch(text: str, route: Route) -> tuple[int, int]:
    """Return where the value at ``route`` begins in a readable ``text`` and where it ends (index from 0).

    Comments and blank lines behind it are left out. Raises ``KeyError`` if nothing stands there.
    """
    found = _walk(text, route)
    if len(found) <= len(route):
        raise KeyError(route)
    end = _end(found[-1])
    while text[end - 1].isspace():
        end -= 1
    return found[-1].start_mark.index, end


def last_end(text: str, route: Route) -> int:
    """Return the index behind the last value in the list or mapping at ``route``, which is not empty."""
    last = _walk(text, route)[-1].value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _end(node: yaml.Node) -> int:
    """Return the index behind a node; a block's own mark is behind the comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    return end


def _walk(text: str, route: Route) -> tuple[yaml.Node, ...]:
    """Return the nodes along ``route`` from the root on, as far as they exist."""
    found = [_root(text)]
    for step in route:
        inner = _child(found[-1], step)
        if inner is None:
            break
        found.append(inner)
    return tuple(found)


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(step, str):
        return _named(node).get(step, (None, None))[1]
    if isinstance(node, yaml.SequenceNode) and 0 <= step < len(node.value):
        inner: yaml.Node = node.value[step]
        return inner
    return None


@lru_cache(maxsize=8)
def _named(node: yaml.Node) -> Mapping[str | int, tuple[yaml.Node, yaml.Node]]:
    """Return keys and values of a mapping by name, the first of each: it may have thousands of wrong keys."""
    return {
        key.value: (key, value)
        for key, value in reversed(tuple(pairs(node)))
        if isinstance(key, yaml.ScalarNode)
    }


@lru_cache(maxsize=8)
def _root(text: str) -> yaml.Node:
    """Return the root of ``text``: nodes are ten times their text, so few are kept."""
    root, _ = compose(text)
    if root is None:
        raise ValueError("a document with a value has a root")
    return root
