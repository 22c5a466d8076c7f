"""What the templates of record pages show, beside the views of lists."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from onrecord.pages.views import LinkView, QuoteView, StatusView, TimeView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FactView:
    """One line of the facts under a heading: links, then a time, then words; any of them may be empty."""

    name: str
    links: tuple[LinkView, ...] = ()
    time: TimeView | None = None
    words: str = ""
    sources: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a name of their own; ``rest`` tells how many were left out."""

    name: str
    links: tuple[LinkView, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class ShortList(Generic[T]):
    """The first items of a list; ``rest`` leads to the page that has them all."""

    items: tuple[T, ...]
    rest: LinkView | None = None


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
class FrameView:
    """What stands above and below every record: kind, name, facts; note, backlinks, feeds, citation.

    ``words`` tell apart records of one title.
    """

    folder: str
    kicker: tuple[LinkView, ...]
    title: str
    words: str
    lede: Markup
    facts: tuple[FactView, ...]
    note: Markup
    backlinks: tuple[LinkGroup, ...]
    formerly: tuple[str, ...]
    feeds: tuple[LinkView, ...]
    citation: CitationView


@dataclass(frozen=True, slots=True)
class MomentView:
    """A stance taken at one time, with the statement that shows it.

    ``changed`` marks a stance unlike the one before, ``again`` the same one in the same words.
    """

    time: TimeView
    key: str
    label: str
    statement: LinkView
    condition: str = ""
    changed: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class PositionView:
    """Where one actor stands on one claim: the last word, the words and receipt for it, the path to it.

    ``subject`` is the claim on an actor's page, the actor on a claim's page.
    ``note`` is what the editors add to the stance.
    """

    subject: LinkView
    substance: StatusView | None
    now: MomentView
    words: Markup
    note: Markup
    quote: QuoteView | None
    sources: tuple[LinkView, ...]
    path: tuple[MomentView, ...]


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
class SpanView:
    """A bar of a drawing; an open end has no known limit."""

    x: float
    width: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class PointView:
    """A mark of a drawing; ``struck`` marks a date that was planned and given up."""

    x: float
    key: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class TrackView:
    """A line of a drawing: its words, the height of its rail, what lies on it."""

    label: str
    label_y: int
    y: int
    spans: tuple[SpanView, ...] = ()
    points: tuple[PointView, ...] = ()
    reach: SpanView | None = None


@dataclass(frozen=True, slots=True)
class TickView:
    """A date under a drawing."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class TracksView:
    """A drawing of tracks on one scale of time; ``title`` says what it shows.

    ``thread`` joins points from track to track, as the value of SVG's ``points``.
    """

    title: str
    width: int
    height: int
    left: int
    right: int
    tracks: tuple[TrackView, ...]
    ticks: tuple[TickView, ...]
    thread: str = ""


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
class NodeView:
    """A neighbour in a small graph: its place, and the words of the tie that lead to it."""

    y: int
    link: LinkView
    ties: str


@dataclass(frozen=True, slots=True)
class GraphView:
    """An actor in the middle of the left side, and the actors tied to it on the right."""

    title: str
    width: int
    height: int
    y: int
    name: str
    nodes: tuple[NodeView, ...]


@dataclass(frozen=True, slots=True)
class TallyView:
    """How many statements have a status: ``3 of 12``."""

    key: str
    label: str
    words: str
