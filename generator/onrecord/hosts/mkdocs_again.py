"""What the last build of a site left, and what of it the next one may take over: most pages and parcels.

A page holds if nothing that was read for it has changed, and if whatever else decides how it looks is the
same; that of a record also if its files lie in the site as they were written. Whatever is in doubt is made
anew, and so is one page of each kind, to see that it comes out as it was. What is kept for that may be
deleted at any time.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import NamedTuple, TypeVar

from mkdocs.config.defaults import MkDocsConfig

from onrecord.dossier.asked import Asked
from onrecord.dossier.cells import Concluded, Facts, altered, concluded, numbering
from onrecord.dossier.reads import Cell, Numbering
from onrecord.dossier.statuses import Statuses
from onrecord.hosts.mkdocs_others import others_finish
from onrecord.hosts.quick_files import Mark, mark
from onrecord.hosts.written import PackedListing, Written, packed_listing
from onrecord.kept import WORTH, began_at, keep, keep_fields, place_of, recalled, settled
from onrecord.loading import Memory
from onrecord.pages.beside.listings import Listing
from onrecord.parcels import NO_PARCELS, Parcel, Parceled, Parcels
from onrecord.records.record import Record

K = TypeVar("K")
P = TypeVar("P", PackedListing, Parcel)

_LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material")

_DRAWING = ("font-source-sans-pro", "font-source-serif-pro", "pillow")

_FEWEST = 0.75
"""Which share of the pages must hold; if fewer do, all are made, and a new beginning is kept."""

Make = Callable[[Sequence[Record]], Iterable[Written]]
"""Writes the pages of records, and returns what is to be known of each."""


Drawn = tuple[bytes, Mark]
"""The sum of what a poster says, and the mark of its file."""


NOBODY_FOLLOWS = "CI"
"""A variable that services for continuous integration set: their machines are new for every build."""


def followed(config: MkDocsConfig) -> "Again | None":
    """Return what is known of the last build of a site, if builds can follow each other.

    They cannot where another plugin may change what was written, or where none will come after this one:
    there nothing is noted for it, which spares a tenth of the processors' time.
    """
    cannot = others_finish(config) or os.environ.get(NOBODY_FOLLOWS)
    return None if cannot else Again(Path(config.site_dir))


class Left(NamedTuple):
    """What a build left: of what it was made, and what follows from that.

    ``pages`` are those of records by id, made with these ``settings``, ``scripts`` the files of scripts that
    any of them may load. ``listings`` are the other pages by address, made with these ``own_settings``, as
    are ``parcels``, from which downloads and cards are put together.
    """

    memory: Memory
    facts: Facts
    settings: str
    pages: Mapping[str, Written]
    scripts: Mapping[str, str]
    own_settings: str
    listings: Mapping[str, PackedListing]
    parcels: Parcels


class Again:
    """A build that may follow another one into the same folder ``site``."""

    def __init__(self, site: Path) -> None:
        """Bring back what the last build left, if there is a site for it to hold of.

        ``memory`` is brought up to date when the content is read, ``before`` is what it held.
        A build that ``follows`` leaves files of the last site where they are.
        """
        self.site, self._began = site, began_at()
        self._place = place_of(site, *_LIBRARIES)
        self.left = recalled(self._place, Left) if site.is_dir() else None
        self.memory = self.left.memory if self.left else Memory()
        before = self.memory.dossier
        self.before = Concluded(before, self.left.facts) if self.left and before else None
        self.follows = self.left is not None

    def let_go(self) -> None:
        """Forget the pages of the last build and its dossier, which take much room, when all is made anew."""
        self.left = self.before = None

    @property
    def is_worth_it(self) -> bool:
        """Whether so much is read that the next build gains by what this one leaves."""
        return len(self.memory.readings) >= WORTH and self._place is not None

    def poster(self, file: str, words: bytes) -> Mark | None:
        """Return the mark of a poster of the last site that says just that, if it is as it was drawn."""
        said, known = self._drawn.get(file, (b"", None))
        return known if known and said == words and self.stands({file: known}) else None

    @cached_property
    def _drawn(self) -> Mapping[str, Drawn]:
        return (recalled(self._drawings, dict) or {}) if self.site.is_dir() else {}

    def stands(self, files: Mapping[str, Mark]) -> bool:
        """Tell whether files of the last site are as they were written."""
        try:
            return all(mark(f"{self.site}/{name}") == known for name, known in files.items())
        except OSError:
            return False

    def leave_drawn(self, drawn: dict[str, Drawn]) -> None:
        """Keep for the next build which posters there are, of however few records."""
        keep(drawn, self._drawings)

    @property
    def _drawings(self) -> Path | None:
        try:
            place = place_of(self.site, *_DRAWING)
        except PackageNotFoundError:  # somebody else's Pillow
            return None
        return place.with_suffix(".posters") if place else None

    def leave(self, leaving: Callable[[Memory], Iterable[object]]) -> None:
        """Keep for the next build the fields of ``Left``, one after another, with what this one remembers."""
        keep_fields(leaving(settled(self.memory, self._began)), self._place)

    def forget(self) -> None:
        """Have the next build make everything."""
        if self._place:
            self._place.unlink(missing_ok=True)


class Following:
    """What of the ``last`` build holds of the dossier as it is now."""

    def __init__(self, last: Again, now: Statuses, own_settings: str) -> None:
        """Find out in what the dossier is another one, and whether lists are made with other settings.

        ``parcels`` are those for which nothing was read that has changed.
        """
        self._last, self._now = last, now.dossier
        self._numbering = numbering(last.before.dossier) if last.before else None
        self._changed = altered(last.before, concluded(now)) if last.before else None
        left = last.left if last.left and own_settings and last.left.own_settings == own_settings else None
        self._listings = _untouched(left.listings, self._changed) if left else {}
        self.parcels: Parcels = _untouched(left.parcels, self._changed) if left else NO_PARCELS

    @property
    def listings(self) -> Mapping[str, Listing]:
        """The pages that show no single record for which nothing was read that has changed."""
        held = self._listings
        return Asked(held, lambda path: held[path].listing())

    def packed(self, made: Iterable[Listing]) -> Mapping[str, PackedListing]:
        """Return what is to be known of pages with a plan, of those that were taken over as well."""
        found = ((each.page.path, self._packed(each)) for each in made if each.plan is not None)
        return {path: packed for path, packed in found if packed}

    def _packed(self, made: Listing) -> PackedListing | None:
        if made.reads is not None:
            return packed_listing(made, made.reads)
        held = self._listings.get(made.page.path)
        return self._renumbered(held) if held else None

    def packed_parcels(self, found: Iterable[Parceled]) -> Parcels:
        """Return parcels as the next build may take them over, those that this one took over as well."""
        all_ = tuple(found)
        taken = {key: self._renumbered(self.parcels[key]) for each in all_ for key in each.taken}
        return {**taken, **{key: made for each in all_ for key, made in each.made.items()}}

    def _renumbered(self, held: P) -> P:
        before, now = self._numberings
        return held if before == now else held._replace(reads=held.reads.renumbered(before, now))

    @cached_property
    def _numberings(self) -> tuple[Numbering, Numbering]:
        now = numbering(self._now)
        return self._numbering or now, now

    def pages(
        self, settings: str, folder: str, records: Mapping[str, Record], make: Make
    ) -> tuple[Mapping[str, Written], Mapping[str, Written]]:
        """Let pages stand that were made with these ``settings``, and ``make`` the others; return both.

        They are written into ``folder``.
        """
        held = _if_enough(self._held(settings, records), records)
        if not held:
            self._last.let_go()
        proofs = tuple({self._now.folders[each]: each for each in held}.values())
        made = self._made(proofs, records, make)
        as_they_were = all(self._came_out_as_it_was(folder, each) for each in made.values())
        standing = self._standing(held) if as_they_were else {}
        taken = {each: page for each, page in _if_enough(standing, records).items() if each not in made}
        others = tuple(each for each in records if each not in taken and each not in made)
        return taken, {**made, **self._made(others, records, make)}

    def _made(self, ids: Sequence[str], records: Mapping[str, Record], make: Make) -> dict[str, Written]:
        return dict(zip(ids, make([records[each] for each in ids]), strict=True))

    def _standing(self, held: Mapping[str, Written]) -> Mapping[str, Written]:
        return {each: page for each, page in held.items() if self._last.stands(page.files)}

    def _held(self, settings: str, ids: Collection[str]) -> Mapping[str, Written]:
        """Return the pages of these records that nothing has changed."""
        left, changed = self._last.left, self._changed
        if left is None or changed is None or left.settings != settings:
            return {}
        found = ((each, left.pages.get(each)) for each in ids)
        return {each: page for each, page in found if page and page.updated and not page.reads.meet(changed)}

    def _came_out_as_it_was(self, folder: str, made: Written) -> bool:
        try:
            return all(
                Path(folder, each).read_bytes() == (self._last.site / each).read_bytes()
                for each in made.files
            )
        except OSError:
            return False


def _untouched(left: Mapping[K, P], changed: frozenset[Cell] | None) -> Mapping[K, P]:
    """Return of what was left all for which nothing was read that has changed; nothing if nobody can tell."""
    if changed is None:
        return {}
    return {key: each for key, each in left.items() if not each.reads.meet(changed)}


def _if_enough(held: Mapping[str, Written], records: Collection[str]) -> Mapping[str, Written]:
    """Return pages if they are so many of all that it is worth to make only the others."""
    return held if len(held) >= _FEWEST * len(records) else {}
