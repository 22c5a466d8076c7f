"""The grid of positions: claims down, actors across, in each cell the latest stance with its receipt."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from onrecord.dossier.positions import Position
from onrecord.pages.held import HeldView
from onrecord.pages.here import Here
from onrecord.pages.positions.claim_history import ClaimHistory, Sign
from onrecord.pages.positions.views import LegendItem
from onrecord.pages.views import LinkView
from onrecord.pages.words.titles import shortened
from onrecord.pages.words.wording import STANCES

_ACTORS = 16
_CLAIMS = 60
_NAME = 26
_OTHERS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """An actor's stance on a claim, linked to the statement that shows it."""

    actor: str
    key: str
    label: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A claim, its statuses, and for each actor of the grid the stances, of which one at most holds now.

    ``others`` are the stances of actors without a column, as far as there is room; ``more`` counts the rest.
    """

    claim: str
    link: LinkView
    signs: tuple[HeldView[Sign], ...]
    cells: tuple[tuple[HeldView[Cell], ...], ...]
    others: tuple[HeldView[Cell], ...]
    more: int


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """An actor with a name that is short enough to stand upright."""

    link: LinkView
    short: str


@dataclass(frozen=True, slots=True)
class GridView:
    """The grid; ``others`` tells whether some have no column, ``left_out`` what has no room in it."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[LegendItem, ...]
    others: bool
    left_out: str


def grid(here: Here, histories: Mapping[str, ClaimHistory]) -> GridView | None:
    """Return the grid of the first claims that anybody speaks to, and of the actors who speak to most."""
    spoken = {key: history for key, history in histories.items() if history.stands}
    if not spoken:
        return None
    rows = dict(tuple(spoken.items())[:_CLAIMS])
    actors = _main(rows)
    heads = tuple(ColumnHead(link, shortened(link.text, _NAME)) for link in here.records(actors))
    legend = tuple(LegendItem(key, label) for key, label in STANCES.items())
    shown = tuple(_row(here, key, history, actors) for key, history in rows.items())
    others = any(row.others for row in shown)
    return GridView(heads, shown, legend, others, _left_out(len(actors), others, len(spoken) - len(rows)))


def _main(rows: Mapping[str, ClaimHistory]) -> tuple[str, ...]:
    spoken = Counter(actor for history in rows.values() for actor in _speakers(history))
    return tuple(sorted(spoken, key=lambda actor: (-spoken[actor], actor))[:_ACTORS])


def _speakers(history: ClaimHistory) -> frozenset[str]:
    return frozenset(each.value.position.actor for each in history.stands)


def _left_out(actors: int, others: bool, claims: int) -> str:  # noqa: FBT001  # a fact among facts
    said = f"The {actors} actors who speak to most claims are shown." if others else ""
    return f"{said} {claims} more claims stand in the ledger.".strip() if claims else said


def _row(here: Here, claim_id: str, history: ClaimHistory, actors: tuple[str, ...]) -> GridRow:
    stances: dict[str, list[HeldView[Cell]]] = {actor: [] for actor in actors}
    for each in history.stands:
        position = each.value.position
        cell = HeldView(_cell(here, position), each.since, each.until)
        stances.setdefault(position.actor, []).append(cell)
    cells = tuple(map(tuple, stances.values()))
    others = cells[len(actors) :]
    more = sum(any(not each.until for each in held) for held in others[_OTHERS:])
    return GridRow(
        claim_id,
        here.record(claim_id),
        history.signs,
        cells[: len(actors)],
        tuple(chain.from_iterable(others[:_OTHERS])),
        more,
    )


def _cell(here: Here, position: Position) -> Cell:
    name = here.record(position.actor).text
    label = STANCES[position.stance]
    condition = f", if {position.condition}" if position.condition else ""
    title = f"{name}, {here.time(position.said).words}: {label}{condition}"
    return Cell(name, position.stance, label, here.record(position.statement).href, title)
