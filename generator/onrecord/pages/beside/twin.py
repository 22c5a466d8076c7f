"""The Markdown twin of a page: the same article for readers that would rather not parse HTML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from onrecord.pages.addresses import Addresses, output_name
from onrecord.pages.page import Asset, Page
from onrecord.records.lines import folded, one_line

_TAG = re.compile(r"(?P<end>/?)(?P<name>[a-z][a-z0-9]*)")
_ATTRIBUTE = re.compile(r'\b(href|src|alt)="([^"]*)"')
_CLASSES = "headerlink|or-on-paper|or-jump"
_MAYBE_OUT = re.compile(f"hid|{_CLASSES}")
_LEFT_OUT = re.compile(rf'\bclass="[^"]*\b(?:{_CLASSES})\b|\baria-hidden="true"|\bhidden\b(?!=)')
_UNTOLD = frozenset({"svg", "script", "style", "template", "form", "button", "textarea", "select"})
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
_LISTS = {"ul": "- ", "ol": "1. "}
_BLOCKS = frozenset({"article", "section", "header", "footer", "nav", "div", "p", "dl", "dt", "dd", "figure",
                     "figcaption", "details", "summary", "table", "caption", "li", "blockquote",
                     *_HEADINGS, *_LISTS})  # fmt: skip
_MARKS = {"strong": "**", "b": "**", "summary": "**", "dt": "**", "em": "*", "i": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\`*_\[\]<~]|&(?=[#a-zA-Z]))")
_MAYBE = re.compile(r"[\\`*_\[\]<~&]")
"""Whether a text is worth a closer look; a class of signs is found ten times as fast as a choice."""

_ENTERED = frozenset({"li", "dt", "blockquote", "table", "tr", *_HEADINGS, *_LISTS})
_TOLD = _BLOCKS | _MARKS.keys() | {"a", "br", "img", "td", "th", "tr"}
_OPENING = re.compile(r"^(\d*)((?:#{1,6}|[-+.)])(?=\s|$)|>|-(?=[-\s]+$)|=(?==*$))")
_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "\\": "%5C", "<": "%3C", ">": "%3E", " ": "%20"})
_KEPT, _NO_OPENING = r"\\\1", r"\1\\\2"


def twins(pages: Iterable[Page], addresses: Addresses) -> Iterator[Asset]:
    """Make the twin of every page, beside it: ``index.md`` or ``ID.md``."""
    for page in pages:
        name = twin_name(page.path, directory_urls=addresses.directory_urls)
        yield Asset(name, markdown(page.html).encode())


def twin_name(path: str, *, directory_urls: bool) -> str:
    """Return where the twin of the page at ``path`` is, below the site's root."""
    return output_name(path, directory_urls=directory_urls).removesuffix(".html") + ".md"


def markdown(html: str) -> str:
    """Return an article of ours as CommonMark with tables; links stay relative to the page.

    What only the eye or a printer uses (drawings, marks, forms, links to headings) is left out.
    """
    writer = _Writer()
    hidden, depth = "", 0
    before, *pieces = str(html).split("<")  # markup would make markup of every piece
    writer.words(_words(before))
    for text in pieces:
        piece = _piece(text)
        tag = piece.tag
        if tag is None:
            pass
        elif hidden:
            depth += 0 if tag.name != hidden else -1 if tag.ends else 1
            hidden = hidden if depth else ""
        elif piece.hides:
            hidden, depth = tag.name, 1
        elif tag.tells:
            writer.ends(tag) if tag.ends else writer.begins(tag, piece.leads)
        if piece.words and not hidden:
            writer.words(piece.words)
    writer.breaks()
    return writer.text()


@dataclass(frozen=True, slots=True)
class _Tag:
    """What becomes of a tag by its name: it ``hides`` what is in it, or ``tells`` something, or nothing."""

    name: str
    ends: bool
    hides: bool
    tells: bool
    breaks: bool
    mark: str


@lru_cache(maxsize=1_000)
def _tag(begin: str) -> _Tag | None:
    found = _TAG.match(begin)
    if found is None:
        return None
    ends, name = bool(found["end"]), found["name"]
    return _Tag(
        name,
        ends,
        hides=name in _UNTOLD,
        tells=name in _TOLD,
        breaks=name in _BLOCKS and (ends or name != "dd"),
        mark=_MARKS.get(name, ""),
    )


class _Piece(NamedTuple):
    """What follows one ``<``: a tag, if it is one, and words behind it.

    ``leads`` is where a link goes, or a whole picture; an element that ``hides`` is left out.
    """

    tag: _Tag | None
    leads: str
    hides: bool
    words: str


