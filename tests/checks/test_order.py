import pytest

from onrecord.checks.order import as_of_too_old
from onrecord.problems import Location, Note, Problem
from tests.checks.conftest import SOURCE, Finding, said
from tests.dossier.make import about, actor, correction, dossier, judgment, source, statement, step
from tests.dossier.make import event as event_of

AFTER = ("statement-after-source", "statements/x.yml", ("said",))


def published(text: str) -> str:
    return SOURCE.replace("2025-11-13", f"'{text}'")


@pytest.mark.parametrize(
    ("day", "source"),
    [
        ("2025-11-13", "2025-11-13"),
        ("2025-11-14", "2025-11-13"),
        ("2025-11-20", "2025-11-10/.."),
        ("2025-11-20", "unknown"),
        ("2025-11", "2025-11-13"),
        ("2025-11-20~", "2025-11-19"),
        ("2025-11-20?", "2025-11-13"),
        ("2025-11-13T10:30Z", "2025-11-13T10:31Z"),
    ],
)
def test_words_may_come_before_their_source_or_perhaps_before(find: Finding, day: str, source: str) -> None:
    assert find({"sources/s.yml": published(source), "statements/x.yml": said(day)}) == []


@pytest.mark.parametrize(
    ("day", "source"),
    [
        ("2025-11-15", "2025-11-13"),
        ("2025-12", "2025-11-13"),
        ("2025-11-13T10:30Z", "2025-11-13T10:29Z"),
        ("2025-11-16T10:30Z", "2025-11-13"),
    ],
)
def test_words_after_their_source_are_found(find: Finding, day: str, source: str) -> None:
    assert find({"sources/s.yml": published(source), "statements/x.yml": said(day)}) == [AFTER]


def test_two_sources_that_came_too_early_are_one_problem(find: Finding) -> None:
    cited = "{source: s}, {source: t}"

    assert find({"sources/t.yml": SOURCE, "statements/x.yml": said("2025-11-20", cited=cited)}) == [AFTER]


def event(*steps: str) -> str:
    lived = ", ".join(f"{{{step}, sources: [s]}}" for step in steps)
    return f"{{title: E, when: unknown, sources: [s], history: [{lived}]}}"


def test_steps_of_one_day_and_of_unsure_days_may_stand_in_any_order(find: Finding) -> None:
    lived = event(
        "state: floated, on: 2025-10-16", "state: announced, on: 2025-10-16", "state: put-off, on: 2025-10?"
    )

    assert [code for code, *_ in find({"events/e.yml": lived})] == ["unreferenced-record"]


def test_a_step_before_the_one_above_it_is_found(find: Finding) -> None:
    lived = event("state: announced, on: 2025-10-17", "state: floated, on: 2025-10-16")

    assert ("history-out-of-order", "events/e.yml", ("history", 1, "on")) in find({"events/e.yml": lived})


@pytest.mark.parametrize("end", ["held", "never-held"])
def test_a_step_after_the_end_is_found(find: Finding, end: str) -> None:
    lived = event(f"state: {end}, on: 2025-10-16", "state: put-off, on: 2025-10-17")

    assert ("history-out-of-order", "events/e.yml", ("history", 1, "state")) in find({"events/e.yml": lived})


@pytest.mark.parametrize(
    ("when", "held", "is_told"),
    [
        ("2025-11-13", "2025-11-13", False),
        ("2025-11-13", "2025-11-14", False),
        ("2025-11-13", "2025-11-15", True),
        ("2025-11-13", "2025-11-11", True),
        ("2025-11-10/2025-11-13", "2025-11-12", False),
        ("2025-11", "2025-11-30", False),
        ("2025-11-13", "2025-11", False),
        ("2025-10", "2025-12~", True),
        ("unknown", "2025-11-13", False),
        ("2025-11-13", "unknown", False),
    ],
)
def test_an_event_was_held_on_its_own_day(find: Finding, when: str, held: str, is_told: bool) -> None:
    lived = event("state: announced, on: 2025-10-01", f"state: held, on: {held}").replace(
        "when: unknown", f"when: {when}"
    )

    assert (("held-on-another-day", "events/e.yml", ("when",)) in find({"events/e.yml": lived})) == is_told


def test_of_an_event_that_was_not_held_nothing_is_told_but_its_date(find: Finding) -> None:
    lived = event("state: called-off, on: 2025-10-31").replace("when: unknown", "when: 2025-10-16")

    assert [code for code, *_ in find({"events/e.yml": lived})] == ["unreferenced-record"]


def test_a_planned_date_after_the_day_of_the_dossier_is_no_problem(find: Finding) -> None:
    lived = event("state: announced, on: 2025-10-16, planned_for: 2027")

    assert [code for code, *_ in find({"events/e.yml": lived})] == ["unreferenced-record"]


@pytest.mark.parametrize("folder", ["judgments", "corrections", "sources", "statements"])
def test_a_dossier_older_than_any_dated_record_is_found(find: Finding, folder: str) -> None:
    late = {
        "judgments": "{text: J, on: 2026-02-01, rests_on: [ann, s]}",
        "corrections": "{of: ann, on: 2026-02-01, was: A, now: B, reason: C}",
        "sources": SOURCE.replace("2025-11-13", "2026-02-01"),
        "statements": said("2026-02-01"),
    }

    assert ("as-of-too-old", "dossier.yml", ("as_of",)) in find({f"{folder}/late.yml": late[folder]})


NEWEST = {
    "statements/new.yml": (statement("new", said="2026-02-01"), ("said",)),
    "events/new.yml": (
        event_of("new", "2025", step("announced", "2025-01-01"), step("held", "2026-02-01")),
        ("history", 1, "on"),
    ),
    "sources/new.yml": (source("new", published="2026-02-01"), ("published",)),
    "judgments/new.yml": (judgment("new", "2026-02-01"), ("on",)),
    "corrections/new.yml": (correction("new", "tass", "2026-02-01"), ("on",)),
}


@pytest.mark.parametrize("file", NEWEST)
def test_a_dossier_that_is_older_than_the_newest_in_it_is_found_with_the_place_of_that(file: str) -> None:
    record, route = NEWEST[file]
    made = dossier(
        actor("lavrov"), source("tass"), statement("old", said="2026-01-31"), record, of=about("2026-01-01")
    )

    assert list(as_of_too_old(made)) == [
        Problem(
            "as-of-too-old",
            Location("dossier.yml", ("as_of",)),
            "the dossier stands as of '2026-01-01', but holds something of '2026-02-01'",
            "write 'as_of: 2026-02-01' or a later day\nif the record's day is wrong, correct that",
            (Note(Location(file, route), "the newest record"),),
        )
    ]
