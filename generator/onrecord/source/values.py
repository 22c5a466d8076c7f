"""YAML nodes to plain values, with everything on the way that content must not use."""

import re

import yaml

from onrecord.problems import Location, Note, Problem, Route, Severity, Span
from onrecord.source.characters import forbidden_in, told
from onrecord.source.document import Value
from onrecord.source.nodes import first_line, is_blank

_CURLY = re.compile("“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]*’", re.DOTALL)
_SIGN = re.compile(r"#[^\s#]")
"""A sign that begins a comment for YAML, and for people what it stands before: ``#4``, ``#MAGA``."""

LONGEST_TEXT = 50_000
"""Characters of one text: a speech of five hours."""

MOST_ENTRIES = 2_000
"""Entries of a list inside a record, and keys of a mapping."""

MOST_RECORDS = 50_000
"""Records of a file that holds a list of them."""

LONGEST = 60
"""How many characters of a value a message quotes."""


class ValueReader:
    """The reading of one file: it makes values from nodes and gathers ``problems``.

    ``marked`` are the places of anchors, aliases and tags, which are reported already.
    ``is_beyond_measure`` tells that so much is wrong in one place that the rest is not worth telling.
    """

    def __init__(self, path: str, text: str, marked: frozenset[Span | None]) -> None:
        """Begin to read ``path``, whose text is ``text``."""
        self.problems: list[Problem] = []
        self.is_beyond_measure = False
        self._path = path
        self._text = text
        self._marked = {(span.line, span.column) for span in marked if span}
        self._cut = text.split("\n") if _SIGN.search(text) else []
        self._made: dict[int, Value] = {}
        self._repeats = 0

    def value(self, node: yaml.Node, route: Route) -> Value:
        """Return the value of ``node``, which stands at ``route``."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, route)
        if not self._marked:
            return self._collection(node, route)
        if id(node) in self._made:
            self._repeats += 1
            return self._made[id(node)]
        return self._remembered(node, route)

    def _remembered(self, node: yaml.Node, route: Route) -> Value:
        """Read a list or mapping that an alias may repeat, unless it repeats others itself.

        Aliases of aliases could otherwise grow without end.
        """
        self._made[id(node)] = ""
        before = self._repeats
        made = self._collection(node, route)
        if self._repeats == before:
            self._made[id(node)] = made
        return made

    def _collection(self, node: yaml.Node, route: Route) -> Value:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, route)
        entries = node.value
        if route and len(entries) > MOST_ENTRIES:
            message = f"the list has {len(entries)} entries; {MOST_ENTRIES} are allowed"
            self._add("list-too-long", node, route, message, "keep those that matter to a reader")
            entries = entries[:1]
        elif len(entries) > MOST_RECORDS:
            self._refuse(node, route, f"the file holds {len(entries)} records; {MOST_RECORDS} are allowed")
            return []
        return [self.value(entry, (*route, place)) for place, entry in enumerate(entries)]

    def _scalar(self, node: yaml.ScalarNode, route: Route) -> str:
        text: str = node.value
        if self._cut and text and not node.style:
            self._cut_off(node, text, route)
        if not text:
            self._empty_entry(node, route)
        elif len(text) > LONGEST_TEXT:
            message = f"the text has {len(text)} characters; {LONGEST_TEXT} are allowed"
            self._add("text-too-long", node, route, message, "shorten it, or link to a page that holds it")
            return _short(text)
        elif node.style == '"':
            self._escaped(node, text, route)
        elif not node.style and text[0] in "“„‘" and _CURLY.fullmatch(text):
            self._curly(node, text, route)
        elif not node.style and text[-1] == "," and len(text) > 1:
            self._comma(node, text, route)
        return text

    def _mapping(self, node: yaml.MappingNode, route: Route) -> Value:
        if len(node.value) > MOST_ENTRIES:
            self._refuse(node, route, f"the mapping has {len(node.value)} keys; {MOST_ENTRIES} are allowed")
            return {}
        made: dict[str, Value] = {}
        places: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._key_not_text(key, route)
            elif key.value == "<<" and not key.style:
                self._merge(key, value, route)
            elif key.value in places:
                self._repeated(key, places[key.value], route)
            else:
                places[key.value] = key
                self._entry(made, key, value, (*route, key.value))
        return made

    def _refuse(self, node: yaml.Node, route: Route, message: str) -> None:
        self.is_beyond_measure = True
        self._add(
            "list-too-long", node, route, message, "keep what a reader needs\nrecords may fill several files"
        )

    def _entry(self, made: dict[str, Value], key: yaml.Node, value: yaml.Node, route: Route) -> None:
        """Put a key's value into ``made``, unless nothing at all is written there."""
        if not is_blank(value):
            made[key.value] = self.value(value, route)
        elif not self._is_marked(value):
            hint = "write a value behind the colon, or remove the line"
            self._add("empty-value", key, route, f"the key '{key.value}' has no value", hint)

    def _empty_entry(self, node: yaml.ScalarNode, route: Route) -> None:
        if is_blank(node) and not self._is_marked(node):
            hint = "write a value behind the dash, or remove the line"
            self._add("empty-value", node, route, "the entry '-' of the list has no value", hint)

    def _escaped(self, node: yaml.ScalarNode, text: str, route: Route) -> None:
        character = forbidden_in(text)
        if character:
            message = f"the text contains {told(character)}"
            self._add("forbidden-character", node, route, message, "remove the backslash and its number")

    def _curly(self, node: yaml.ScalarNode, text: str, route: Route) -> None:
        message = f"the curly quotation marks of '{_short(text)}' are part of the text"
        hint = "remove them\nto keep them, put straight quotes around the whole"
        self._add("curly-quotes", node, route, message, hint, severity=Severity.WARNING)

    def _comma(self, node: yaml.ScalarNode, text: str, route: Route) -> None:
        message = f"the comma at the end of '{_short(text)}' is part of the text"
        hint = "take it out\nto keep it, put quotes around the whole"
        self._add("trailing-comma", node, route, message, hint, severity=Severity.WARNING)

    def _cut_off(self, node: yaml.ScalarNode, text: str, route: Route) -> None:
        end = node.end_mark
        rest = self._cut[end.line][end.column :].strip()
        if _SIGN.match(rest):
            message = f"'{_short(rest)}' behind '{_short(text)}' is not read: it is a comment"
            hint = "put quotes around the whole\nfor a comment, put a space behind the '#'"
            self._add("comment-in-text", node, route, message, hint, severity=Severity.WARNING)

    def _key_not_text(self, key: yaml.Node, route: Route) -> None:
        hint = "put quotes around text that begins with '{' or '['"
        self._add(
            "key-not-text", key, route, "a list or mapping stands where the name of a key is expected", hint
        )

    def _merge(self, key: yaml.Node, value: yaml.Node, route: Route) -> None:
        if not self._is_marked(value):
            hint = "write the keys out in each record"
            self._add("merge-key", key, route, "the key '<<' copies keys from elsewhere", hint)

    def _repeated(self, key: yaml.Node, first: yaml.Node, route: Route) -> None:
        note = Note(Location(self._path, route, first_line(first, self._text)), "the first one")
        message = f"the key '{_short(key.value)}' stands twice in the same mapping"
        hint = "keep one of the two, or begin a new entry with '- '"
        self._add("repeated-key", key, route, message, hint, related=(note,))

    def _is_marked(self, node: yaml.Node) -> bool:
        return (node.start_mark.line + 1, node.start_mark.column + 1) in self._marked

    def _add(  # noqa: PLR0913 - the parts of a problem
        self,
        code: str,
        node: yaml.Node,
        route: Route,
        message: str,
        hint: str,
        *,
        related: tuple[Note, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        location = Location(self._path, route, first_line(node, self._text))
        self.problems.append(Problem(code, location, message, hint, related, severity))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
