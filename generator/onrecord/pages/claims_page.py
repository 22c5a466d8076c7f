"""The ledger of claims, and the grid of who stands where on what."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.dossier.positions import Position, contradictions, latest
from onrecord.pages.cards import claim_card
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.lists import GroupView, pages_of, part
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import ClaimCard, LinkView
from onrecord.pages.wording import STANCES, SUBSTANCES, counted

_GRID_ACTORS = 16
_GRID_CLAIMS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """An actor's latest stance on a claim, linked to the statement that shows it; empty if there is none."""

    actor: str
    key: str
    label: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A claim and a cell for each actor of the grid."""

    claim: LinkView
    status_key: str
    status: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A mark and what it means."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The ledger by status, the grid, its legend, and the pairs that contradict each other."""

    lede: str
    groups: tuple[GroupView[ClaimCard], ...]
    actors: tuple[LinkView, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[LegendItem, ...]
    left_out: str
    pairs: tuple["PairView", ...]
    pages: tuple[LinkView, ...]
    here: int


@dataclass(frozen=True, slots=True)
class PairView:
    """One actor asserts a claim that another denies."""

    claim: LinkView
    asserts: LinkView
    denies: LinkView


def claims_pages(site: Site, render: Render) -> tuple[Page, ...]:
    """Make the ledger, in as many pages as it needs; the grid stands on the first."""
    claims = sorted(site.dossier.claims)
    if not claims:
        return ()
    ordered = sorted(claims, key=lambda key: (_rank(site, key), -len(latest(site.dossier, key)), key))
    paths = pages_of("claims", len(ordered))
    made = []
    for number, path in enumerate(paths, 1):
        here = Here(site, path)
        numbers = tuple(here.page(each, str(n)) for n, each in enumerate(paths, 1)) if len(paths) > 1 else ()
        view = _ledger(here, tuple(part(ordered, number)), len(ordered), numbers, number)
        html = render("pages/claims.html.jinja", view)
        words = "Claims" if number == 1 else f"Claims, page {number} of {len(paths)}"
        made.append(Page(path, words, view.lede, html, headings(html), "claims/", layout="wide"))
    return tuple(made)


_STATUS_ORDER = (
    "contested",
    "conditional",
    "one-sided",
    "open",
    "agreed",
    "confirmed",
    "refuted",
    "resolved",
)


def _rank(site: Site, claim_id: str) -> int:
    return _STATUS_ORDER.index(site.substances[claim_id].status)


def _ledger(
    here: Here, keys: tuple[str, ...], total: int, numbers: tuple[LinkView, ...], number: int
) -> LedgerView:
    positions = {key: latest(here.dossier, key) for key in keys}
    shown = {key: found for key, found in positions.items() if found} if number == 1 else {}
    rows = dict(tuple(shown.items())[:_GRID_CLAIMS])
    actors = _main(rows)
    return LedgerView(
        f"{counted(total, 'claims').capitalize()}, each with the answer to one question: is it so?",
        _by_status(here, keys),
        here.records(actors),
        tuple(_grid_row(here, key, found, actors) for key, found in rows.items()),
        tuple(LegendItem(key, label) for key, label in STANCES.items()),
        _left_out(rows, actors),
        tuple(pair for key in keys for pair in _pairs(here, key)),
        numbers,
        number,
    )


def _by_status(here: Here, keys: tuple[str, ...]) -> tuple[GroupView[ClaimCard], ...]:
    found: dict[str, list[ClaimCard]] = {}
    for key in keys:
        found.setdefault(here.site.substances[key].status, []).append(
            claim_card(here, here.dossier.claims[key])
        )
    return tuple(
        GroupView(status, f"{SUBSTANCES[status]} ({len(cards)})", tuple(cards))
        for status, cards in found.items()
    )


def _main(rows: Mapping[str, Mapping[str, Position]]) -> tuple[str, ...]:
    spoken = Counter(actor for found in rows.values() for actor in found)
    return tuple(sorted(spoken, key=lambda actor: (-spoken[actor], actor))[:_GRID_ACTORS])


def _left_out(rows: Mapping[str, Mapping[str, Position]], actors: tuple[str, ...]) -> str:
    others = {actor for found in rows.values() for actor in found} - set(actors)
    if not others:
        return ""
    shown = f"The grid shows the {len(actors)} actors who speak to most claims"
    return f"{shown}; {len(others)} more stand in the ledger."


def _grid_row(here: Here, claim_id: str, found: Mapping[str, Position], actors: tuple[str, ...]) -> GridRow:
    status = here.substance(claim_id)
    cells = tuple(_cell(here, actor, found.get(actor)) for actor in actors)
    return GridRow(here.record(claim_id), status.key, status.label, cells)


def _cell(here: Here, actor: str, position: Position | None) -> Cell:
    name = here.record(actor).text
    if position is None:
        return Cell(name, "", "", "", "")
    label = STANCES[position.stance]
    condition = f", if {position.condition}" if position.condition else ""
    title = f"{name}, {here.time(position.said).words}: {label}{condition}"
    return Cell(name, position.stance, label, here.record(position.statement).href, title)


def _pairs(here: Here, claim_id: str) -> tuple[PairView, ...]:
    return tuple(
        PairView(here.record(claim_id), _who(here, each.asserts), _who(here, each.denies))
        for each in contradictions(here.dossier, claim_id)[:6]
    )


def _who(here: Here, position: Position) -> LinkView:
    return here.record(
        position.statement, f"{here.record(position.actor).text}, {here.time(position.said).short}"
    )