@lru_cache(maxsize=30_000)
def _piece(text: str) -> _Piece:
    """Read what follows a ``<``; most of it stands on many pages."""
    raw, closed, after = text.partition(">")
    tag = _tag(raw.split(None, 1)[0]) if closed and raw else None
    if tag is None:
        return _Piece(None, "", hides=False, words=_words(text))
    hides = not tag.ends and (tag.hides or _is_left_out(raw))
    return _Piece(tag, _leads(tag, raw), hides, _words(after))


def _leads(tag: _Tag, raw: str) -> str:
    if tag.ends or tag.name not in {"a", "img"}:
        return ""
    found = {name: unescape(value) for name, value in _ATTRIBUTE.findall(raw)}
    address = found.get("href" if tag.name == "a" else "src", "").translate(_IN_ADDRESS)
    if tag.name == "a":
        return folded(address)
    return folded(f"![{_SPECIAL.sub(_KEPT, found.get('alt', ''))}]({address})")


def _words(text: str) -> str:
    words = folded(unescape(text))
    return _SPECIAL.sub(_KEPT, words) if _MAYBE.search(words) else words


def _is_left_out(raw: str) -> bool:
    return _MAYBE_OUT.search(raw) is not None and _LEFT_OUT.search(raw) is not None


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown reads every sign of it as it is."""
    return _unopened(_SPECIAL.sub(_KEPT, one_line(text)))


def _unopened(line: str) -> str:
    """Return a line that Markdown takes for words, whatever it begins with."""
    found = _OPENING.match(line)
    return f"{found.expand(_NO_OPENING)}{line[found.end() :]}" if found else line


class _Writer:
    """Markdown in the making: finished blocks, the words of the one at hand, and what it is inside of."""

    def __init__(self) -> None:
        self._blocks: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._quotes = 0
        self._lists: list[str] = []
        self._links: list[str] = []
        self._lead = ""
        self._row: list[str] | None = None
        self._head_is_due = False

    def words(self, text: str) -> None:
        """Add words in which white space is folded; what a block begins with is no space."""
        if self._words or text != " ":
            self._words.append(text)

    def begins(self, tag: _Tag, leads: str) -> None:
        if tag.breaks:
            self.breaks()
        if tag.mark:
            self._words.append(tag.mark)
        match tag.name:
            case "a":
                self._links.append(leads)
                self._words.append("[")
            case "img":
                self._words.append(leads)
            case "br" | "dd":
                self._words.append(" ")
            case name if name in _ENTERED:
                self._enters(name)

    def _enters(self, tag: str) -> None:
        match tag:
            case "ul" | "ol":
                self._lists.append(_LISTS[tag])
            case "li" | "dt":
                self._lead = self._lists[-1] if self._lists and tag == "li" else "- "
            case "h1" | "h2" | "h3" | "h4":
                self._lead = _HEADINGS[tag]
            case "blockquote":
                self._quotes += 1
            case "table":
                self._head_is_due = True
            case "tr":
                self._row = []

    def ends(self, tag: _Tag) -> None:
        if tag.mark:
            self._words.append(tag.mark)
        match tag.name:
            case "a" if self._links:
                self._words.append(f"]({self._links.pop()})")
            case "dt":
                self._words.append(":")
                return
            case "td" | "th" if self._row is not None:
                self._row.append(self._taken().replace("|", r"\|"))
            case "tr" if self._row is not None:
                self._end_row(self._row)
        if tag.breaks:
            self.breaks()
            self._leaves(tag.name)

    def _leaves(self, name: str) -> None:
        if name == "li":
            self._lead = ""
        elif name in _LISTS and self._lists:
            self._lists.pop()
        elif name == "blockquote":
            self._quotes -= 1

    def breaks(self) -> None:
        """End the block at hand; inside a cell of a table the end of a block is only a space."""
        if self._row is not None:
            self._words.append(" ")
        elif self._words and (taken := self._taken()):
            nesting = "  " * (len(self._lists) - (1 if self._lead else 0))
            kind = "item" if self._lead in ("- ", "1. ") else "text"
            line = f"{'> ' * self._quotes}{nesting}{self._lead}{_unopened(taken)}"
            self._blocks.append((kind, line))
            self._lead = ""

    def text(self) -> str:
        lines: list[str] = []
        before = ""
        for kind, line in self._blocks:
            lines += [line] if not lines or kind == before != "text" else ["", line]
            before = kind
        return "\n".join(lines) + "\n"

    def _taken(self) -> str:
        taken = "".join(self._words)
        while "  " in taken:
            taken = taken.replace("  ", " ")
        self._words.clear()
        return taken.strip(" ")

    def _end_row(self, row: list[str]) -> None:
        self._row = None
        self._blocks.append(("row", f"| {' | '.join(row)} |"))
        if self._head_is_due:
            self._blocks.append(("row", "|" + " --- |" * len(row)))
            self._head_is_due = False
