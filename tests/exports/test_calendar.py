from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from onrecord.records.record import Record
from tests.dossier.make import event, place, source, step
from tests.exports.conftest import Files
from tests.exports.releases import SITE, release, written


def entries(held: bytes) -> list[Any]:
    parsed = Calendar.from_ical(held)
    found = list(parsed.walk("VEVENT"))
    assert [each.errors for each in (parsed, *found) if each.errors] == []
    return found


def only(*records: Record) -> Any:
    (found,) = entries(written(release(*records))["feeds/events.ics"])
    return found


def test_the_default_dossier_is_a_sound_calendar(files: Files) -> None:
    found = entries(files["feeds/events.ics"])
    uids = [str(each["UID"]) for each in found]
    assert len(uids) == len(set(uids)) > 40
    assert all(uid.startswith(f"{SITE}events/") for uid in uids)
    assert all(str(each["TRANSP"]) == "TRANSPARENT" for each in found)
    assert all(len(line) <= 75 for line in files["feeds/events.ics"].split(b"\r\n"))


def test_a_day_is_a_whole_day() -> None:
    found = only(event("e", "2025-11-07", step("held", "2025-11-07")))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2025, 11, 7), date(2025, 11, 8))
    assert (found["STATUS"], found["SUMMARY"]) == ("CONFIRMED", "A meeting")


def test_a_moment_is_a_moment() -> None:
    found = only(event("e", "2025-11-07T10:30+01:00", step("held", "2025-11-07")))
    assert found["DTSTART"].dt == datetime(2025, 11, 7, 9, 30, tzinfo=UTC)
    assert "DTEND" not in found


@pytest.mark.parametrize(
    ("when", "first", "after", "summary"),
    [
        ("2025-11-07~", date(2025, 11, 7), date(2025, 11, 8), "A meeting (about 7 November 2025)"),
        ("2025-11", date(2025, 11, 1), date(2025, 12, 1), "A meeting (November 2025)"),
        ("2026-03-01?", date(2026, 3, 1), date(2026, 3, 2), "A meeting (possibly 1 March 2026)"),
    ],
)
def test_a_vague_date_is_called_so(when: str, first: date, after: date, summary: str) -> None:
    found = only(event("e", when, step("held", "2026-04-01")))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (first, after)
    assert found["SUMMARY"] == summary
    assert "The days marked are those that this may mean." in found["DESCRIPTION"]


@pytest.mark.parametrize("when", ["unknown", "2025-11-07/..", "../2025-11-07", "2025-11-07/"])
def test_an_open_or_unknown_date_is_left_out(when: str) -> None:
    files = written(release(source("tass"), event("e", when, step("floated", "2025-10-01"))))
    assert entries(files["feeds/events.ics"]) == []


def test_what_was_moved_keeps_its_uid_and_counts_on() -> None:
    announced = step("announced", "2025-10-01", "2025-11-07", "early")
    moved = step("announced", "2025-10-20", "2025-12-01", "late")
    printed = (source("early", published="2025-10-01"), source("late", published="2025-10-20"))
    before, after = (
        only(event("e", "unknown", *history), *printed) for history in ((announced,), (announced, moved))
    )
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (1, 2)
    assert (before["DTSTART"].dt, after["DTSTART"].dt) == (date(2025, 11, 7), date(2025, 12, 1))
    stamps = (before["DTSTAMP"].dt.date(), after["DTSTAMP"].dt.date())
    assert stamps == (date(2025, 10, 1), date(2025, 10, 20))
    assert after["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize("state", ["called-off", "put-off", "never-held"])
def test_what_will_not_be_is_cancelled_where_it_last_stood(state: Any) -> None:
    found = only(
        event("e", "unknown", step("announced", "2025-10-01", "2025-11-07"), step(state, "2025-10-20"))
    )
    assert found["STATUS"] == "CANCELLED"
    assert found["DTSTART"].dt == date(2025, 11, 7)
    assert state.replace("-", " ") in found["SUMMARY"]


def test_a_plan_that_was_dropped_does_not_come_back_with_a_hope() -> None:
    dropped = (step("announced", "2025-10-01", "2025-11-07"), step("put-off", "2025-10-20"))
    assert only(event("e", "unknown", *dropped, step("floated", "2026-01-05")))["STATUS"] == "CANCELLED"


def test_any_words_come_out_as_they_went_in() -> None:
    words = "Über; alles, „naïve“ \\ 🕊 " + "und noch ein Wort " * 20
    made = event("e", "2025-11-07", step("held", "2025-11-07"), place="hall")
    hall = replace(place("hall"), name=words)
    (told,) = entries(written(release(source("tass"), hall, made))["feeds/events.ics"])
    assert told["LOCATION"] == words
