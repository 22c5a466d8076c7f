"""A small project whose pages are given, so that the hosts are tested apart from what they host."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from onrecord.hosts.mkdocs_made import InMemory
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Asset, Heading, Page
from onrecord.pipeline import Opened, Part
from onrecord.problems import Location, Problem, has_errors
from onrecord.source.document import Document

MKDOCS_YML = """\
site_name: Who said what
site_url: https://example.org/some/repository/
docs_dir: content
plugins: [search, onrecord]
theme:
  name: material
  features: [navigation.tabs]
"""

ADA = "# who\nname: Ada\nkind: person\n"


def small_pages(addresses: Addresses) -> tuple[Page, ...]:
    """Return a brief, a section and a record that link to each other."""
    link = addresses.link
    return (
        Page(
            "",
            'The "brief" & more',
            'Who said "yes", and who <no>',
            '<article><h1 id="brief">The brief</h1>'
            f'<a href="{link("", "actors/ada/", "words")}">Ada</a></article>',
            layout="wide",
            updated="2025-11-21",
        ),
        Page(
            "actors/",
            "All the actors",
            "Everybody",
            f'<article><h1>Actors</h1><a href="{link("actors/", "actors/ada/")}">Ada</a></article>',
            section="actors/",
        ),
        Page(
            "actors/ada/",
            "Ada <3",
            "",
            '<article><h1 id="ada">Ada &lt;3</h1>\n\n<h2 id="words">Her words</h2><p>gooseberry</p>'
            '<h3 id="late">Now</h3><h2 id="life">Life</h2><pre>a\n\n\tb</pre>'
            f'<a href="{link("actors/ada/", "")}">up</a>'
            f'<a href="{link("actors/ada/", "data/all.json")}">all</a></article>',
            headings=(
                Heading(2, "words", "Her words"),
                Heading(3, "late", "Late"),
                Heading(2, "life", "A & B"),
            ),
            section="actors/",
            source=Location("actors/ada.yml", ("name",)),
            updated="2025-10-20",
        ),
    )


ASSETS = (
    Asset("assets/onrecord.css", b"article { color: black }"),
    Asset("assets/records.css", b"article { color: navy }"),
    Asset("assets/onrecord.js", b"export {};"),
    Asset("data/all.json", b"{}"),
)


@dataclass
class Project:
    """A folder with ``mkdocs.yml`` and ``content/``; ``problems`` are what the next build finds."""

    root: Path
    pages: Callable[[Addresses], tuple[Page, ...]] = small_pages
    problems: tuple[Problem, ...] = ()
    documents: tuple[Document, ...] = field(
        default=(Document("actors/ada.yml", ADA, {"name": "Ada", "kind": "person"}),)
    )

    def write(self, name: str, text: str) -> None:
        """Write a file of the project."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def opened(self, content: Path, addresses: Addresses, *others: object) -> Opened:  # noqa: ARG002
        """Stand in for the first half of the pipeline."""
        site: Any = None if has_errors(self.problems) else addresses
        return Opened(site, self.documents, self.problems)

    def made(self, addresses: Addresses, *_: object, **__: object) -> InMemory:
        """Stand in for the second half."""
        return InMemory(Part(self.pages(addresses), ASSETS), self.documents)

    def build(self, *, use_directory_urls: bool = True) -> Path:
        """Build the site strictly, and return its folder."""
        site = self.root / "site"
        settings: dict[str, Any] = {
            "strict": True,
            "site_dir": str(site),
            "use_directory_urls": use_directory_urls,
        }
        build_site(load_config(str(self.root / "mkdocs.yml"), **settings))
        return site
