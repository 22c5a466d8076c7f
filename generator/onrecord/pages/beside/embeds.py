"""Cards for other sites: small documents of their own that need neither the theme nor a script."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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


def embeds(site: Site, render: Render) -> Iterator[Asset]:
    """Make a card for every statement and claim, and for the timeline: the whole one, and some records'."""
    for path, view in _cards(site):
        name = output_name(path, directory_urls=site.addresses.directory_urls)
        yield Asset(name, f"{render('embed/card.html.jinja', view)}\n".encode())


def _cards(site: Site) -> Iterator[tuple[str, CardView]]:
    dossier = site.dossier
    for each in dossier.statements:
        yield card_path("statements", each), statement_embed(site, each)
    for each in dossier.claims:
        yield card_path("claims", each), claim_embed(site, each)
    yield f"{EMBED}timeline/", timeline_embed(site)
    for folder in WITH_TIMELINE:
        for each in dossier.of_kind(folder):
            yield card_path(folder, each), timeline_embed(site, each)


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
