from onrecord.problems import Location
from onrecord.records.about import About
from onrecord.records.actors import Actor, Relation, Role
from onrecord.records.ids import (
    ActorId,
    ActorIdOrWords,
    ClaimId,
    RecordId,
    SourceId,
    SourceIdOrWords,
    StatementId,
    TopicId,
)
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Markdown
from onrecord.records.references import Reference, markdown_fields, references
from onrecord.records.sources import Source
from onrecord.records.statements import Citation, Quote, Statement, TakenStance, Translation
from onrecord.records.when import Precision, When

DAY = When("2025-11-13", None, None, Precision.DAY)
HERE = Location("x/y.yml")
ACTORS, SOURCES = frozenset({"actors"}), frozenset({"sources"})


def statement() -> Statement:
    return Statement(
        id=RecordId("lavrov-ready"),
        formerly=("lavrov-13",),
        speaker=ActorId("lavrov"),
        said=DAY,
        paraphrase=Markdown("Russia is *ready*."),
        quote=Quote(
            text="готовы",
            lang="ru",
            translation=Translation(text="ready", lang="en", by=ActorIdOrWords("our translation")),
        ),
        on_behalf_of=ActorId("russia"),
        to=(ActorIdOrWords("reporters in Moscow"), ActorIdOrWords("rubio")),
        stances=(TakenStance(claim=ClaimId("summit-on"), stance="asserts", note=Markdown("plainly")),),
        about=(RecordId("budapest-summit"),),
        denies_saying=(StatementId("leak"),),
        topics=(TopicId("diplomacy"),),
        sources=(Citation(source=SourceId("tass")), Citation(source=SourceId("mid"))),
        location=HERE,
    )


def test_every_reference_of_a_statement_is_found_at_the_keys_of_yaml() -> None:
    assert references(statement()) == (
        Reference(("speaker",), "lavrov", ACTORS),
        Reference(("for",), "russia", ACTORS),
        Reference(("to", 1), "rubio", ACTORS),
        Reference(("stances", 0, "claim"), "summit-on", frozenset({"claims"})),
        Reference(("about", 0), "budapest-summit", frozenset(FOLDERS)),
        Reference(("denies_saying", 0), "leak", frozenset({"statements"})),
        Reference(("topics", 0), "diplomacy", frozenset({"topics"})),
        Reference(("sources", 0, "source"), "tass", SOURCES),
        Reference(("sources", 1, "source"), "mid", SOURCES),
    )


def test_the_fields_in_markdown_are_found_at_any_depth() -> None:
    assert markdown_fields(statement()) == (
        (("paraphrase",), "Russia is *ready*."),
        (("stances", 0, "note"), "plainly"),
    )


def test_references_inside_nested_lists_are_found() -> None:
    actor = Actor(
        id=RecordId("lavrov"),
        name="Sergey Lavrov",
        kind="person",
        roles=(
            Role(title="minister", organisation=ActorId("mid"), from_=DAY, sources=(SourceId("mid-bio"),)),
        ),
        relations=(Relation(to=ActorId("russia"), kind="represents"),),
        location=HERE,
    )

    assert references(actor) == (
        Reference(("roles", 0, "organisation"), "mid", ACTORS),
        Reference(("roles", 0, "sources", 0), "mid-bio", SOURCES),
        Reference(("relations", 0, "to"), "russia", ACTORS),
    )


def test_words_are_no_reference_and_what_looks_like_an_id_is_one() -> None:
    source = Source(
        id=RecordId("relay"),
        title="t",
        publisher=ActorIdOrWords("The Spokesman-Review"),
        kind="news",
        published=DAY,
        derived_from=(SourceIdOrWords("Russian media, unnamed"), SourceIdOrWords("reuters-1")),
        location=HERE,
    )

    assert references(source) == (Reference(("derived_from", 1), "reuters-1", SOURCES),)


def test_the_title_page_refers_to_the_evidence_of_its_bottom_line() -> None:
    about = About(
        title="t", language="en", bottom_line="b", as_of=DAY, rests_on=(RecordId("a"),), location=HERE
    )

    assert references(about) == (Reference(("rests_on", 0), "a", frozenset(FOLDERS)),)
