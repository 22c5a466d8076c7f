"""What every record's page has in common: kicker, facts, note, backlinks, citation."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from onrecord.exports.feeds import feed_of
from onrecord.pages.days import day_view
from onrecord.pages.embedding import EMBED, record_frame
from onrecord.pages.follow import follow
from onrecord.pages.here import Here
from onrecord.pages.records.backlinks import backlinks
from onrecord.pages.records.citations import citation_view
from onrecord.pages.records.views import EmbedView, FactView, FrameView
from onrecord.pages.views import LinkView
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.wording import KINDS
from onrecord.records.record import Record

_OF_SOURCES = "In our sources since"
_MADE_KNOWN = {
    "claims": _OF_SOURCES,
    "events": _OF_SOURCES,
    "questions": _OF_SOURCES,
    "sources": "Known since",
    "statements": _OF_SOURCES,
}
"""Kinds of records that become known on a day, and how that is told; people, places and topics do not.

What happened may have been known to others before the first source that we have of it.
"""


@dataclass(frozen=True, slots=True)
class Top:
    """What a kind of record puts into its frame.

    ``shown`` are pairs of folder and field whose backlinks have a part of the page to themselves.
    """

    lede: Markup = field(default_factory=Markup)
    facts: tuple[FactView, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    title: str = ""


def frame(here: Here, record: Record, top: Top) -> FrameView:
    """Return the frame of a record's page."""
    folder = here.dossier.folders[record.id]
    return FrameView(
        folder=folder,
        kicker=_kicker(here, record, folder),
        title=top.title or here.site.title(record),
        lede=top.lede,
        facts=(*filled(top.facts), *_known(here, record)),
        note=paragraphs(record.note),
        backlinks=backlinks(here, record.id, top.shown),
        formerly=record.formerly,
        feeds=follow(here, feed_of(folder, record.id)),
        citation=citation_view(here, record.id),
        embed=_embed(here, record),
    )


def _embed(here: Here, record: Record) -> EmbedView | None:
    found = record_frame(here.site, record)
    return EmbedView(found.code, here.page(EMBED, "other ways")) if found else None


def filled(facts: Iterable[FactView]) -> tuple[FactView, ...]:
    """Return the facts that say something."""
    return tuple(fact for fact in facts if fact.links or fact.time or fact.words)


def _kicker(here: Here, record: Record, folder: str) -> tuple[LinkView, ...]:
    kind = KINDS[folder][0]
    topics: tuple[str, ...] = getattr(record, "topics", ())
    return (here.page(f"{folder}/", kind[0].upper() + kind[1:]), *here.records(topics))


def _known(here: Here, record: Record) -> tuple[FactView, ...]:
    day, name = here.site.known[record.id], _MADE_KNOWN.get(here.dossier.folders[record.id])
    return (FactView(name, time=day_view(day)),) if day and name else ()
