"""A dossier as a release, with the titles and addresses that the pages give."""

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.exports.cited import citations
from onrecord.exports.files import downloads
from onrecord.exports.pieces import pieces
from onrecord.exports.release import Release
from onrecord.pages.addresses import Addresses
from onrecord.pages.site import Site
from onrecord.records.record import Record
from tests.dossier.make import dossier

SITE = "https://example.org/some/repository/"


def release_of(made: Dossier, site_url: str = SITE) -> Release:
    return Site(Statuses(made), Addresses(site_url=site_url)).release


def release(*records: Record, site_url: str = SITE) -> Release:
    return release_of(dossier(*records), site_url)


def written(made: Release) -> dict[str, bytes]:
    """Return every file of a release, by address."""
    return {
        path: held for each in downloads(made, pieces(made, citations(made))) for path, held in each.files
    }
