"""Onrecord's pages as MkDocs' own: finished, so that MkDocs only frames them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from onrecord.pages.addresses import source_name
from onrecord.pages.page import Heading, Page
from onrecord.source.document import Document

_FIRST_HEADING = re.compile(r"""<h1\b[^<>]*\bid="([^"<>]+)\"""")
_ANCHOR = re.compile(r""" id="([^"]+)\"""")
"""Begins with a plain sign, for which a search runs ten times as fast as for the edge of a word."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What MkDocs shows around pages, and the pages themselves do not know.

    ``labels`` are names in the navigation, by source; without one, a page goes by its title.
    ``newest`` gives the day of the newest fact on any page, which dates a page without one of its own.
    ``edit_root`` leads from MkDocs' ``docs_dir`` to the content folder.
    ``documents`` are the files of the content folder, by path.
    """

    labels: Mapping[str, str]
    newest: Callable[[], str]
    edit_root: str
    documents: Mapping[str, Document]

    def edit_uri(self, page: Page) -> str | None:
        """Return where the page's record is edited, relative to ``docs_dir``."""
        return self.edit_root + page.source.file if page.source else None

    def line(self, page: Page) -> str:
        """Return the anchor of the line where the page's record begins."""
        document = self.documents.get(page.source.file) if page.source else None
        return f"#L{document.span(page.source.route).line}" if document and page.source else ""


class RecordPage(MkDocsPage):
    """A page that comes with its article, its table of contents and its description."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, frames: Frames) -> None:
        """Enter ``page`` into MkDocs as the page of ``file``."""
        super().__init__(escape(frames.labels.get(file.src_uri, page.title), quote=False), file, config)
        self.show(page, frames)
        if self.edit_url:
            self.edit_url += frames.line(page)

    def show(self, page: Page, frames: Frames) -> None:
        """Show ``page`` from now on, which has the same address and is edited in the same place."""
        self.shown = page
        self.meta = described(page)
        if updated := page.updated or frames.newest():
            self.update_date = updated

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs' own signature
        """Leave the Markdown empty: there is none."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs' own signature
        """Take the article as it is."""
        self.content = str(self.shown.html)
        self.toc = contents(self.shown)

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]  # looked for only if a link asks
        """The anchors of the article, once there is one."""
        return set(_ANCHOR.findall(self.content)) if self.content else None


def described(page: Page) -> dict[str, Any]:
    """Return a page's front matter; MkDocs' themes print it unescaped, so it is escaped here."""
    meta: dict[str, Any] = {"title": escape(page.title, quote=False)}
    if page.description:
        meta["description"] = escape(page.description)
    if page.layout == "wide":
        meta["hide"] = ["navigation", "toc"]
    return meta


def empty_bars(page: MkDocsPage, config: MkDocsConfig) -> list[str]:
    """Return which side bars would have nothing to show beside a page."""
    is_flat = all(link.level == 1 and not link.children for link in page.toc)
    has_tabs = "navigation.tabs" in config.theme.get("features", ())
    return [*(("navigation",) if has_tabs else ()), *(("toc",) if is_flat else ())]


def contents(page: Page) -> TableOfContents:
    """Return the table of contents, headed by the page's ``h1`` if that has an anchor."""
    first = _FIRST_HEADING.search(page.html)
    top = (Heading(1, first[1], page.title),) if first else ()
    return TableOfContents(_nested((*top, *page.headings)))


def _nested(headings: Iterable[Heading]) -> list[AnchorLink]:
    roots: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.text, quote=False), heading.anchor, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else roots).append(link)
        above.append(link)
    return roots


def newest(pages: Iterable[Page]) -> str:
    """Return the day of the newest fact on any page, or nothing if no page is dated."""
    return max((page.updated for page in pages), default="")


def page_files(pages: Iterable[Page], frames: Frames, config: MkDocsConfig) -> Iterator[File]:
    """Yield each page as a file of MkDocs that exists in memory only, with its page attached."""
    for page in pages:
        level = InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source_name(page.path), content=str(page.html), inclusion=level)
        file.edit_uri = frames.edit_uri(page)
        RecordPage(page, file, config, frames)
        yield file
