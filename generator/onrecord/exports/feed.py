"""Feeds as values, and as Atom and JSON Feed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry, written once for all the feeds that have it, with the days that it is sorted by."""

    key: str
    updated: date
    published: date
    atom: str
    json: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed: the address of its file without an ending, its page, its words, its items, newest first.

    ``identifier`` names it for ever; ``base`` is the absolute address of its file, or empty.
    """

    path: str
    identifier: str
    base: str
    page: str
    title: str
    author: str
    language: str
    updated: date
    items: tuple[Item, ...]


def item(key: str, days: tuple[date, date], words: tuple[str, str], url: str, tag: str) -> Item:
    """Make an item of its IRI, the days of its change and of its publication, its title and text."""
    (updated, published), (title, text) = days, words
    link = f"<link href={quoteattr(url)}/>" if url else ""
    atom = (
        f"<entry><id>{escape(key)}</id><title>{_xml(title)}</title>{link}"
        f"<published>{_moment(published)}</published><updated>{_moment(updated)}</updated>"
        f'<category term="{tag}"/><content>{_xml(text)}</content></entry>\n'
    )
    told = {
        "id": key,
        "url": url,
        "title": title,
        "content_text": text,
        "date_published": _moment(published),
        "date_modified": _moment(updated),
        "tags": [tag],
    }
    return Item(key, updated, published, atom, _json(told))


def atom_feed(feed: Feed) -> bytes:
    """Return a feed as Atom (RFC 4287)."""
    return "".join((*_atom_head(feed), *(each.atom for each in feed.items), "</feed>\n")).encode()


def _atom_head(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">\n'
    yield f"<id>{escape(feed.identifier)}</id><title>{_xml(feed.title)}</title>\n"
    yield f"<updated>{_moment(feed.updated)}</updated><author><name>{_xml(feed.author)}</name></author>\n"
    if feed.base:
        yield f'<link rel="self" href={quoteattr(f"{feed.base}.xml")}/><link href={quoteattr(feed.page)}/>\n'


def json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed 1.1."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.base}.json" if feed.base else "",
        "language": feed.language,
        "authors": [{"name": feed.author}],
    }
    items = ",\n".join(each.json for each in feed.items)
    return f'{_json(head)[:-1]}, "items": [\n{items}\n]}}\n'.encode()


def _json(mapping: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in mapping.items() if value}, ensure_ascii=False)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
