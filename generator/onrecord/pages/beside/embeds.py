"""Cards for other sites: small documents of their own that need neither the theme nor a script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.timeline import Entry, entries, entries_about
from onrecord.pages.addresses import output_name, record_path
from onrecord.pages.cards import claim_card, statement_card
from onrecord.pages.embedding import EMBED, WITH_TIMELINE, card_path, timeline_title
from onrecord.pages.here import Here
from onrecord.pages.page import Asset
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.timeline.entries import DayView, months
from onrecord.pages.views import ClaimCard, LinkView, StanceView, StatementCard, StatusView
from onrecord.pages.words.titles import title

_ENTRIES = 20


@dataclass(frozen=True, slots=True)
class AnsweredView:
    """What a statement says of a claim, and whether the claim is so: nobody takes one for the other."""

    stance: StanceView
    substance: StatusView


@dataclass(frozen=True, slots=True)
class CardView:
    """A card: a statement with its claims, a claim, or the days of a timeline, which may have none.

    ``page`` is what the card was taken from.
    """

    language: str
    title: str
    styles: str
    canonical: str
    page: LinkView
    dossier: LinkView
    as_of: str
    statement: StatementCard | None = None
    answered: tuple[AnsweredView, ...] = ()
    claim: ClaimCard | None = None
    days: tuple[DayView, ...] = ()


def with_card(dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of records that have a card: statements, claims, and those with a timeline."""
    return tuple(chain.from_iterable(map(dossier.of_kind, ("statements", "claims", *WITH_TIMELINE))))


def cards_of(site: Site, render: Render, ids: Iterable[str]) -> Iterator[Asset]:
    """Make the cards of some records that have one."""
    for each in ids:
        folder = site.dossier.folders[each]
        view = _VIEWS.get(folder, timeline_embed)(site, each)
        yield _asset(site, render, card_path(folder, each), view)


def card_of_timeline(site: Site, render: Render) -> Asset:
    """Make the card of the whole timeline."""
    return _asset(site, render, f"{EMBED}timeline/", timeline_embed(site))


def _asset(site: Site, render: Render, path: str, view: CardView) -> Asset:
    name = output_name(path, directory_urls=site.addresses.directory_urls)
    return Asset(name, f"{render('embed/card.html.jinja', view)}\n".encode())


def statement_embed(site: Site, statement_id: str) -> CardView:
    """Return the card of a statement."""
    here = Here(site, card_path("statements", statement_id))
    statement = site.dossier.statements[statement_id]
    shown = statement_card(here, statement)
    answered = (
        AnsweredView(each, here.substance(taken.claim))
        for each, taken in zip(shown.stances, statement.stances, strict=True)
        if taken.claim in site.substances
    )
    card = _card(here, record_path("statements", statement_id), site.title(statement))
    return replace(card, statement=shown, answered=tuple(answered))


def claim_embed(site: Site, claim_id: str) -> CardView:
    """Return the card of a claim."""
    here = Here(site, card_path("claims", claim_id))
    shown = claim_card(here, site.dossier.claims[claim_id])
    return replace(_card(here, record_path("claims", claim_id), shown.link.text), claim=shown)


def timeline_embed(site: Site, record_id: str = "") -> CardView:
    """Return the card of the newest entries about a record, or of all entries."""
    dossier = site.dossier
    record = dossier.find(record_id)
    here = Here(site, f"{EMBED}timeline/{record_id}/" if record else f"{EMBED}timeline/")
    found: tuple[Entry, ...] = entries_about(dossier, record_id) if record else entries(dossier)
    path = record_path(dossier.folders[record_id], record_id) if record else "timeline/"
    name = title(dossier, record) if record else dossier.about.title
    days = tuple(day for month in months(here, found[-_ENTRIES:]) for day in month.days)
    return replace(_card(here, path, timeline_title(name)), days=days)


_VIEWS = {"statements": statement_embed, "claims": claim_embed}
"""What makes the card of a record; of one that is missing here, it is that of its timeline."""


def _card(here: Here, path: str, name: str) -> CardView:
    addresses, about = here.site.addresses, here.dossier.about
    page = here.page(path, name)
    return CardView(
        language=about.language,
        title=name,
        styles=addresses.link(here.path, "assets/embed/card.css"),
        canonical=addresses.absolute(path) or page.href,
        page=page,
        dossier=here.page("", about.title),
        as_of=here.time(about.as_of).words,
    )
