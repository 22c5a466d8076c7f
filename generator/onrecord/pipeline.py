"""The one way through: content → documents → records → dossier → pages, with every problem on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.exports.files import downloads
from onrecord.exports.jsonld import record_jsonld
from onrecord.exports.release import Release
from onrecord.loading import load
from onrecord.pages.addresses import Addresses
from onrecord.pages.assets import stylesheets
from onrecord.pages.beside.companions import cards, companions
from onrecord.pages.beside.twin import twins
from onrecord.pages.page import Asset, Page
from onrecord.pages.render import Portion, last_pages, portions
from onrecord.pages.site import Site
from onrecord.problems import Problem, has_errors
from onrecord.source.document import Document
from onrecord.source.media import read_pictures
from onrecord.workers import available, shared_out

_MANY = 400
"""Of how many records on a dossier is worth a second process."""


@dataclass(frozen=True, slots=True)
class Built:
    """A content folder made into pages; there are none if anything is wrong that stops publication."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


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
    loaded = load(content)
    if loaded.dossier is None or has_errors(loaded.problems):
        return Built((), (), loaded.documents, loaded.problems)
    site = Site(Statuses(loaded.dossier), Addresses(directory_urls, site_url))
    if workers is None:
        workers = available() if len(loaded.dossier.folders) >= _MANY else 1
    last, beside, *others = shared_out(tuple(_jobs(site, templates)), workers)
    made = tuple(chain.from_iterable(each.pages for each in (*others, last)))
    assets = (
        *stylesheets(templates),
        *_pictures(content, loaded.dossier),
        *companions(site, made, templates),
        *chain.from_iterable(each.assets for each in (last, beside, *others)),
    )
    return Built(made, assets, loaded.documents, loaded.problems)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pages with the files that belong to them."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def _jobs(site: Site, templates: tuple[Path, ...]) -> Iterator[Callable[[], _Part]]:
    """Yield what makes the parts of the site, the downloads with the last pages first: they take longest."""
    yield lambda: _with_downloads(site, templates)
    yield lambda: _Part((), tuple(cards(site, templates)))
    for portion in portions(site, templates):
        yield partial(_part, site, portion)


def _with_downloads(site: Site, templates: tuple[Path, ...]) -> _Part:
    exports = downloads(site.release, site.citations)
    files = (Asset(path, held) for each in exports for path, held in each.files)
    part = _part(site, lambda: last_pages(site, exports, templates))
    return _Part(part.pages, (*files, *part.assets))


def _part(site: Site, portion: Portion) -> _Part:
    made = tuple(with_data(site.release, page) for page in portion())
    return _Part(made, tuple(twins(made, site.addresses)))


def with_data(release: Release, page: Page) -> Page:
    """Add to a record's page what it says of the record to programs."""
    folder, _, rest = page.path.partition("/")
    record_id = rest.removesuffix("/")
    if release.dossier.folders.get(record_id) != folder:
        return page
    record = release.dossier.of_kind(folder)[record_id]
    return replace(page, jsonld=record_jsonld(release, record))


def _pictures(content: Path, dossier: Dossier) -> tuple[Asset, ...]:
    names = (actor.image.file for actor in dossier.actors.values() if actor.image)
    return tuple(Asset(f"media/{name}", held) for name, held in read_pictures(content, names).items())
