"""Text of other programs, which may hold HTML, as text of our own."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    ["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr", "article", "section"]
)
_UNREAD = frozenset(["script", "style", "template", "noscript", "head"])


def text_of(html: str) -> str:
    """Return the words of HTML or of plain text; paragraphs are parted by a blank line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n+", "".join(reader.parts)))
    return "\n\n".join(part for part in paragraphs if part)


def first_link(html: str) -> str:
    """Return the first web address that ``html`` links to, or nothing."""
    reader = _Reader()
    reader.feed(html)
    return reader.links[0] if reader.links else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in _UNREAD
        if tag in _BLOCKS:
            self.parts.append("\n")
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.startswith(("http://", "https://")):
            self.links.append(address)

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD and self._unread > 0
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data.replace("\n", " "))
