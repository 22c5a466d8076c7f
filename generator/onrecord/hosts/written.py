"""A page that was made: what is still to be known of it, packed small, as there may be many thousands."""

import pickle
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from onrecord.dossier.reads import Cell, Numbering
from onrecord.hosts.quick_files import Mark
from onrecord.pages.beside.listings import Listing
from onrecord.pages.page import Page


class Written(NamedTuple):
    """A page of which ``files`` were written, by their names below the site's root.

    ``updated`` is the ISO day of the newest fact on it, or empty.
    ``numbers`` and ``names`` are the cells that were read for it, ``packed`` is the page without its article.
    """

    updated: str
    files: Mapping[str, Mark]
    numbers: bytes
    names: tuple[tuple[str, str], ...]
    packed: bytes

    def page(self) -> Page:
        """Return the page without its article."""
        page: Page = pickle.loads(self.packed)  # noqa: S301  # packed below, and kept where nobody else writes
        return page

    def rests_on(self, cells: frozenset[Cell]) -> bool:
        """Tell whether any of these cells was read for the page."""
        return _meets(cells, self.numbers, self.names)


class PackedListing(NamedTuple):
    """A page that shows no single record, ``packed``, and the ``numbers`` and ``names`` of its reads."""

    numbers: bytes
    names: tuple[tuple[str, str], ...]
    packed: bytes

    def listing(self) -> Listing:
        """Return the page."""
        made: Listing = pickle.loads(zlib.decompress(self.packed))  # noqa: S301  # packed below
        return made

    def rests_on(self, cells: frozenset[Cell]) -> bool:
        """Tell whether any of these cells was read for the page."""
        return _meets(cells, self.numbers, self.names)

    def renumbered(self, before: Numbering, now: Numbering) -> "PackedListing":
        """Return the same for a dossier whose cells have other numbers."""
        cells = before.told((*array("I", self.numbers), *self.names))
        return PackedListing(*_apart(now.cell(*each) for each in cells), self.packed)


def _meets(cells: frozenset[Cell], numbers: bytes, names: tuple[tuple[str, str], ...]) -> bool:
    return not (cells.isdisjoint(array("I", numbers)) and cells.isdisjoint(names))


def packed(page: Page, reads: tuple[Cell, ...], files: Mapping[str, Mark]) -> Written:
    """Return what is to be known of a page that was written into ``files``."""
    bare = replace(page, html="", headings=(), jsonld="", meta=())
    return Written(page.updated, files, *_apart(reads), pickle.dumps(bare, pickle.HIGHEST_PROTOCOL))


def packed_listing(listing: Listing, reads: tuple[Cell, ...]) -> PackedListing:
    """Return what is to be known of a page that shows no single record.

    It takes an eighth of its room: lists are long, and say everything alike.
    """
    whole = pickle.dumps(replace(listing, reads=None), pickle.HIGHEST_PROTOCOL)
    return PackedListing(*_apart(reads), zlib.compress(whole, level=1))


def _apart(cells: Iterable[Cell]) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    reads = tuple(cells)
    numbers = array("I", sorted(each for each in reads if isinstance(each, int)))
    return numbers.tobytes(), tuple(sorted(each for each in reads if not isinstance(each, int)))
