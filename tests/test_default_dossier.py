"""The dossier that ships with the project: whole, free of problems, and true to the article it began with."""

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.sides import roles_on
from onrecord.loading import load
from onrecord.pages.page import Page
from onrecord.pipeline import build
from onrecord.records.kinds import FOLDERS

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
ARTICLE = "rbc-ukraine-en-2025-11-13"
FACTS: tuple[Mapping[str, Any], ...] = tuple(
    yaml.safe_load((ROOT / "tests" / "default_dossier_facts.yml").read_text(encoding="utf-8"))
)
RECORDED = {
    "actors": 81,
    "events": 46,
    "statements": 140,
    "claims": 28,
    "sources": 205,
    "places": 13,
    "topics": 12,
    "questions": 15,
    "judgments": 5,
    "corrections": 0,
}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The default dossier, read and linked."""
    loaded = load(CONTENT)
    assert loaded.problems == ()
    assert loaded.dossier is not None
    return loaded.dossier


@pytest.fixture(scope="module")
def site() -> Mapping[str, Page]:
    """The pages of the default dossier by their paths."""
    return {page.path: page for page in build(CONTENT, (ROOT / "site_templates",)).pages}


def _text(page: Page) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.html)).replace("’", "'").split())


def test_it_has_every_record_that_was_researched(dossier: Dossier) -> None:
    assert {folder: len(dossier.of_kind(folder)) for folder in FOLDERS} == RECORDED


def test_every_record_has_a_page(dossier: Dossier, site: Mapping[str, Page]) -> None:
    wanted = {f"{folder}/{name}/" for folder in FOLDERS for name in dossier.of_kind(folder)}
    assert wanted <= site.keys()


def test_the_article_has_twenty_one_facts() -> None:
    assert len(FACTS) == 21


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["fact"]))
def test_a_fact_stands_with_its_attribution_and_hedge(
    fact: Mapping[str, Any], site: Mapping[str, Page]
) -> None:
    text = _text(site[f"statements/{fact['statements'][0]}/"])
    assert fact["words"] in text
    assert fact["attribution"] in text
    assert fact["hedge"] in text


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["fact"]))
def test_a_fact_is_reached_from_the_page_of_the_article(
    fact: Mapping[str, Any], dossier: Dossier, site: Mapping[str, Page]
) -> None:
    statement = dossier.statements[fact["statements"][0]]
    assert ARTICLE in {citation.source for citation in statement.sources}
    assert f'href="../../statements/{statement.id}/"' in site[f"sources/{ARTICLE}/"].html


def test_every_statement_event_and_claim_has_a_topic(dossier: Dossier) -> None:
    bare = [
        *(record.id for record in dossier.statements.values() if not record.topics),
        *(record.id for record in dossier.events.values() if not record.topics),
        *(record.id for record in dossier.claims.values() if not record.topics),
    ]
    assert bare == []


def test_unnamed_speakers_are_entered_as_such(dossier: Dossier) -> None:
    unnamed = {name for name, actor in dossier.actors.items() if "(unnamed)" in actor.name}
    assert unnamed == {name for name, actor in dossier.actors.items() if actor.kind == "anonymous"}
    assert len(unnamed) == 5


def test_events_can_be_told_apart_by_their_titles(dossier: Dossier) -> None:
    titles = [event.title for event in dossier.events.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("edition", "known"), [("2025-10-24", False), ("2025-11-14", False), ("2025-12-05", True)]
)
def test_no_edition_speaks_of_a_licence_before_it_was_reported(
    edition: str, known: bool, site: Mapping[str, Page]
) -> None:
    assert ("MOL" in _text(site[f"editions/{edition}/"])) is known


def test_the_ministers_meeting_has_the_week_that_was_announced(site: Mapping[str, Page]) -> None:
    assert "In-person Lavrov-Rubio meeting : announced, 20–26 October 2025" in _text(
        site["editions/2025-10-17/"]
    )


def test_nobody_holds_an_office_of_the_government_that_has_gone(dossier: Dossier) -> None:
    now = dossier.about.as_of.last_day
    holders = {
        actor.id
        for actor in dossier.actors.values()
        for role in roles_on(actor, now)
        if role.organisation == "hungarian-government"
    }
    assert holders == {"peter-magyar"}
