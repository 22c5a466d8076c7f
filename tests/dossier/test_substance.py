from typing import Any

import pytest

from onrecord.dossier.substance import ASSESSED, RULES, Substance, substance
from onrecord.records.record import Record
from onrecord.records.statements import Statement
from onrecord.records.vocabulary import Resolution, Stance
from tests.dossier.make import (
    actor,
    assessment,
    claim,
    dossier,
    evidence,
    resolved,
    role,
    source,
    stance,
    statement,
    tie,
)

ACTORS = (
    actor("russia", "state"),
    actor("lavrov", roles=(role("minister", "russia"),)),
    actor("peskov", roles=(role("spokesman", "russia"),)),
    actor("rubio"),
    actor("orban"),
    actor("officials", "anonymous", name="Western officials"),
    actor("analysts", "anonymous", name="analysts"),
    source("tass", publisher="TASS"),
    source("video", publisher="Reuters"),
)


def say(speaker: str, taken: Stance, said: str = "2025-11-13", **fields: Any) -> Statement:
    return statement(f"{speaker}-{said}-{taken}", speaker, said=said, stances=stance(taken), **fields)


def of(*records: Record, **fields: Any) -> Substance:
    asked = claim(**fields)
    return substance(dossier(*ACTORS, asked, *records), asked)


def test_the_rule_that_is_shown_is_the_one_of_the_status() -> None:
    assert of().rule == dict(RULES)["open"]


def test_a_claim_that_nobody_speaks_to_is_open() -> None:
    found = of()

    assert (found.status, found.because) == ("open", "Nobody speaks to it and no evidence bears on it.")


def test_assertion_and_denial_contest_a_claim() -> None:
    found = of(say("lavrov", "asserts"), say("rubio", "denies"))

    assert (found.status, found.because) == ("contested", "Asserted by Lavrov; denied by Rubio.")
    assert found.decisive == ("lavrov-2025-11-13-asserts", "rubio-2025-11-13-denies")


def test_two_of_one_side_can_contest_a_claim() -> None:
    assert of(say("lavrov", "asserts"), say("peskov", "denies")).status == "contested"


def test_only_the_last_word_of_each_counts() -> None:
    found = of(say("rubio", "denies", "2025-11-01"), say("rubio", "asserts"), say("lavrov", "asserts"))

    assert found.status == "agreed"


def test_a_refusal_to_comment_takes_nothing_back() -> None:
    spoke, silent = say("rubio", "denies", "2025-11-01"), say("rubio", "declines-to-comment")

    assert of(spoke, silent, say("lavrov", "asserts")).status == "contested"


def test_a_refusal_to_comment_is_no_voice() -> None:
    assert of(say("rubio", "declines-to-comment")).status == "open"
    assert of(say("rubio", "declines-to-comment"), say("lavrov", "asserts")).status == "one-sided"


def test_evidence_both_ways_contests_a_claim() -> None:
    found = of(evidence=(evidence("tass"), evidence("video", "contradicts")))

    assert (found.status, found.decisive) == ("contested", ("tass", "video"))
    assert found.because == "Supported by a source: TASS; contradicted by a source: Reuters."


def test_evidence_against_an_assertion_contests_it() -> None:
    found = of(
        say("lavrov", "asserts"), say("rubio", "asserts"), evidence=(evidence("video", "contradicts"),)
    )

    assert found.status == "contested"


def test_evidence_for_what_is_denied_contests_it() -> None:
    assert of(say("lavrov", "denies"), evidence=(evidence("video"),)).status == "contested"


def test_evidence_that_relays_other_evidence_changes_nothing() -> None:
    relay = source("relay", derived_from=("tass",))

    assert of(relay, evidence=(evidence("tass"), evidence("relay", "contradicts"))).status == "open"


def test_evidence_in_a_circle_is_still_evidence() -> None:
    circle = (source("a", derived_from=("b",)), source("b", derived_from=("a",)))
    both = (evidence("a"), evidence("b"))

    assert of(*circle, say("lavrov", "denies"), evidence=both).decisive[1:] == ("a",)


def test_assertions_under_a_condition_make_a_claim_conditional() -> None:
    found = of(say("lavrov", "conditional"), say("rubio", "conditional"))

    assert (found.status, found.because) == ("conditional", "Asserted on a condition by Lavrov and Rubio.")


def test_a_denial_of_what_is_only_conditional_leaves_it_conditional() -> None:
    found = of(say("lavrov", "conditional"), say("rubio", "denies"))

    assert (found.status, found.because) == (
        "conditional",
        "Asserted on a condition by Lavrov; denied by Rubio.",
    )


def test_one_outright_assertion_is_enough_to_be_more_than_conditional() -> None:
    assert of(say("lavrov", "conditional"), say("rubio", "asserts")).status == "open"


