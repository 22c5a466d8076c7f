"""A page of a site as a reader's program sees it: where it leads, what it loads, which anchors it has."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

LOADED_BY = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Element to the attributes that name what a browser fetches by itself."""

NOT_FETCHED = {"alternate", "author", "canonical", "edit", "help", "license", "next", "prev", "search"}
"""Relations of ``<link>`` that a browser only remembers."""

_IN_STYLE = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)|@import\s+["']([^"']+)""")


class HtmlPage(HTMLParser):
    """Reads a page; ``ids`` keeps anchors that stand twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self._in_style = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if "id" in held:
            self.ids.append(held["id"])
        if tag in {"a", "area"} and "href" in held:
            self.links.append(held["href"])
        if tag == "link":
            fetched = set(held.get("rel", "").split()) - NOT_FETCHED
            (self.loads if fetched else self.links).append(held["href"])
        self.loads += [held[name] for name in LOADED_BY.get(tag, ()) if name in held]
        self.loads += [each.split()[0] for each in held.get("srcset", "").split(",") if each.strip()]
        self.loads += in_style(held.get("style", ""))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.loads += in_style(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the parser's own signature
        self._in_style = False


def in_style(css: str) -> Iterator[str]:
    """Yield the addresses that a stylesheet makes a browser fetch."""
    return (address or imported for address, imported in _IN_STYLE.findall(css))
