from typing import Any

import pytest

from onrecord.dossier.attribution import RULES, Attribution, attribution
from onrecord.records.record import Record
from onrecord.records.vocabulary import SourceKind
from tests.dossier.make import actor, dossier, role, source, statement, tie

RUSSIA = (
    actor("russia", "state"),
    actor("lavrov", name="Sergey Lavrov", roles=(role("minister", "russia", "2004"),)),
    actor("peskov", name="Dmitry Peskov", roles=(role("spokesman", "russia", "2008"),)),
    actor("rubio", name="Marco Rubio"),
)
TASS, ORIGO = source("tass", publisher="TASS"), source("origo", publisher="Origo")


def of(*records: Record, cited: tuple[str, ...] = ("tass",), **fields: Any) -> Attribution:
    said = statement("said", sources=cited, **fields)
    linked = dossier(*RUSSIA, said, *records)
    return attribution(linked, said)


def test_the_rule_that_is_shown_is_the_one_of_the_status() -> None:
    assert of(TASS).rule == dict(RULES)["single-origin"]


def test_a_statement_that_its_speaker_denies_is_disputed() -> None:
    denial = statement("denial", "lavrov", denies_saying=("said",))
    found = of(TASS, ORIGO, denial, cited=("tass", "origo"))

    assert (found.status, found.decisive) == ("disputed", ("denial",))
    assert found.because == "Sergey Lavrov denies that it was said."


def test_the_speakers_side_can_deny_it_too() -> None:
    found = of(
        TASS, statement("d1", "peskov", denies_saying=("said",)), statement("d2", denies_saying=("said",))
    )

    assert found.status == "disputed"
    assert found.because == "Dmitry Peskov and Sergey Lavrov deny that it was said."


def test_whoever_it_was_said_for_can_deny_it() -> None:
    denial = statement("denial", "peskov", denies_saying=("said",))

    assert of(TASS, denial, speaker="rubio", on_behalf_of="russia").status == "disputed"


def test_the_other_side_cannot_deny_it() -> None:
    assert of(TASS, statement("denial", "rubio", denies_saying=("said",))).status == "single-origin"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("official-text", "an official text"),
        ("transcript", "a transcript"),
        ("video", "a video"),
        ("interview", "the interview itself"),
    ],
)
def test_a_source_that_carries_the_words_themselves_is_the_record(kind: SourceKind, words: str) -> None:
    found = of(source("paper", kind, publisher="MFA"), TASS, cited=("tass", "paper"))

    assert (found.status, found.decisive) == ("on-the-record", ("paper",))
    assert found.because == f"It stands in {words} published by MFA."


@pytest.mark.parametrize("kind", ["news", "agency", "analysis", "reference", "legal"])
def test_a_source_that_tells_of_the_words_is_not_the_record(kind: SourceKind) -> None:
    assert of(source("paper", kind), cited=("paper",)).status == "single-origin"


@pytest.mark.parametrize("publisher", ["lavrov", "russia", "sergey lavrov"])
def test_a_post_of_the_speakers_own_is_the_record(publisher: str) -> None:
    assert of(source("post", "post", publisher=publisher), cited=("post",)).status == "on-the-record"


def test_a_post_on_a_platform_is_its_authors() -> None:
    post = source("post", "post", publisher="Telegram", authors=("Sergey Lavrov",))

    assert of(post, cited=("post",)).status == "on-the-record"


def test_a_post_of_somebody_else_is_not_the_record() -> None:
    assert of(source("post", "post", publisher="rubio"), cited=("post",)).status == "single-origin"


def test_a_post_of_a_medium_that_the_state_owns_is_not_the_speakers() -> None:
    agency = actor("agency", "media", relations=(tie("russia"),))

    assert of(agency, source("post", "post", publisher="agency"), cited=("post",)).status == "single-origin"


def test_a_transcript_made_from_a_report_is_no_more_than_the_report() -> None:
    copy = source("copy", "transcript", derived_from=("tass",))

    assert of(TASS, copy, cited=("tass", "copy")).status == "single-origin"


def test_a_copy_of_an_official_text_is_still_one() -> None:
    text = source("copy", "official-text", derived_from=("the ministry's own page",))
    again = source("again", "official-text", derived_from=("copy",))

    assert of(text, cited=("copy",)).status == "on-the-record"
    assert of(text, again, cited=("again",)).status == "on-the-record"


def test_two_origins_confirm_a_statement() -> None:
    found = of(TASS, ORIGO, cited=("tass", "origo"))

    assert (found.status, found.decisive) == ("confirmed", ("origo", "tass"))
    assert found.because == "Origo and TASS print it independently of each other."