@pytest.mark.parametrize("taken", ["asserts", "denies", "doubts"])
def test_what_one_side_says_alone_is_one_sided(taken: Stance) -> None:
    assert of(say("lavrov", taken), say("peskov", taken)).status == "one-sided"


def test_one_sided_says_whose_word_it_is() -> None:
    assert of(say("lavrov", "asserts")).because == "Asserted by Lavrov; no other side speaks to it."


def test_two_sides_that_assert_agree() -> None:
    found = of(say("lavrov", "asserts"), say("rubio", "asserts"))

    assert found.status == "agreed"
    assert found.because == "Asserted by Lavrov and Rubio, from two sides: Rubio and Russia."


def test_two_voices_of_one_side_do_not_agree() -> None:
    assert of(say("lavrov", "asserts"), say("peskov", "asserts")).status == "one-sided"


def test_a_doubt_keeps_a_claim_from_being_agreed() -> None:
    found = of(say("lavrov", "asserts"), say("rubio", "asserts"), say("orban", "doubts"))

    assert (found.status, found.because) == ("open", "Asserted by Lavrov and Rubio; doubted by Orban.")


def test_a_doubt_is_no_denial() -> None:
    assert of(say("lavrov", "asserts"), say("rubio", "doubts")).status == "open"


def test_what_everybody_denies_is_open_and_not_agreed() -> None:
    assert of(say("lavrov", "denies"), say("rubio", "denies")).status == "open"


def test_two_who_are_not_named_are_one_side() -> None:
    assert of(say("officials", "asserts"), say("analysts", "asserts")).status == "one-sided"


def test_one_who_is_not_named_is_no_side_beside_one_who_is() -> None:
    assert of(say("officials", "asserts"), say("rubio", "asserts")).status == "one-sided"


def test_whoever_speaks_for_somebody_is_on_that_side() -> None:
    unnamed = say("officials", "asserts", on_behalf_of="russia")

    assert of(unnamed, say("lavrov", "asserts")).status == "one-sided"
    assert of(unnamed, say("rubio", "asserts")).status == "agreed"


def test_an_article_in_its_own_voice_is_a_side_of_its_own() -> None:
    agency = actor("agency", "media", relations=(tie("russia"),))

    assert of(agency, say("agency", "asserts"), say("lavrov", "asserts")).status == "agreed"


def test_an_assessment_stands_above_the_rules() -> None:
    found = of(
        say("lavrov", "asserts"), say("rubio", "denies"), assessment=assessment("confirmed", by="orban")
    )

    assert (found.status, found.by_editor, found.rule) == ("confirmed", True, ASSESSED)
    assert found.because == "Orban judged so on 13 November 2025."


def test_an_assessment_without_author_is_the_editors() -> None:
    assert of(assessment=assessment("refuted")).because == "The editors judged so on 13 November 2025."


@pytest.mark.parametrize(
    ("outcome", "because"),
    [
        ("true", "It turned out true on 13 November 2025."),
        ("false", "It turned out false on 13 November 2025."),
        ("moot", "It ceased to matter on 13 November 2025."),
    ],
)
def test_a_resolution_ends_the_dispute(outcome: Resolution, because: str) -> None:
    settled = resolved(outcome, "2025-11-13", "video")
    found = of(say("lavrov", "asserts"), say("rubio", "denies"), resolved=settled)

    assert (found.status, found.resolution, found.because) == ("resolved", outcome, because)
    assert found.decisive == ("video",)


@pytest.mark.parametrize(
    ("settled", "status"), [("2025-11-12", "open"), ("2025-11-13", "resolved"), ("2025-11-14", "resolved")]
)
def test_of_an_assessment_and_a_resolution_the_later_holds(settled: str, status: str) -> None:
    assert of(assessment=assessment("open"), resolved=resolved("true", settled)).status == status


@pytest.mark.parametrize(("judged", "settled"), [("unknown", "2025-11-13"), ("2025-11-13", "unknown")])
def test_a_resolution_holds_where_nobody_knows_which_came_first(judged: str, settled: str) -> None:
    found = of(assessment=assessment("open", judged), resolved=resolved("true", settled))

    assert found.status == "resolved"


def test_a_verdict_of_the_editors_rests_on_no_record_and_a_resolution_shows_its_rule() -> None:
    assert of(assessment=assessment("open")).decisive == ()
    assert of(resolved=resolved("true")).rule == dict(RULES)["resolved"]


def test_whoever_left_a_side_is_a_side_of_their_own() -> None:
    former = actor("kozyrev", roles=(role("minister", "russia", "1990", "1996"),))

    assert of(former, say("kozyrev", "asserts"), say("lavrov", "asserts")).status == "agreed"


def test_evidence_may_rest_on_what_is_no_evidence_itself() -> None:
    copy = source("copy", publisher="Copy", derived_from=("video", "what a guard saw"))

    assert of(copy, evidence=(evidence("copy"),)).because == "Supported by a source: Copy."
