"""Records as they appear in lists on any page."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from onrecord.dossier.positions import latest
from onrecord.dossier.sides import capacity
from onrecord.pages.here import Here, reason
from onrecord.pages.views import (
    ClaimCard,
    EventCard,
    HoldersView,
    LinkView,
    QuoteView,
    SourceCard,
    StanceView,
    StatementCard,
)
from onrecord.pages.words.languages import direction, language_name
from onrecord.pages.words.markdown import inline
from onrecord.pages.words.wording import STANCES, TAKEN_BY, spaced, stance_on, states_of
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.lines import one_line
from onrecord.records.sources import Source
from onrecord.records.statements import Quote, Statement, TakenStance


def statement_card(here: Here, statement: Statement) -> StatementCard:
    """Return a statement as lists show it."""
    return StatementCard(
        link=here.record(statement.id),
        speaker=here.record(statement.speaker),
        capacity=capacity(here.dossier, statement),
        said=here.time(statement.said),
        occasion=statement.occasion or spaced(statement.setting),
        paraphrase=inline(statement.paraphrase),
        quote=quote_view(here, statement.quote) if statement.quote else None,
        attribution=here.attribution(statement.id),
        stances=tuple(stance_view(here, each) for each in statement.stances),
        sources=publisher_links(here, (each.source for each in statement.sources)),
    )


def publisher_link(here: Here, source_id: str) -> LinkView:
    """Return a link to a source that shows its publisher's name."""
    source = here.dossier.sources.get(source_id)
    return here.record(source_id, here.record_or_words(source.publisher).text if source else "")


def publisher_links(here: Here, ids: Iterable[str]) -> tuple[LinkView, ...]:
    """Return links to sources that show their publishers' names.

    Of a publisher that stands there twice they are told apart: by language, or by day if that is the same.
    """
    links = {each: publisher_link(here, each) for each in dict.fromkeys(ids)}
    if len({link.text for link in links.values()}) == len(links):
        return tuple(links.values())
    namesakes = Counter(link.text for link in links.values())
    editions = Counter((link.text, _language(here, each)) for each, link in links.items())
    return tuple(
        link
        if namesakes[link.text] == 1
        else _edition(here, each, link, alone=editions[link.text, _language(here, each)] == 1)
        for each, link in links.items()
    )


def _language(here: Here, source_id: str) -> str:
    source = here.dossier.sources.get(source_id)
    return language_name(source.lang) if source and source.lang else ""


def _edition(here: Here, source_id: str, link: LinkView, *, alone: bool) -> LinkView:
    language = _language(here, source_id)
    told = language if language and alone else here.time(here.dossier.sources[source_id].published).short
    return link._replace(text=f"{link.text} ({told})")


def quote_view(here: Here, quote: Quote) -> QuoteView:
    """Return quoted words with their language and translation."""
    translation = quote.translation
    view = QuoteView(quote.text, quote.lang, language_name(quote.lang), direction(quote.lang))
    if translation is None:
        return view
    return QuoteView(
        view.text,
        view.lang,
        view.lang_name,
        view.direction,
        translation.text,
        translation.lang,
        direction(translation.lang),
        here.record_or_words(translation.by) if translation.by else None,
    )


def stance_view(here: Here, stance: TakenStance) -> StanceView:
    """Return what a statement says of a claim."""
    return StanceView(
        stance.stance,
        stance_on(stance.stance),
        here.record(stance.claim),
        stance.condition,
        inline(stance.note),
    )


def claim_card(here: Here, claim: Claim) -> ClaimCard:
    """Return a claim as lists show it."""
    return ClaimCard(
        LinkView(here.record(claim.id).href, one_line(claim.text), "claims"),
        claim.kind,
        here.substance(claim.id),
        reason(here.dossier, here.site.substances[claim.id]),
        holders(here, claim),
    )


def holders(here: Here, claim: Claim) -> tuple[HoldersView, ...]:
    """Return who now takes which stance on a claim, in the order of the stances' vocabulary."""
    order = tuple(STANCES)
    found = sorted(latest(here.dossier, claim.id).values(), key=lambda p: (order.index(p.stance), p.actor))
    return tuple(
        HoldersView(
            stance,
            TAKEN_BY[stance],
            tuple(here.record(each.statement, here.record(each.actor).text) for each in positions),
        )
        for stance, positions in groupby(found, key=lambda p: p.stance)
    )


def event_card(here: Here, event: Event) -> EventCard:
    """Return an event as lists show it."""
    life = here.site.lives[event.id]
    return EventCard(
        here.record(event.id),
        spaced(event.kind),
        here.time(event.when),
        here.record(event.place) if event.place else None,
        life.state,
        "" if life.state == "held" else states_of(event.kind)[life.state],
        inline(event.summary),
    )


def source_card(here: Here, source: Source) -> SourceCard:
    """Return a source as lists show it."""
    return SourceCard(
        here.record(source.id),
        here.record_or_words(source.publisher),
        here.time(source.published),
        spaced(source.kind),
        LinkView(source.url, "Open the source", "outside", source.lang) if source.url else None,
        here.shorts(source.derived_from),
    )