def test_five_origins_are_not_all_named() -> None:
    papers = tuple(source(each, publisher=each.upper()) for each in "abcde")

    because = of(*papers, cited=("a", "b", "c", "d", "e")).because
    assert because == "A, B, C and two others print it independently of each other."


def test_two_reports_of_one_dispatch_are_a_single_origin() -> None:
    copies = (source("ria", derived_from=("tass",)), source("lenta", derived_from=("tass",)))
    found = of(TASS, *copies, cited=("lenta", "ria"))

    assert (found.status, found.decisive) == ("single-origin", ("tass",))
    assert found.because == "It leads back to TASS alone, by way of two sources."


def test_a_source_that_stands_alone_says_so() -> None:
    assert of(TASS).because == "Only TASS is cited for it here."


def test_a_source_that_others_repeat_says_how_many() -> None:
    ria, lenta = source("ria", derived_from=("tass",)), source("lenta", derived_from=("tass",))

    found = of(TASS, ria, cited=("tass", "ria"))
    assert found.because == "Only TASS is cited for it here; one more source repeats it."
    found = of(TASS, ria, lenta, cited=("tass", "ria", "lenta"))
    assert found.because == "Only TASS is cited for it here; two more sources repeat it."


def test_nobody_named_confirms_nothing() -> None:
    relay = source("relay", derived_from=("Western officials, unnamed",))
    found = of(TASS, relay, cited=("tass", "relay"))

    assert found.status == "single-origin"
    assert found.because == "Only TASS is cited for it here; the other reports of it name no source."


def test_a_statement_that_goes_back_to_nobody_named_is_second_hand() -> None:
    relays = tuple(source(each, derived_from=(f"media in {each}, unnamed",)) for each in ("moscow", "kyiv"))
    found = of(*relays, cited=("moscow", "kyiv"))

    assert (found.status, found.decisive) == ("second-hand", ("kyiv", "moscow"))
    assert (
        found.because
        == "Nobody named: it goes back to “media in kyiv, unnamed” and “media in moscow, unnamed”."
    )


def test_no_source_at_all_is_second_hand() -> None:
    assert of(cited=()).because == "No source carries it."


def test_an_article_in_its_own_voice_is_on_the_record() -> None:
    paper = actor("paper", "media")
    article = source("article", publisher="paper", derived_from=("Media reports, unnamed",))
    said = statement("said", "paper", sources=("article",))

    assert attribution(dossier(paper, article, said), said).status == "on-the-record"


def test_what_the_speaker_took_from_others_is_no_record_of_the_speaker() -> None:
    copied = source("copied", publisher="lavrov", derived_from=("tass",))

    assert of(TASS, copied, cited=("tass", "copied")).status == "single-origin"


def test_a_source_that_is_derived_from_a_report_and_from_words_is_no_record_either() -> None:
    copy = source("copy", "transcript", derived_from=("tass", "the ministry's own page"))

    assert of(TASS, copy, cited=("copy",)).status == "confirmed"


def test_official_texts_in_a_circle_are_still_official() -> None:
    circle = source("a", "official-text", derived_from=("b",)), source("b", "transcript", derived_from=("a",))

    assert of(*circle, cited=("a",)).status == "on-the-record"


def test_records_of_two_kinds_are_both_told() -> None:
    both = source("film", "video", publisher="MFA"), source("text", "official-text", publisher="MFA")

    assert of(*both, cited=("film", "text")).because == (
        "It stands in an official text and a video published by MFA."
    )


def test_the_origins_are_those_of_the_sources() -> None:
    found = of(TASS, ORIGO, cited=("tass", "origo"))

    assert [each.key for each in found.origins] == ["origo", "tass"]


FORMER = actor("kozyrev", roles=(role("minister", "russia", "1990", "1996"),))


def test_whoever_left_the_side_can_deny_for_it_no_more() -> None:
    denial = statement("denial", "kozyrev", denies_saying=("said",))

    assert of(TASS, FORMER, denial).status == "single-origin"
    assert of(TASS, FORMER, statement("denial", denies_saying=("said",)), speaker="kozyrev").status == (
        "single-origin"
    )


def test_a_post_of_an_office_that_the_speaker_left_is_not_the_speakers() -> None:
    post = source("post", "post", publisher="russia")

    assert of(FORMER, post, cited=("post",), speaker="kozyrev").status == "single-origin"


def test_a_post_of_a_body_that_left_the_side_is_not_the_speakers() -> None:
    republic = actor("republic", "state", relations=(tie("russia", until="1991"),))
    post = source("post", "post", publisher="republic")

    assert of(republic, post, cited=("post",)).status == "single-origin"


def test_a_post_tells_of_a_speaker_without_a_record_as_of_anybody() -> None:
    post = source("post", "post", publisher="Telegram")

    assert of(post, cited=("post",), speaker="gone").status == "single-origin"
