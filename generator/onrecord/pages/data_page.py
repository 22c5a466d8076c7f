"""The downloads, described."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Asset, Page
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import LinkView
from onrecord.pages.wording import counted


@dataclass(frozen=True, slots=True)
class DownloadView:
    """A file to take away: its link, its size in kB (at least 1), what is in it."""

    link: LinkView
    size: int
    holds: str


@dataclass(frozen=True, slots=True)
class DataView:
    """All downloads, under what licence, and how to cite them."""

    downloads: tuple[DownloadView, ...]
    licence: str
    publisher: str
    title: str
    as_of: str


def data_page(site: Site, exports: Iterable[Asset], render: Render) -> Page:
    """Make the page that describes the data files."""
    here = Here(site, "data/")
    about = here.dossier.about
    view = DataView(
        tuple(_download(here, each) for each in exports),
        about.licence,
        about.publisher,
        about.title,
        here.time(about.as_of).words,
    )
    html = render("pages/data.html.jinja", view)
    return Page(
        "data/", "Data", "The dossier as files that others can build on.", html, headings(html), "data/"
    )


def _download(here: Here, asset: Asset) -> DownloadView:
    name = asset.path.rsplit("/", 1)[-1]
    folder = name.removesuffix(".csv")
    if name == "dossier.json":
        holds = "everything: all records, with both statuses and the rules that led to them"
    else:
        holds = (
            f"{counted(len(here.dossier.of_kind(folder)), folder)}, one a row; lists joined by a vertical bar"
        )
    return DownloadView(here.page(asset.path, name), -(-len(asset.content) // 1000), holds)
