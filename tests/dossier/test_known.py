from dataclasses import replace
from datetime import date

import pytest

from onrecord.dossier.dossier import Backlink, Dossier
from onrecord.dossier.known import as_of, known_from, step_known_from
from onrecord.records.about import Scope
from onrecord.records.ids import SourceId
from onrecord.records.record import Markdown, Record
from tests.dossier.make import (
    about,
    actor,
    assessment,
    claim,
    correction,
    dossier,
    edition,
    event,
    evidence,
    judgment,
    place,
    question,
    resolved,
    role,
    source,
    stance,
    statement,
    step,
    topic,
    when,
)

EARLY = source("early", published="2025-10-16")
LATE = source("late", published="2025-11-13")
UNDATED = source("undated", published="unknown")
SOURCES = (EARLY, LATE, UNDATED, actor("lavrov"))


def known(record_id: str, *records: Record) -> str | None:
    day = known_from(dossier(*SOURCES, *records), record_id)
    return day.isoformat() if day else None


def then(day: str, *records: Record) -> Dossier:
    return as_of(dossier(*SOURCES, *records), date.fromisoformat(day))


def test_a_source_is_known_from_its_publication() -> None:
    assert known("early") == "2025-10-16"
    assert known("undated") is None


def test_a_source_of_a_vague_date_is_known_from_its_first_day() -> None:
    assert known("month", source("month", published="2025-11")) == "2025-11-01"


def test_a_statement_is_known_from_the_first_source_that_printed_it() -> None:
    assert known("said", statement("said", sources=("late", "early", "undated"))) == "2025-10-16"


def test_a_statement_without_a_dated_source_is_known_from_the_day_it_was_made() -> None:
    assert known("said", statement("said", sources=("undated",), said="2025-10-20")) == "2025-10-20"


def test_a_step_is_known_from_its_sources_else_from_its_own_day() -> None:
    linked = dossier(*SOURCES)

    assert step_known_from(linked, step("held", "2025-10-01", None, "late")) == date(2025, 11, 13)
    assert step_known_from(linked, step("held", "2025-10-01", None, "undated")) == date(2025, 10, 1)


def test_an_event_is_known_from_its_first_step() -> None:
    steps = step("held", "2025-10-20", None, "late"), step("announced", "2025-10-15", None, "early")

    assert known("summit", event("summit", "2025-10-20", *steps)) == "2025-10-16"
    assert known("visit", event("visit", "2025-10-20", sources=("late",))) == "2025-11-13"


def test_a_claim_is_known_from_its_evidence_and_from_whoever_spoke_to_it() -> None:
    spoken = statement("said", sources=("early",), stances=stance("asserts"))

    assert known("ready", claim(evidence=(evidence("late"),)), spoken) == "2025-10-16"
    assert known("ready", claim(evidence=(evidence("late"),))) == "2025-11-13"
    assert known("ready", claim()) is None


def test_a_question_is_known_from_its_first_claim() -> None:
    claims = (
        claim("a", evidence=(evidence("late"),)),
        claim("b", question="who", evidence=(evidence("early"),)),
    )

    assert known("who", question("who", "a"), *claims) == "2025-10-16"
    assert known("why", question("why")) is None


def test_judgments_and_corrections_are_known_from_their_day() -> None:
    assert known("j", judgment("j", "2025-11-01")) == "2025-11-01"
    assert known("c", correction("c", "lavrov", "2025-11-02")) == "2025-11-02"


def test_places_and_topics_are_known_from_what_names_them() -> None:
    records = (
        topic("talks"),
        place("budapest"),
        statement("said", sources=("late",), topics=("talks",)),
        event("visit", "2025-10-20", place="budapest", sources=("early",)),
    )

    assert known("talks", *records) == "2025-11-13"
    assert known("budapest", *records) == "2025-10-16"


def test_an_organisation_is_known_from_the_first_word_of_its_people() -> None:
    mid, minister = actor("mid"), actor("minister", roles=(role("minister", "mid"),))
    spoken = statement("said", "minister", sources=("early",))

    assert known("mid", mid, minister, spoken) == "2025-10-16"
    assert known("mid", mid, minister) is None


@pytest.mark.parametrize("record_id", ["nobody", "lavrov"])
def test_of_what_nothing_names_no_day_is_known(record_id: str) -> None:
    assert known(record_id) is None


def test_what_was_not_public_is_left_out_and_what_has_no_day_stays() -> None:
    past = then("2025-10-20", statement("said", sources=("late",)), topic("talks"))

    assert list(past.folders) == ["early", "talks", "undated"]


def test_an_actor_appears_with_the_first_word_and_takes_the_organisation_along() -> None:
    records = (
        actor("mid"),
        actor("minister", roles=(role("minister", "mid"),)),
        statement("said", "minister", sources=("late",)),
    )

    assert not {"mid", "minister"} & then("2025-10-20", *records).actors.keys()
    assert {"mid", "minister"} <= then("2025-11-13", *records).actors.keys()


def test_a_statement_keeps_the_sources_that_were_out() -> None:
    past = then("2025-10-20", statement("said", sources=("early", "late")))

    assert [each.source for each in past.statements["said"].sources] == ["early"]
    assert past.naming("early") == ("said",)


def test_an_event_keeps_the_steps_that_were_known_and_has_no_outcome_yet() -> None:
    announced, held = step("announced", "2025-10-16", None, "early"), step("held", "2025-11-13", None, "late")
    summit = event("summit", "2025-11-13", announced, held, sources=("early", "late"), outcome="A deal.")
    past = then("2025-10-20", summit).events["summit"]

    assert (past.history, past.sources, past.outcome) == ((announced,), ("early",), "")


