"""The Markdown twin of a page: the same article for readers that would rather not parse HTML."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from onrecord.pages.addresses import Addresses, output_name
from onrecord.pages.page import Asset, Page
from onrecord.records.lines import one_line

_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>[^>]*)>|(?P<text>[^<]+)")
_ATTRIBUTE = re.compile(r'\b(href|src|alt)="([^"]*)"')
_LEFT_OUT = re.compile(r'\bclass="[^"]*\bheaderlink\b|\baria-hidden="true"|\bhidden\b(?!=)')
_UNTOLD = frozenset({"svg", "script", "style", "template", "form", "button", "textarea", "select"})
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
_LISTS = {"ul": "- ", "ol": "1. "}
_BLOCKS = frozenset({"article", "section", "header", "footer", "nav", "div", "p", "dl", "dt", "dd", "figure",
                     "figcaption", "details", "summary", "table", "caption", "li", "blockquote",
                     *_HEADINGS, *_LISTS})  # fmt: skip
_MARKS = {"strong": "**", "b": "**", "summary": "**", "dt": "**", "em": "*", "i": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\`*_\[\]<~]|&(?=[#a-zA-Z]))")
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

    What only the eye uses (drawings, marks, forms, links to headings) is left out.
    """
    writer = _Writer()
    hidden, depth = "", 0
    for end, tag, attributes, text in _TOKEN.findall(html):
        if hidden:
            depth += 0 if tag != hidden else -1 if end else 1
            hidden = hidden if depth else ""
        elif text:
            writer.words(unescape(text))
        elif end:
            writer.ends(tag)
        elif tag in _UNTOLD or (attributes and _LEFT_OUT.search(attributes)):
            hidden, depth = tag, 1
        else:
            writer.begins(tag, attributes)
    writer.breaks()
    return writer.text()


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown reads every sign of it as it is."""
    return _OPENING.sub(_NO_OPENING, _SPECIAL.sub(_KEPT, one_line(text)))


def _attribute(attributes: str, name: str) -> str:
    return unescape(dict(_ATTRIBUTE.findall(attributes)).get(name, ""))


def _address(attributes: str, name: str) -> str:
    """Return an address without the signs by which Markdown would take it to end."""
    return _attribute(attributes, name).translate(_IN_ADDRESS)


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
        self._words.append(_SPECIAL.sub(_KEPT, text))

    def begins(self, tag: str, attributes: str) -> None:
        if tag in _BLOCKS and tag != "dd":
            self.breaks()
        self._words.append(_MARKS.get(tag, ""))
        match tag:
            case "a":
                self._links.append(_address(attributes, "href"))
                self._words.append("[")
            case "img":
                alt = _SPECIAL.sub(_KEPT, _attribute(attributes, "alt"))
                self._words.append(f"![{alt}]({_address(attributes, 'src')})")
            case "br" | "dd":
                self._words.append(" ")
            case _:
                self._enters(tag)

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

    def ends(self, tag: str) -> None:
        self._words.append(_MARKS.get(tag, ""))
        match tag:
            case "a" if self._links:
                self._words.append(f"]({self._links.pop()})")
            case "dt":
                self._words.append(":")
                return
            case "td" | "th" if self._row is not None:
                self._row.append(self._taken().replace("|", r"\|"))
            case "tr" if self._row is not None:
                self._end_row(self._row)
        if tag in _BLOCKS:
            self.breaks()
        if tag == "li":
            self._lead = ""
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes -= 1

    def breaks(self) -> None:
        """End the block at hand; inside a cell of a table the end of a block is only a space."""
        if self._row is not None:
            self._words.append(" ")
        elif taken := self._taken():
            nesting = "  " * (len(self._lists) - (1 if self._lead else 0))
            kind = "item" if self._lead in ("- ", "1. ") else "text"
            line = f"{'> ' * self._quotes}{nesting}{self._lead}{_OPENING.sub(_NO_OPENING, taken)}"
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
        taken = one_line("".join(self._words))
        self._words.clear()
        return taken

    def _end_row(self, row: list[str]) -> None:
        self._row = None
        self._blocks.append(("row", f"| {' | '.join(row)} |"))
        if self._head_is_due:
            self._blocks.append(("row", "|" + " --- |" * len(row)))
            self._head_is_due = False
