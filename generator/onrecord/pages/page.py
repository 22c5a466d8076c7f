"""A page as a value; it knows no engine."""

from dataclasses import dataclass
from typing import Literal

from onrecord.problems import Location


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a table of contents lists: its level (2 to 4), its anchor, its words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a search shows of a page, and by what it finds the page.

    ``kind`` is the name of the group that results are shown in, ``who`` a speaker or a publisher.
    ``when`` is in words, ``day`` the same as an ISO day, or empty.
    ``names`` count for more than ``words``; neither holds markup.
    ``facets`` are pairs such as ``("topic", "The summit plan")``.
    """

    kind: str
    title: str
    who: str = ""
    when: str = ""
    day: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Poster:
    """What the picture says that a link to the page is shown with.

    ``kicker`` stands above the title, ``told`` below it if there is room.
    ``status`` is in words, ``beside`` what it needs to be understood, ``mark`` the status whose shape it has.
    """

    kicker: str
    title: str
    told: str = ""
    status: str = ""
    beside: str = ""
    mark: str = ""

    @property
    def alt(self) -> str:
        """What it says, for those who do not see it."""
        return ". ".join(each.rstrip(".") for each in (self.kicker, self.title, self.status) if each)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    ``path`` is the address below the site's root, without a leading slash: ``""`` for the brief,
    ``"actors/sergey-lavrov/"`` for a record.
    ``html`` is the whole article, ``h1`` included, with links relative to the page's own address.
    ``section`` is the path of the section page that the page belongs to, such as ``"actors/"``.
    ``source`` is the record's place in ``content/``, if the page shows one record.
    ``layout`` is ``wide`` for pages that need no table of contents beside them.
    ``updated`` is the ISO day of the newest fact on the page, or empty.
    ``poster`` is what its picture says; without one, its title and description.
    ``finding`` is what a search knows of the page, beyond its title, description and headings.
    ``jsonld`` is what the page says of its record to programs, ready for a ``<script>`` of data, or empty.
    ``meta`` are names and contents of ``<meta>`` elements for the head.
    ``feed`` is the address of the page's feed below the site's root, without an ending, or empty.
    """

    path: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    section: str = ""
    source: Location | None = None
    updated: str = ""
    layout: Literal["article", "wide"] = "article"
    finding: Finding | None = None
    poster: Poster | None = None
    jsonld: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: a stylesheet, a script, a download."""

    path: str
    content: bytes
