"""The one way through: content → documents → records → dossier → pages, with every problem on the way."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from math import ceil
from pathlib import Path
from typing import TypeVar

from onrecord.basis import Basis
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import editions as editions_of
from onrecord.dossier.reads import Cell, noted
from onrecord.dossier.statuses import Statuses
from onrecord.exports.files import downloads
from onrecord.exports.jsonld import record_jsonld
from onrecord.exports.pieces import Piece, piece
from onrecord.exports.release import Release
from onrecord.loading import Loaded, Memory, load
from onrecord.pages.addresses import Addresses
from onrecord.pages.assets import stylesheets
from onrecord.pages.beside.companions import companions
from onrecord.pages.beside.embeds import card_of_timeline, cards_of, with_card
from onrecord.pages.beside.listings import NONE_KNOWN, Listing, listings
from onrecord.pages.beside.twin import twins
from onrecord.pages.page import Asset, Page
from onrecord.pages.records.updated import newest as newest_of
from onrecord.pages.render import Portion, last_pages, later_portions, of_records, section_portions
from onrecord.pages.site import Site
from onrecord.pages.templates import compile_all, renderer
from onrecord.parcels import Parceled, parceled
from onrecord.problems import Problem, has_errors
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.source.document import Document
from onrecord.source.media import read_pictures
from onrecord.workers import available, shared_out

T = TypeVar("T")

_MANY = 400
"""From how many records on a second process is worth it."""

_PORTION, _PORTIONS = 100, 8
"""How many records' pages are made at a time, and how many portions there are at least, if there can be."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a site, and files that are published as they are.

    ``reads`` are the cells of a traced dossier that were read for each of the pages.
    ``standing`` are files that need not be published again, with what shows that they are as they were.
    ``listings`` are those of the pages that show no single record, for a later build to take over, and
    ``parcels`` what the assets were put together from.
    """

    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    reads: tuple[tuple[Cell, ...], ...] = ()
    standing: tuple[tuple[str, tuple[int, int, int]], ...] = ()
    listings: tuple[Listing, ...] = ()
    parcels: tuple[Parceled, ...] = ()


Keep = Callable[[Part], Part]
"""What becomes of a part in the process that made it; what is returned comes back to whoever asked."""


@dataclass(frozen=True, slots=True)
class Built:
    """A content folder made into pages; there are none if anything is wrong that stops publication."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A content folder that was read and checked; ``site`` is missing if publication must stop."""

    site: Site | None
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """A site without its records' pages: what comes ``before`` them, and what comes ``after``."""

    before: Part
    after: Part


def build(
    content: Path,
    templates: tuple[Path, ...],
    *,
    directory_urls: bool = True,
    site_url: str = "",
    workers: int | None = None,
) -> Built:
    """Make the pages of a content folder with the templates found in ``templates``, the first one first.

    ``site_url`` is where the site will be served, for the downloads that need absolute addresses.
    Large dossiers are made by as many ``workers`` as there are processors, unless their number is given.
    """
    found = opened(content, Addresses(directory_urls, site_url))
    if found.site is None:
        return Built((), (), found.documents, found.problems)
    made = whole(found.site, content, templates, workers=workers)
    return Built(made.pages, made.assets, found.documents, found.problems)


def opened(content: Path, addresses: Addresses, memory: Memory | None = None) -> Opened:
    """Read and check a content folder whose pages will have these addresses.

    With a ``memory`` only what changed since is read, and it is brought up to date.
    """
    return as_site(load(content, memory), addresses)


def as_site(loaded: Loaded, addresses: Addresses) -> Opened:
    """Return what was loaded as a site whose pages will have these addresses."""
    if loaded.dossier is None or has_errors(loaded.problems):
        return Opened(None, loaded.documents, loaded.problems)
    return Opened(Site(Statuses(loaded.dossier), addresses), loaded.documents, loaded.problems)


def as_it_is(part: Part) -> Part:
    """Return the part."""
    return part


def made_sections(
    basis: Basis,
    content: Path,
    templates: tuple[Path, ...],
    keep: Keep = as_it_is,
    workers: int | None = None,
) -> Sections:
    """Make everything but the pages of records: the brief, lists, downloads, cards for other sites."""
    compile_all(templates)
    site = basis.site
    before = [_planned_part(basis, each, keep) for each in section_portions(site, basis.noting, templates)]
    after = [_planned_part(basis, each, keep) for each in later_portions(site, templates)]
    longest_first = (
        lambda: keep(_with_downloads(basis, templates)),
        lambda: keep(_with_cards(basis, templates)),
        *reversed(before),
        *after,
    )
    last, embedded, *made = shared_out(longest_first, workers or _enough_for(len(site.dossier.folders)))
    first = _joined(reversed(made[: len(before)]))
    later = _joined([*made[len(before) :], last, embedded])
    around = Part((), assets_of_all(site.dossier, content, templates))
    beside = Part((), tuple(companions(site, (*first.pages, *later.pages), templates)))
    return Sections(_joined([first, around]), _joined([later, beside]))


