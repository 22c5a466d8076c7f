"""What holds for every date, and for every text that is none."""

import os
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records.when import (
    BadDate,
    Precision,
    When,
    certainly_before,
    parse,
    possible_on_or_before,
    short_words,
    timeline_key,
    words,
)
from tests.records.dates import told

DAYS = st.dates().map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
YEARS = DAYS.map(lambda day: day[:4])
SEASONS = st.tuples(YEARS, st.sampled_from(["-21", "-22", "-23"])).map("".join)
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
PLAIN = st.tuples(st.one_of(DAYS, MONTHS, YEARS, SEASONS), QUALIFIERS).map("".join)
UNSPECIFIED = st.tuples(
    st.one_of(
        st.integers(1, 999).map("{:03}X".format),
        st.integers(1, 99).map("{:02}XX".format),
        YEARS.map("{}-XX".format),
        YEARS.map("{}-XX-XX".format),
        MONTHS.map("{}-XX".format),
    ),
    QUALIFIERS,
).map("".join)
ENDS = st.one_of(PLAIN, st.sampled_from(["", ".."]))
INTERVALS = st.tuples(ENDS, ENDS).map("/".join)
ZONES = st.sampled_from(
    [
        "Z",
        "+02:00",
        "-04:00",
        "+14:00",
        "[Europe/Budapest]",
        " America/New_York",
        "+01:00[Europe/London]",
        " UTC",
        "",
    ]
)
TIMES = st.tuples(
    DAYS, st.sampled_from("T "), st.times().map(lambda clock: clock.isoformat()[:8]), ZONES
).map("".join)
NEARLY = st.text("0123456789-/.:TZXY?~%+[] SEuropeBudast", max_size=60)
TEXTS = st.one_of(PLAIN, UNSPECIFIED, INTERVALS, TIMES, NEARLY, st.text())


def read(text: str) -> When | None:
    try:
        return parse(text)
    except BadDate:
        return None


@given(TEXTS)
def test_a_text_is_a_date_in_order_or_a_problem(text: str) -> None:
    when = read(text)

    if when and when.first and when.last:
        assert when.first <= when.last
        assert when.first_day
        assert when.last_day
        assert when.first_day <= when.last_day
        assert possible_on_or_before(when, when.first_day)


@given(TEXTS.filter(lambda text: read(text) is None))
def test_a_problem_says_what_is_wrong_and_what_to_do(text: str) -> None:
    with pytest.raises(BadDate) as bad:
        parse(text)

    assert bad.value.code
    assert bad.value.message
    assert bad.value.hint


@given(TEXTS)
def test_what_is_printed_reads_as_the_same_date(text: str) -> None:
    when = read(text)

    if when:
        assert told(parse(when.edtf)) == told(when)
        assert parse(when.edtf).edtf == when.edtf


@given(st.one_of(PLAIN, UNSPECIFIED))
def test_every_date_of_level_1_is_read(text: str) -> None:
    assert parse(text).edtf == text


@given(TEXTS, st.sampled_from(["en", "de", "fr", "hu"]))
def test_every_date_has_words(text: str, language: str) -> None:
    when = read(text)

    if when:
        assert words(when, language).strip()
        assert short_words(when, language).strip()
        assert not when.machine or when.precision not in (Precision.SPAN, Precision.UNKNOWN)


@given(TEXTS, TEXTS)
def test_order_in_time_and_order_on_the_timeline_agree(one: str, other: str) -> None:
    a, b = read(one), read(other)

    if a and b and certainly_before(a, b):
        assert not certainly_before(b, a)
        assert timeline_key(a) < timeline_key(b)


@given(st.text(max_size=3), st.integers(10_000, 100_000))
def test_a_text_of_any_length_is_answered_by_its_beginning(start: str, size: int) -> None:
    text = "2" + start.strip() + "0/" * size

    with pytest.raises(BadDate) as bad:
        parse(text)

    assert len(bad.value.message) < 800


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the process cannot change its zone here")
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/New_York"])
def test_the_zone_of_the_machine_changes_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.environ.get("TZ")
    texts = ("2025-11-07", "2025-10-16T11:42-04:00", "2025-10-16 11:42 Europe/Budapest", "2025-23", "201X")
    try:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found = [(str(when.first), when.first_day, words(when), when.machine) for when in map(parse, texts)]
    finally:
        monkeypatch.undo()
        time.tzset()

    assert os.environ.get("TZ") == before
    assert found == [
        ("2025-11-07 00:00:00+00:00", date(2025, 11, 7), "7 November 2025", "2025-11-07"),
        (
            "2025-10-16 15:42:00+00:00",
            date(2025, 10, 16),
            "16 October 2025, 11:42 (UTC\N{MINUS SIGN}04:00; 15:42 UTC)",
            "2025-10-16T11:42-04:00",
        ),
        (
            "2025-10-16 09:42:00+00:00",
            date(2025, 10, 16),
            "16 October 2025, 11:42 (Budapest, UTC+02:00; 09:42 UTC)",
            "2025-10-16T11:42+02:00",
        ),
        ("2025-09-01 00:00:00+00:00", date(2025, 9, 1), "autumn 2025", ""),
        ("2010-01-01 00:00:00+00:00", date(2010, 1, 1), "the 2010s", ""),
    ]
