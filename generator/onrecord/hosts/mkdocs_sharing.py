"""What a page's head tells other programs: how a link to it is shown, and where its Markdown twin is."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from onrecord.hosts.mkdocs_pages import RecordPage
from onrecord.hosts.mkdocs_posters import Posters
from onrecord.pages.page import Page, Poster

_TAG = re.compile(r"<[^<>]+>")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Words without any markup, for Open Graph and its kin.

    ``twin`` is a file name beside the page; ``jsonld`` may stand inside a ``<script>`` as it is.
    ``meta`` are names and contents; ``feed`` is an address below the site's root, without an ending.
    ``poster`` is the absolute address of a picture, ``alt`` what the picture says; both may be empty.
    """

    title: str
    description: str
    kind: str
    twin: str
    jsonld: str
    meta: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    poster: str = ""
    alt: str = ""


def sharing(page: MkDocsPage, config: MkDocsConfig, posters: Posters | None = None) -> Sharing:
    """Return what is told of a page; of a hand-written one, what MkDocs makes of its front matter."""
    shown = page.shown if isinstance(page, RecordPage) else None
    if shown:
        title, told = _told(shown.title, shown.description, config)
        said = poster_of(shown, config)
    else:
        title, told = _told(_words(page.title), _words(page.meta.get("description")), config)
        said = Poster("", title, told)
    poster = posters.add(page.file.dest_uri, said, config) if posters else None
    return Sharing(
        title=title,
        description=told,
        kind="website" if page.is_homepage else "article",
        twin=PurePosixPath(page.file.dest_uri).with_suffix(".md").name,
        jsonld=shown.jsonld if shown else "",
        meta=shown.meta if shown else (),
        feed=shown.feed if shown else "",
        poster=poster.address if poster else "",
        alt=poster.alt if poster else "",
    )


def poster_of(page: Page, config: MkDocsConfig) -> Poster:
    """Return what the poster of a page of ours says."""
    return page.poster or Poster("", *_told(page.title, page.description, config))


def _told(title: str, description: str, config: MkDocsConfig) -> tuple[str, str]:
    return title or config.site_name, description or config.site_description or ""


def _words(markup: object) -> str:
    return unescape(_TAG.sub("", str(markup or "")))
