"""Anchors, aliases and tags: YAML that content does without."""

import re
from collections.abc import Iterator

import yaml

from onrecord.problems import Location, Problem, Span
from onrecord.source.characters import harmless
from onrecord.source.nodes import MAX_DEPTH, Loader

# Reading the events costs three times the composing, so it waits for something that may be one of these.
_CANDIDATE = re.compile(
    r"(?:^|[\s\[{,])(?:&[\w-]+(?=[\s,\]}]|$)|\*[\w-]+(?=\s*(?:$|[,\]}:]|\s#))|!\S*)", re.MULTILINE
)
_WORD = re.compile(r"[^\s,\]}]+")


def anchors_and_tags(path: str, text: str) -> Iterator[Problem]:
    """Yield one problem for each anchor, alias and tag of the first document of ``text``."""
    if not any(mark in text for mark in "&*!") or not _CANDIDATE.search(text):
        return
    lines = text.split("\n")
    previous: yaml.Event | None = None
    for event in _events(text):
        found = _found(event, previous)
        if found:
            line, column = _start(previous if found[0] == "merge-key" and previous else event)
            shown = _WORD.match(lines[line], column)
            word = shown.group() if shown else lines[line][column:]
            place = Span(line + 1, column + 1, column + 1 + max(1, len(word)))
            code, what, hint = found
            yield Problem(code, Location(path, span=place), f"'{word}' {what}", hint)
        previous = event


def _start(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, from 0."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _found(event: yaml.Event, previous: yaml.Event | None) -> tuple[str, str, str] | None:
    """Return code, words and hint for an event that is marked, else nothing."""
    quotes = "put quotes around it if it is text"
    if isinstance(event, yaml.AliasEvent):
        if isinstance(previous, yaml.ScalarEvent) and previous.value == "<<":
            return "merge-key", "copies keys from elsewhere", "write the keys out in each record"
        return "anchor-or-alias", "stands for a value from elsewhere", f"write the value out, or {quotes}"
    if getattr(event, "tag", None):
        return "yaml-tag", "is a tag, and every value is text already", f"remove the tag, or {quotes}"
    if getattr(event, "anchor", None):
        return "anchor-or-alias", "names a value for use elsewhere", f"remove the name, or {quotes}"
    return None


def _events(text: str) -> Iterator[yaml.Event]:
    """Iterate over the events of the first document, up to its end or to what cannot be read."""
    depth = 0
    try:
        for event in yaml.parse(harmless(text), Loader=Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.DocumentEndEvent) or depth > MAX_DEPTH:
                return
            yield event
    except yaml.MarkedYAMLError:
        return
