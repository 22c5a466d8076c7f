"""The one way through: content → documents → records → dossier → pages, with every problem on the way."""

from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.exports.files import downloads
from onrecord.exports.jsonld import record_jsonld
from onrecord.exports.release import Release
from onrecord.loading import load
from onrecord.pages.addresses import Addresses
from onrecord.pages.assets import stylesheets
from onrecord.pages.beside.companions import companions
from onrecord.pages.page import Asset, Page
from onrecord.pages.render import pages
from onrecord.pages.site import Site
from onrecord.problems import Problem, has_errors
from onrecord.source.document import Document
from onrecord.source.media import read_pictures


@dataclass(frozen=True, slots=True)
class Built:
    """A content folder made into pages; there are none if anything is wrong that stops publication."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def build(
    content: Path, templates: tuple[Path, ...], *, directory_urls: bool = True, site_url: str = ""
) -> Built:
    """Make the pages of a content folder with the templates found in ``templates``, the first one first.

    ``site_url`` is where the site will be served, for the downloads that need absolute addresses.
    """
    loaded = load(content)
    if loaded.dossier is None or has_errors(loaded.problems):
        return Built((), (), loaded.documents, loaded.problems)
    addresses = Addresses(directory_urls, site_url)
    site = Site(Statuses(loaded.dossier), addresses)
    exports = downloads(site.release, site.citations)
    data = (Asset(path, held) for each in exports for path, held in each.files)
    made = tuple(with_data(site.release, page) for page in pages(site, exports, templates))
    beside = companions(site, made, templates)
    assets = (*stylesheets(templates), *_pictures(content, loaded.dossier), *data, *beside)
    return Built(made, assets, loaded.documents, loaded.problems)


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
