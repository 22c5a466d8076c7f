"""What the templates of record pages show, beside the views of lists."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.pages.views import LinkGroup, LinkView, TimeView


@dataclass(frozen=True, slots=True)
class FactView:
    """One line of the facts under a heading: links, then a time, then words; any of them may be empty.

    ``joint`` stands between the links.
    """

    name: str
    links: tuple[LinkView, ...] = ()
    time: TimeView | None = None
    words: str = ""
    joint: str = ", "


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A citation in one format: text of so many ``rows``, and the same as a ``file``."""

    name: str
    anchor: str
    text: str
    rows: int
    file: LinkView


@dataclass(frozen=True, slots=True)
class CitationView:
    """How a record is cited."""

    words: str
    formats: tuple[CitationFormat, ...]


@dataclass(frozen=True, slots=True)
class EmbedView:
    """How a record's card gets into another site: the code for a frame, and a link to the other ways."""

    code: str
    more: LinkView


@dataclass(frozen=True, slots=True)
class FrameView:
    """What stands above and below every record: kind, name, facts; note, backlinks, feeds, citation, card."""

    folder: str
    kicker: tuple[LinkView, ...]
    title: str
    lede: Markup
    facts: tuple[FactView, ...]
    note: Markup
    backlinks: tuple[LinkGroup, ...]
    formerly: tuple[str, ...]
    feeds: tuple[LinkView, ...]
    citation: CitationView
    embed: EmbedView | None


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A source that carries a statement: the words there, where in it, its copy, and through whom it came."""

    source: LinkView
    publisher: LinkView
    published: TimeView
    kind: str
    as_printed: str
    lang: str
    direction: str
    locator: str
    outside: LinkView | None
    archive: FactView | None
    chains: tuple[tuple[LinkView, ...], ...]


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture with what must be said of it."""

    href: str
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class TenureView:
    """A role or a tie: what it is, with whom, from when to when, and who says so."""

    words: str
    other: LinkView | None
    from_: TimeView | None
    to: TimeView | None
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TallyView:
    """How many statements have a status: ``3 of 12``."""

    key: str
    label: str
    words: str
