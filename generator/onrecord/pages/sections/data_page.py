"""The downloads, described."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.exports.download import Download, Group
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import LinkView

_LISTED = 12
"""Files of one download that are named one by one."""


@dataclass(frozen=True, slots=True)
class DownloadView:
    """One row: ``links`` to its files, or a ``pattern`` and a link to an example; size in kB, at least 1."""

    pattern: str
    links: tuple[LinkView, ...]
    count: int
    size: str
    holds: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """Downloads of one sort, under a heading with an ``anchor``, after some words on the sort."""

    anchor: str
    title: str
    words: str
    downloads: tuple[DownloadView, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """All downloads, under what licence, and how to cite them."""

    groups: tuple[GroupView, ...]
    licence: str
    publisher: str
    title: str
    as_of: str
    embed: LinkView


_GROUPS: dict[Group, tuple[str, str]] = {
    "whole": ("The whole dossier", "Each of these files holds everything, in a form for another use."),
    "tables": (
        "Tables",
        (
            "One table for each kind of record and one for each list in it, tied together by ids. "
            "Text that a spreadsheet might run as a formula has an apostrophe before it: take one apostrophe "
            "away from the beginning of every cell that has one, and the text is as it was."
        ),
    ),
    "records": ("Record by record", "The name of a file is the id of the record, which never changes."),
    "feeds": (
        "Feeds and calendar",
        (
            "Subscribe in a feed reader or a calendar. Every feed comes as Atom (.xml) and as JSON Feed "
            "(.json) with the newest 100 entries, dated by the records."
        ),
    ),
    "citations": (
        "Citations",
        (
            "Every record as a reference: sources as what they are, with access and archive dates, "
            "all else as pages of this site."
        ),
    ),
}


def data_page(site: Site, exports: Iterable[Download], render: Render) -> Page:
    """Make the page that describes the downloads, by group."""
    here = Here(site, "data/")
    about, held = here.dossier.about, tuple(exports)
    groups = (
        GroupView(key, title, words, tuple(_download(here, each) for each in held if each.group == key))
        for key, (title, words) in _GROUPS.items()
    )
    view = DataView(
        tuple(each for each in groups if each.downloads),
        about.licence,
        about.publisher,
        about.title,
        here.time(about.as_of).words,
        here.page("embed/", "the code for statements, claims and timelines"),
    )
    html = render("pages/data.html.jinja", view)
    lede = "The dossier as files that others can build on."
    return Page("data/", "Data", lede, html, headings(html), "data/")


def _download(here: Here, download: Download) -> DownloadView:
    size = f"{-(-sum(len(content) for _, content in download.files) // 1000):,}"
    paths = tuple(path for path, _ in download.files)
    if len(paths) <= _LISTED and "ID" not in download.name:
        links = tuple(here.page(path, path.rsplit("/", 1)[-1]) for path in paths)
        return DownloadView("", links, len(paths), size, download.holds)
    example = tuple(here.page(path, path.rsplit("/", 1)[-1]) for path in paths[:1])
    return DownloadView(download.name, example, len(paths), size, download.holds)
