"""Records as they appear in lists on any page."""

from itertools import groupby

from onrecord.dossier.positions import latest
from onrecord.dossier.sides import capacity
from onrecord.pages.here import Here
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
from onrecord.pages.words.wording import STANCES, spaced, states_of
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
        sources=tuple(publisher_link(here, each.source) for each in statement.sources),
    )


def publisher_link(here: Here, source_id: str) -> LinkView:
    """Return a link to a source that shows its publisher's name."""
    source = here.dossier.sources.get(source_id)
    return here.record(source_id, here.record_or_words(source.publisher).text if source else "")


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
        STANCES[stance.stance],
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
        holders(here, claim),
    )


def holders(here: Here, claim: Claim) -> tuple[HoldersView, ...]:
    """Return who now takes which stance on a claim, in the order of the stances' vocabulary."""
    order = tuple(STANCES)
    found = sorted(latest(here.dossier, claim.id).values(), key=lambda p: (order.index(p.stance), p.actor))
    return tuple(
        HoldersView(
            stance,
            STANCES[stance],
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
        states_of(event.kind)[life.state],
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
        tuple(here.record_or_words(each) for each in source.derived_from),
    )
