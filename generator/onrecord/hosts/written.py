"""A page that was made: what is still to be known of it, packed small, as there may be many thousands."""

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from onrecord.dossier.reads import Cell, Reads, packed_reads
from onrecord.hosts.quick_files import Mark
from onrecord.pages.beside.listings import Listing
from onrecord.pages.page import Page


class Written(NamedTuple):
    """A page of which ``files`` were written, by their names below the site's root.

    ``updated`` is the ISO day of the newest fact on it, or empty.
    ``packed`` is the page without its article.
    """

    updated: str
    files: Mapping[str, Mark]
    reads: Reads
    packed: bytes

    def page(self) -> Page:
        """Return the page without its article."""
        page: Page = pickle.loads(self.packed)  # noqa: S301  # packed below, and kept where nobody else writes
        return page


class PackedListing(NamedTuple):
    """A page that shows no single record, ``packed``, and what was read for it."""

    reads: Reads
    packed: bytes

    def listing(self) -> Listing:
        """Return the page."""
        made: Listing = pickle.loads(zlib.decompress(self.packed))  # noqa: S301  # packed below
        return made


def packed(page: Page, reads: tuple[Cell, ...], files: Mapping[str, Mark]) -> Written:
    """Return what is to be known of a page that was written into ``files``."""
    bare = replace(page, html="", headings=(), jsonld="", meta=())
    return Written(page.updated, files, packed_reads(reads), pickle.dumps(bare, pickle.HIGHEST_PROTOCOL))


def packed_listing(listing: Listing, reads: tuple[Cell, ...]) -> PackedListing:
    """Return what is to be known of a page that shows no single record.

    It takes an eighth of its room: lists are long, and say everything alike.
    """
    whole = pickle.dumps(replace(listing, reads=None), pickle.HIGHEST_PROTOCOL)
    return PackedListing(packed_reads(reads), zlib.compress(whole, level=1))
