"""A page for every record."""

from collections.abc import Callable, Mapping
from typing import Any

from onrecord.exports.embedded import embedded
from onrecord.exports.feeds import feed_of
from onrecord.pages.addresses import record_path
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.records.actor_page import actor_view
from onrecord.pages.records.analysis_pages import correction_view, judgment_view, question_view
from onrecord.pages.records.background_pages import place_view, topic_view
from onrecord.pages.records.claim_page import claim_view
from onrecord.pages.records.event_page import event_view
from onrecord.pages.records.findings import finding
from onrecord.pages.records.poster_words import poster
from onrecord.pages.records.source_page import source_view
from onrecord.pages.records.statement_page import statement_view
from onrecord.pages.records.updated import updated
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.words.titles import shortened, told
from onrecord.pages.words.wording import KINDS
from onrecord.records.record import Record

VIEWS: Mapping[str, tuple[str, Callable[[Here, Any], object]]] = {
    "actors": ("pages/actor.html.jinja", actor_view),
    "claims": ("pages/claim.html.jinja", claim_view),
    "corrections": ("pages/correction.html.jinja", correction_view),
    "events": ("pages/event.html.jinja", event_view),
    "judgments": ("pages/judgment.html.jinja", judgment_view),
    "places": ("pages/place.html.jinja", place_view),
    "questions": ("pages/question.html.jinja", question_view),
    "sources": ("pages/source.html.jinja", source_view),
    "statements": ("pages/statement.html.jinja", statement_view),
    "topics": ("pages/topic.html.jinja", topic_view),
}
"""Folder to the template of its records' pages and the function that makes the view."""

_DESCRIPTION = 160
_TELLING = ("summary", "why_it_matters", "paraphrase", "now", "text", "title", "name")


def record_page(site: Site, render: Render, record: Record) -> Page:
    """Make the page of one record."""
    folder = site.dossier.folders[record.id]
    path = record_path(folder, record.id)
    template, view = VIEWS[folder]
    html = str(render(template, view(Here(site, path), record)))
    found = finding(site.dossier, record)
    return Page(
        path=path,
        title=site.title(record),
        description=_description(site, record),
        html=html,
        headings=headings(html),
        section=f"{folder}/",
        source=record.location,
        updated=updated(site.statuses, record),
        finding=found,
        poster=poster(site, record, found),
        meta=embedded(site.citations[record.id].work),
        feed=feed_of(folder, record.id),
    )


def _description(site: Site, record: Record) -> str:
    kind = KINDS[site.dossier.folders[record.id]][0].capitalize()
    return shortened(f"{kind}: {told(record, _TELLING) or site.title(record)}", _DESCRIPTION)
