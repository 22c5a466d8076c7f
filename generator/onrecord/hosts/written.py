"""A page that was written: what is still to be known of it, packed small, as there may be many thousands."""

import pickle
from array import array
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from onrecord.dossier.reads import Cell
from onrecord.hosts.quick_files import Mark
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
        return not (cells.isdisjoint(array("I", self.numbers)) and cells.isdisjoint(self.names))


def packed(page: Page, reads: tuple[Cell, ...], files: Mapping[str, Mark]) -> Written:
    """Return what is to be known of a page that was written into ``files``."""
    bare = replace(page, html="", headings=(), jsonld="", meta=())
    numbers = array("I", sorted(each for each in reads if isinstance(each, int)))
    names = tuple(sorted(each for each in reads if not isinstance(each, int)))
    return Written(page.updated, files, numbers.tobytes(), names, pickle.dumps(bare, pickle.HIGHEST_PROTOCOL))
