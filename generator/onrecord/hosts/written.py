"""A page that was made: what is still to be known of it, packed small, as there may be many thousands."""

import pickle
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from onrecord.dossier.reads import Cell
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


class Listed(NamedTuple):
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


def _meets(cells: frozenset[Cell], numbers: bytes, names: tuple[tuple[str, str], ...]) -> bool:
    return not (cells.isdisjoint(array("I", numbers)) and cells.isdisjoint(names))


def packed(page: Page, reads: tuple[Cell, ...], files: Mapping[str, Mark]) -> Written:
    """Return what is to be known of a page that was written into ``files``."""
    bare = replace(page, html="", headings=(), jsonld="", meta=())
    return Written(page.updated, files, *_apart(reads), pickle.dumps(bare, pickle.HIGHEST_PROTOCOL))


def listed(made: Iterable[Listing]) -> Mapping[str, Listed]:
    """Return what is to be known of pages that show no single record, by their addresses.

    One that was taken over is left out: nobody knows what is read for it now.
    """
    return {
        each.page.path: Listed(*_apart(each.reads), _squeezed(replace(each, reads=None)))
        for each in made
        if each.reads is not None
    }


def _squeezed(listing: Listing) -> bytes:
    """Return a page in an eighth of its room: lists are long, and say everything alike."""
    return zlib.compress(pickle.dumps(listing, pickle.HIGHEST_PROTOCOL), level=1)


def _apart(reads: Iterable[Cell]) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    numbers = array("I", sorted(each for each in reads if isinstance(each, int)))
    return numbers.tobytes(), tuple(sorted(each for each in reads if not isinstance(each, int)))
