"""The ledger of claims, and the grid of who stands where on what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from onrecord.dossier.positions import latest
from onrecord.pages.headings import headings
from onrecord.pages.held import HeldView
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
from onrecord.pages.positions.claim_history import claim_history
from onrecord.pages.positions.disputes import ChangeView, DisputeView, changes, disputes
from onrecord.pages.positions.grid import GridView, grid
from onrecord.pages.positions.ledger import STATUS_ORDER, LedgerGroup, ledger, said_marks
from onrecord.pages.positions.views import LegendItem
from onrecord.pages.sections.lists import pages_of, part
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import LinkView
from onrecord.pages.words.wording import counted

_PER_PAGE = 100
"""A claim comes with everybody who ever spoke to it: fewer fit on a page than of other records."""


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """A topic to filter by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The ledger by status, the grid on its first page, and who contradicts others or themselves.

    ``total`` are the claims on the page at hand, ``counted_as`` says so where there are others.
    """

    lede: str
    total: int
    counted_as: str
    topics: tuple[TopicChoice, ...]
    grid: GridView | None
    groups: tuple[LedgerGroup, ...]
    disputes: tuple[DisputeView, ...]
    changes: tuple[HeldView[ChangeView], ...]
    said_marks: tuple[LegendItem, ...]
    pages: tuple[LinkView, ...]
    here: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A page of the ledger: the claims on it, its number, the addresses of all pages of ``total`` claims.

    ``topics`` are those of all claims: the choice on one page of the ledger holds on the next one, too.
    """

    keys: tuple[str, ...]
    number: int
    paths: tuple[str, ...]
    total: int
    topics: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.paths[self.number - 1]


def claims_pages(site: Site, render: Render) -> Iterator[Planned]:
    """Plan the ledger, in as many pages as it needs; the grid stands on the first."""
    claims = site.dossier.claims
    ordered = sorted(claims, key=lambda key: (_rank(site, key), -len(latest(site.dossier, key)), key))
    paths = pages_of("claims", len(ordered), _PER_PAGE) if ordered else ()
    topics = tuple(sorted({topic for claim in claims.values() for topic in claim.topics}))
    for number, path in enumerate(paths, 1):
        plan = _Part(tuple(part(ordered, number, _PER_PAGE)), number, paths, len(ordered), topics)
        yield Planned(path, partial(_claims_page, site, render, plan), plan)


def _claims_page(site: Site, render: Render, plan: _Part) -> Page:
    view = _view(Here(site, plan.path), plan)
    html = render("pages/claims.html.jinja", view)
    words = "Claims" if plan.number == 1 else f"Claims, page {plan.number} of {len(plan.paths)}"
    return Page(plan.path, words, view.lede, html, headings(html), "claims/", layout="wide")


def _rank(site: Site, claim_id: str) -> int:
    return STATUS_ORDER.index(site.substances[claim_id].status)


def _view(here: Here, plan: _Part) -> ClaimsView:
    histories = {key: claim_history(here.dossier, key) for key in plan.keys}
    groups = ledger(here, histories)
    total, several = counted(plan.total, "claims").capitalize(), len(plan.paths) > 1
    return ClaimsView(
        lede=f"{total}, each with the answer to one question: is it so?",
        total=len(plan.keys),
        counted_as="claims on this page" if several else "claims",
        topics=_topics(here, plan.topics),
        grid=grid(here, histories) if plan.number == 1 else None,
        groups=groups,
        disputes=disputes(here, histories),
        changes=changes(here, histories.values()),
        said_marks=said_marks(stance for group in groups for card in group.cards for stance in card.stances),
        pages=tuple(here.page(each, str(n)) for n, each in enumerate(plan.paths, 1)) if several else (),
        here=plan.number,
    )


def _topics(here: Here, ids: Iterable[str]) -> tuple[TopicChoice, ...]:
    found = (TopicChoice(each, here.record(each).text) for each in ids)
    return tuple(sorted(found, key=lambda choice: (choice.label.casefold(), choice.value)))
