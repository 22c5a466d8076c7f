"""Which feeds there are, and what is in them."""

from collections.abc import Callable, Iterable, Mapping
from heapq import nsmallest
from itertools import chain
from typing import Any

from onrecord.exports.edition_items import edition_items, removed_items
from onrecord.exports.entry import TOLD, entry_text
from onrecord.exports.feed import Feed, Item, atom_feed, item, json_feed
from onrecord.exports.release import Release
from onrecord.records.record import Record

LIMIT = 100
"""Entries of a feed; older ones are on the pages."""

ALL = "feeds/all"
CHANGES = "feeds/changes"
"""Addresses of feeds, below the site's root and without an ending."""

OF_RECORDS = ("actors", "claims", "topics")
"""The kinds whose every record has a feed of its own."""

Files = tuple[tuple[str, bytes], ...]


def feed_of(folder: str, record_id: str) -> str:
    """Return the address of a record's feed without its ending, or nothing if the kind has none."""
    return f"feeds/{folder}/{record_id}" if folder in OF_RECORDS else ""


def all_feed(release: Release, items: Mapping[str, Item]) -> Files:
    """Return the feed of everything, in both formats."""
    return _files(_feed(release, ALL, "", release.dossier.about.title, items.values()))


def changes_feed(release: Release, items: Mapping[str, Item]) -> Files:
    """Return the feed of editions, each with what changed in it, of corrections, and of removals."""
    corrections = (items[each] for each in release.dossier.corrections)
    told = chain(edition_items(release), corrections, removed_items(release))
    title = f"{release.dossier.about.title}: changes and corrections"
    return _files(_feed(release, CHANGES, "changes/", title, told))


def record_feeds(release: Release, items: Mapping[str, Item], folder: str) -> Files:
    """Return the feeds of the records of a kind: what names them, and themselves if feeds tell of them."""
    made = (_record_feed(release, items, folder, each) for each in release.dossier.of_kind(folder))
    return tuple(chain.from_iterable(map(_files, made)))


def record_item(release: Release, record: Record, derived: Mapping[str, Any]) -> Item | None:
    """Return an item of a record, of which ``derived`` is what follows, if feeds tell of its kind."""
    record_id = str(record.id)
    folder = release.dossier.folders[record_id]
    if folder not in TOLD:
        return None
    published = release.known[record_id] or release.changed[record_id] or release.day
    updated = release.changed[record_id] or published
    words = (release.titles[record_id], entry_text(release, record, derived))
    iri = release.identifier(record_id)
    return item(iri, (max(updated, published), published), words, release.url(record_id), folder)


def _record_feed(release: Release, items: Mapping[str, Item], folder: str, record_id: str) -> Feed:
    ids = dict.fromkeys((record_id, *release.dossier.naming(record_id)))
    told = (items[each] for each in ids if each in items)
    title = f"{release.titles[record_id]} — {release.dossier.about.title}"
    return _feed(release, feed_of(folder, record_id), f"{folder}/{record_id}/", title, told)


def _feed(release: Release, path: str, page: str, title: str, told: Iterable[Item]) -> Feed:
    about = release.dossier.about
    newest = tuple(nsmallest(LIMIT, told, key=_newest_first))
    base = release.address(path)
    return Feed(
        path=path,
        identifier=f"{base}.xml" if base else f"urn:onrecord:{path.replace('/', ':')}",
        base=base,
        page=release.address(release.link(page)),
        title=title,
        author=about.publisher or about.title,
        language=about.language,
        updated=newest[0].updated if newest else release.day,
        items=newest,
    )


def _newest_first(each: Item) -> tuple[int, int, str]:
    return -each.updated.toordinal(), -each.published.toordinal(), each.key


def _files(feed: Feed) -> Files:
    writers: tuple[tuple[str, Callable[[Feed], bytes]], ...] = (("xml", atom_feed), ("json", json_feed))
    return tuple((f"{feed.path}.{ending}", write(feed)) for ending, write in writers)