def test_an_event_of_which_no_step_was_known_is_left_out() -> None:
    summit = event("summit", "2025-11-13", step("held", "2025-11-13", None, "late"), sources=("early",))

    assert "summit" not in then("2025-10-20", summit).events


def test_a_claim_loses_later_evidence_assessments_and_resolutions() -> None:
    asked = claim(
        evidence=(evidence("early"), evidence("late")),
        assessment=assessment("confirmed", "2025-11-01"),
        resolved=resolved("true", "2025-11-13", "late"),
    )
    past = then("2025-10-20", asked).claims["ready"]

    assert (past.evidence, past.assessment, past.resolved) == ((evidence("early"),), None, None)
    assert then("2025-11-13", asked).claims["ready"] is asked


def test_judgments_and_corrections_come_on_their_day() -> None:
    records = judgment("j", "2025-11-01"), correction("c", "lavrov", "2025-11-02")

    assert "j" in then("2025-11-01", *records).judgments
    assert "c" not in then("2025-11-01", *records).corrections


def test_the_brief_speaks_the_words_of_the_newest_edition_that_has_any() -> None:
    title_page = about(
        "2025-11-13",
        edition("2025-10-16", "It is on."),
        edition("2025-10-21"),
        edition("2025-11-13", "It is off."),
    )
    past = as_of(dossier(of=title_page), date(2025, 10, 25)).about

    assert (past.bottom_line, past.as_of.text) == ("It is on.", "2025-10-25")
    assert [each.on.text for each in past.editions] == ["2025-10-16", "2025-10-21"]


def test_an_earlier_brief_knows_neither_the_subtitle_nor_the_scope_of_today() -> None:
    scope = Scope(covers=Markdown("October to May."))
    today = dossier(of=about(subtitle="Until May", scope=scope))

    past, now = (as_of(today, day).about for day in (date(2025, 10, 25), date(2026, 5, 31)))

    assert (past.subtitle, past.scope) == ("", Scope())
    assert (now.subtitle, now.scope) == ("Until May", scope)


def test_before_the_first_edition_the_brief_says_nothing() -> None:
    past = as_of(dossier(of=about("2025-11-13", edition("2025-10-16", "It is on."))), date(2025, 10, 1)).about

    assert past.bottom_line == ""


def test_on_its_own_day_the_brief_is_the_present_one() -> None:
    title_page = about("2025-11-13", edition("2025-11-13", "It is off."))

    assert as_of(dossier(of=title_page), date(2025, 11, 13)).about is title_page


def test_a_question_is_known_since_it_was_asked() -> None:
    asked = replace(question("when"), asked=when("2025-10-31"))

    assert known_from(dossier(asked), "when") == date(2025, 10, 31)
    assert "when" not in as_of(dossier(asked), date(2025, 10, 30)).questions


def test_the_newest_edition_is_the_one_of_the_latest_day_wherever_it_is_written() -> None:
    editions = (
        edition("2025-10-21", "It is late."),
        edition("2025-10-16", "It is on."),
        edition("unknown", "?"),
    )
    past = as_of(dossier(of=about("2025-11-13", *editions, rests_on=("late",))), date(2025, 10, 25)).about

    assert (past.bottom_line, past.editions, past.rests_on) == ("It is late.", editions, ())


def test_a_step_and_a_resolution_keep_the_sources_that_were_out() -> None:
    first = step("announced", "2025-10-16", None, "early")
    announced = replace(first, sources=(*first.sources, SourceId("late")))
    talks = event("talks", "2025-11", announced, sources=("early",), outcome="Both sides agreed to meet.")
    past = then("2025-10-20", talks, claim(resolved=resolved("true", "2025-10-20", "early", "late")))

    assert past.events["talks"] == replace(talks, history=(first,))
    assert past.claims["ready"].resolved == resolved("true", "2025-10-20", "early")


def test_a_record_that_loses_nothing_stays_the_same_object() -> None:
    announced = step("announced", "2025-10-16", None, "early")
    records = event("talks", "2025-11", announced), statement("said", sources=("early",)), claim()
    past = then("2025-10-20", *records)

    assert all(past.find(each.id) is each for each in records if each.id in past.folders)
    assert {"talks", "said", "ready"} <= past.folders.keys()


def test_a_statement_whose_source_is_missing_is_known_from_the_day_it_was_made() -> None:
    assert known("said", statement("said", sources=("gone",), said="2025-10-20")) == "2025-10-20"


def test_a_question_may_name_claims_that_are_missing() -> None:
    assert (
        known("who", question("who", "gone", "a"), claim("a", evidence=(evidence("late"),))) == "2025-11-13"
    )


def test_what_rests_on_the_words_of_an_actor_does_not_name_the_actor() -> None:
    early = judgment("j", "2025-10-01", rests_on=("said",))

    assert known("lavrov", statement("said", sources=("late",)), early) == "2025-11-13"


def test_an_actor_may_hold_an_office_in_what_is_missing() -> None:
    minister = actor("minister", roles=(role("minister", "gone"), role("envoy")))

    assert "minister" in then("2025-11-13", minister, statement("said", "minister", sources=("late",))).actors


def test_nothing_leads_back_to_what_was_left_out_or_from_it() -> None:
    relay = source("relay", published="2025-10-16", derived_from=("late",))
    past = then("2025-10-20", relay, statement("said", sources=("early", "late"), at="gone"), topic("gone"))

    assert dict(past.backlinks) == {
        "early": (Backlink("said", "sources"),),
        "lavrov": (Backlink("said", "speaker"),),
    }
    assert {each.to for each in past.references["said"]} == {"early", "lavrov", "gone"}
