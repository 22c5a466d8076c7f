"""The ledger of claims, and the grid of who stands where on what."""

from dataclasses import dataclass

from onrecord.dossier.positions import latest
from onrecord.pages.headings import headings
from onrecord.pages.held import HeldView
from onrecord.pages.here import Here
from onrecord.pages.page import Page
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


def claims_pages(site: Site, render: Render) -> tuple[Page, ...]:
    """Make the ledger, in as many pages as it needs; the grid stands on the first."""
    claims = sorted(site.dossier.claims)
    if not claims:
        return ()
    ordered = sorted(claims, key=lambda key: (_rank(site, key), -len(latest(site.dossier, key)), key))
    paths = pages_of("claims", len(ordered), _PER_PAGE)
    made = []
    for number, path in enumerate(paths, 1):
        view = _view(Here(site, path), tuple(part(ordered, number, _PER_PAGE)), paths, number)
        html = render("pages/claims.html.jinja", view)
        words = "Claims" if number == 1 else f"Claims, page {number} of {len(paths)}"
        made.append(Page(path, words, view.lede, html, headings(html), "claims/", layout="wide"))
    return tuple(made)


def _rank(site: Site, claim_id: str) -> int:
    return STATUS_ORDER.index(site.substances[claim_id].status)


def _view(here: Here, keys: tuple[str, ...], paths: tuple[str, ...], number: int) -> ClaimsView:
    histories = {key: claim_history(here.dossier, key) for key in keys}
    groups = ledger(here, histories)
    total = counted(len(here.dossier.claims), "claims").capitalize()
    return ClaimsView(
        lede=f"{total}, each with the answer to one question: is it so?",
        total=len(keys),
        counted_as="claims on this page" if len(paths) > 1 else "claims",
        topics=_topics(here),
        grid=grid(here, histories) if number == 1 else None,
        groups=groups,
        disputes=disputes(here, histories),
        changes=changes(here, histories.values()),
        said_marks=said_marks(stance for group in groups for card in group.cards for stance in card.stances),
        pages=tuple(here.page(each, str(n)) for n, each in enumerate(paths, 1)) if len(paths) > 1 else (),
        here=number,
    )


def _topics(here: Here) -> tuple[TopicChoice, ...]:
    """Return the topics of all claims: the choice on one page of the ledger holds on the next one, too."""
    ids = {topic for claim in here.dossier.claims.values() for topic in claim.topics}
    found = (TopicChoice(each, here.record(each).text) for each in ids)
    return tuple(sorted(found, key=lambda choice: (choice.label.casefold(), choice.value)))
