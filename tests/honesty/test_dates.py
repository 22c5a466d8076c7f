"""Dates mean what the standard says they mean, on every machine, also where clocks are changed."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onrecord.records.when import BadDate, When, parse, words
from tests.honesty.edtf_examples import EXAMPLES

MACHINES = ("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kathmandu")
CHANGES = {
    "Europe/Budapest": ("2025-03-30", "2025-10-26"),
    "America/New_York": ("2025-03-09", "2025-11-02"),
    "Australia/Lord_Howe": ("2025-10-05", "2025-04-06"),
    "America/Santiago": ("2025-09-07", "2025-04-05"),
    "Africa/Casablanca": ("2025-04-06", "2025-02-23"),
}
"""For some zones a day whose clocks skip a while, and one on which they tell a while twice."""


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if not hasattr(time, "tzset"):
        pytest.skip("the process cannot change its zone here")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()
    assert os.environ.get("TZ") != request.param or request.param == "UTC"


def bounds(when: When) -> tuple[str | None, str | None]:
    first, last = when.first_day, when.last_day
    return (first.isoformat() if first else None), (last.isoformat() if last else None)


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_of_the_standard_has_the_bounds_that_it_has_there_or_is_refused(text: str) -> None:
    expected = EXAMPLES[text]
    if isinstance(expected, tuple):
        assert bounds(parse(text)) == expected
        return
    with pytest.raises(BadDate) as refused:
        parse(text)
    assert refused.value.code == expected
    assert any(f"'{part}'" in refused.value.message for part in (text, *text.split("/")))
    assert refused.value.hint
    assert "\n" not in refused.value.message


def minutes(zone: str, day: str) -> Iterator[str]:
    start = datetime.fromisoformat(day)
    for each in range(0, 24 * 60, 10):
        yield f"{(start + timedelta(minutes=each)).isoformat(timespec='minutes')}[{zone}]"


def outcome(text: str) -> tuple[str, ...]:
    try:
        when = parse(text)
    except BadDate as bad:
        return bad.code, bad.message, bad.hint
    return str(when.first), str(when.last), str(when.first_day), words(when), when.machine


@pytest.mark.parametrize("zone", CHANGES)
def test_a_clock_time_that_never_was_or_was_twice_is_asked_about(zone: str) -> None:
    gap, fold = CHANGES[zone]
    here = ZoneInfo(zone)
    found = {day: {outcome(text)[0] for text in minutes(zone, day)} for day in (gap, fold)}

    assert "nonexistent-local-time" in found[gap]
    assert "ambiguous-local-time" in found[fold]
    for day in (gap, fold):
        for text in minutes(zone, day):
            local = datetime.fromisoformat(text.partition("[")[0]).replace(tzinfo=here)
            back = local.astimezone(UTC).astimezone(here).replace(tzinfo=None)
            first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
            code = outcome(text)[0]
            assert (code == "nonexistent-local-time") == (back != local.replace(tzinfo=None)), text
            assert (code == "ambiguous-local-time") == (
                first != second and back == local.replace(tzinfo=None)
            )
            if code[0].isdigit():
                assert parse(text).first == local.astimezone(UTC)


def test_the_zone_of_the_machine_changes_no_date_not_even_where_clocks_change(machine: str) -> None:
    texts = [*EXAMPLES, *(text for zone in CHANGES for day in CHANGES[zone] for text in minutes(zone, day))]
    here = [outcome(text) for text in texts]
    os.environ["TZ"] = "UTC"
    time.tzset()
    try:
        assert [outcome(text) for text in texts] == here
    finally:
        os.environ["TZ"] = machine
        time.tzset()