def made_records(
    site: Site,
    templates: tuple[Path, ...],
    records: Sequence[Record],
    keep: Callable[[Part], T],
    workers: int | None = None,
) -> tuple[T, ...]:
    """Make the pages of these records, with what lies beside each; return what ``keep`` makes of them."""
    makers = of_records(site, templates, records)
    size = min(_PORTION, ceil(len(makers) / _PORTIONS) or 1)
    starts = range(0, len(makers), size)
    jobs = (_record_pages(site, makers[start : start + size], keep) for start in starts)
    return shared_out(tuple(jobs), workers or _enough_for(len(records)))


def _enough_for(records: int) -> int:
    return available() if records >= _MANY else 1


def _planned_part(basis: Basis, portion: Portion, keep: Keep) -> Callable[[], Part]:
    def made() -> Part:
        found = listings(basis.site.addresses, portion, basis.known.pages if basis.known else NONE_KNOWN)
        pages = tuple(each.page for each in found)
        made = Part(pages, tuple(each.twin for each in found), listings=found if basis.known else ())
        return keep(made)

    return made


def _with_twins(site: Site, pages: Iterable[Page]) -> Part:
    made = tuple(pages)
    return Part(made, tuple(twins(made, site.addresses)))


def _record_pages(
    site: Site, makers: Iterable[Callable[[], Page]], keep: Callable[[Part], T]
) -> Callable[[], T]:
    def made() -> T:
        found = tuple(noted(partial(_with_data_of, site, each)) for each in makers)
        pages = tuple(each.value for each in found)
        return keep(Part(pages, tuple(twins(pages, site.addresses)), tuple(each.reads for each in found)))

    return made


def _with_data_of(site: Site, make: Callable[[], Page]) -> Page:
    return with_data(site.release, make())


def _with_downloads(basis: Basis, templates: tuple[Path, ...]) -> Part:
    site, noting = basis.site, basis.noting

    def pieces_of(ids: Iterable[str]) -> dict[str, Piece]:
        return {each: piece(noting.release, noting.citations, each) for each in ids}

    found, parcels = parceled("pieces", site.dossier.folders, pieces_of, basis.parcels)
    held = {each: made for parcel in found for each, made in parcel.items()}
    exports = downloads(site.release, {each: held[each] for each in site.dossier.folders})
    files = (Asset(path, content) for each in exports for path, content in each.files)
    last = _with_twins(site, last_pages(site, exports, templates))
    return Part(last.pages, (*files, *last.assets), parcels=(parcels,))


def _with_cards(basis: Basis, templates: tuple[Path, ...]) -> Part:
    site, noting, render = basis.site, basis.noting, renderer(templates)

    def cards(ids: Iterable[str]) -> tuple[Asset, ...]:
        return tuple(cards_of(noting, render, ids))

    found, parcels = parceled("cards", with_card(site.dossier), cards, basis.parcels)
    return Part((), (*chain.from_iterable(found), card_of_timeline(site, render)), parcels=(parcels,))


def _joined(parts: Iterable[Part]) -> Part:
    held = tuple(parts)
    pages = tuple(chain.from_iterable(part.pages for part in held))
    assets = tuple(chain.from_iterable(part.assets for part in held))
    standing = tuple(chain.from_iterable(part.standing for part in held))
    found = tuple(chain.from_iterable(part.listings for part in held))
    return Part(pages, assets, (), standing, found, tuple(chain.from_iterable(part.parcels for part in held)))


def whole(
    site: Site, content: Path, templates: tuple[Path, ...], keep: Keep = as_it_is, workers: int | None = None
) -> Part:
    """Make all of a site at once."""
    sections = made_sections(Basis(site), content, templates, keep, workers)
    records = made_records(site, templates, tuple(site.dossier), keep, workers)
    return _joined([sections.before, *records, sections.after])


def with_data(release: Release, page: Page) -> Page:
    """Add to a record's page what it says of the record to programs."""
    folder, _, rest = page.path.partition("/")
    record_id = rest.removesuffix("/")
    if release.dossier.folders.get(record_id) != folder:
        return page
    record = release.dossier.of_kind(folder)[record_id]
    return replace(page, jsonld=record_jsonld(release, record))


def assets_of_all(dossier: Dossier, content: Path, templates: tuple[Path, ...]) -> tuple[Asset, ...]:
    """Return what any page may load: stylesheets, scripts, pictures."""
    names = (actor.image.file for actor in dossier.actors.values() if actor.image)
    pictures = (Asset(f"media/{name}", held) for name, held in read_pictures(content, names).items())
    return (*stylesheets(templates), *pictures)


def newest(site: Site) -> str:
    """Return the day of the newest fact on any page of a site, or nothing if no page is dated."""
    editions = (day.isoformat() for day in editions_of(site.dossier))
    return max((newest_of(site.statuses), *editions))


def titles(site: Site) -> Mapping[str, Mapping[str, str]]:
    """Return what every record is called, by folder and id."""
    called, dossier = site.release.titles, site.dossier
    return {folder: {each: called[each] for each in dossier.of_kind(folder)} for folder in FOLDERS}
