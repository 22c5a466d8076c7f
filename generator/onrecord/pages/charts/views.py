"""Small drawings, as templates show them: where each mark lies."""

from dataclasses import dataclass

from onrecord.pages.views import LinkView


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
