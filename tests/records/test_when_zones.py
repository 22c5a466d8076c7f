from datetime import datetime, timedelta

import pytest

from onrecord.records.zones import (
    closest_zone,
    named_zone,
    offset_of,
    offset_text,
    offsets_at,
    zone_names,
    zone_of,
)


def hours(local: str, name: str) -> list[float]:
    offsets = offsets_at(datetime.fromisoformat(local), zone_of(name))
    return [offset / timedelta(hours=1) for offset in offsets]


@pytest.mark.parametrize(
    ("local", "name", "expected"),
    [
        ("2025-03-30T01:59", "Europe/Budapest", [1]),
        ("2025-03-30T02:00", "Europe/Budapest", []),
        ("2025-03-30T02:59", "Europe/Budapest", []),
        ("2025-03-30T03:00", "Europe/Budapest", [2]),
        ("2025-10-26T01:59", "Europe/Budapest", [2]),
        ("2025-10-26T02:00", "Europe/Budapest", [2, 1]),
        ("2025-10-26T02:59", "Europe/Budapest", [2, 1]),
        ("2025-10-26T03:00", "Europe/Budapest", [1]),
        ("2025-03-09T01:59", "America/New_York", [-5]),
        ("2025-03-09T02:00", "America/New_York", []),
        ("2025-03-09T03:00", "America/New_York", [-4]),
        ("2025-11-02T00:59", "America/New_York", [-4]),
        ("2025-11-02T01:00", "America/New_York", [-4, -5]),
        ("2025-11-02T02:00", "America/New_York", [-5]),
        ("2011-12-30T12:00", "Pacific/Apia", []),
        ("2025-07-01T12:00", "+05:30", [5.5]),
        ("2025-07-01T12:00", "UTC", [0]),
    ],
)
def test_clocks_skip_the_gap_and_show_the_fold_twice(local: str, name: str, expected: list[float]) -> None:
    assert hours(local, name) == expected


def test_only_places_are_zones() -> None:
    names = zone_names()

    assert {"Europe/Budapest", "America/Argentina/Buenos_Aires"} <= names
    assert not names & {"EST", "CET", "Etc/GMT+5", "UTC", "America"}
    assert [named_zone(name) for name in ("EST", "../zones", "America", "")] == [None] * 4


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("europe/budapest", "Europe/Budapest"),
        ("Budapest", "Europe/Budapest"),
        ("new york", "America/New_York"),
        ("Knox", "America/Indiana/Knox"),
        ("Europe/Bu", ""),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("America/NewYork", "America/New_York"),
        ("EST", ""),
    ],
)
def test_a_slip_in_a_zone_is_understood(written: str, meant: str) -> None:
    assert closest_zone(written) == meant


@pytest.mark.parametrize("text", ["+00:00", "-04:00", "+05:45", "-00:30", "+14:00"])
def test_an_offset_is_written_as_it_was_read(text: str) -> None:
    assert offset_text(offset_of(text)) == text


def test_a_zone_knows_its_name() -> None:
    zone = named_zone("America/Indiana/Knox")

    assert zone is not None
    assert zone.key == "America/Indiana/Knox"
