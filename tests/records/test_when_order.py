from datetime import date
from itertools import pairwise

import pytest

from onrecord.records.when import certainly_before, parse, possible_on_or_before, timeline_key

BEFORE = [
    ("2025-10-16", "2025-10-17"),
    ("2025-10", "2025-11-01"),
    ("../2025-10-16", "2025-10-17/.."),
    ("2025-10-16T11:42Z", "2025-10-16T11:43Z"),
    ("2025-10-16T11:42-04:00", "2025-10-16T18:00+02:00"),
    ("2025-10-16", "2025-10-17T12:00Z"),
    ("2025-10-16T09:59Z", "2025-10-17"),
    ("2025-10-16~", "2025-10-18"),
    ("2024~", "2026-01-02"),
    ("2024/2025~", "2028"),
    ("../2024~", "2026-01-02"),
    ("2024", "2027~/.."),
    ("2025-12-30", "2026-01-01~/.."),
]
NOT_BEFORE = [
    ("2025-10-16", "2025-10-16"),
    ("2025-10-17", "2025-10-16"),
    ("2025-10-16", "2025-10"),
    ("2025-10-16/..", "2025-11"),
    ("2025-10-16", "../2025-11"),
    ("2025-10-16", "unknown"),
    ("unknown", "2025-10-16"),
    ("2025-10-16T11:42Z", "2025-10-16T11:42:30Z"),
    ("2025-10-16", "2025-10-17T11:59Z"),
    ("2025-10-16T10:00Z", "2025-10-17"),
    ("2025-10-16~", "2025-10-17"),
    ("2025-10-16~", "2025-10-17T12:00Z"),
    ("2025-10-16T09:59Z", "2025-10-17~"),
    ("2025-10-16?", "2035-10-17"),
    ("2025-10-16", "2035%"),
    ("2024~", "2026-01-01"),
    ("201X~", "2025"),
    ("201X~", "2029"),
    ("../2024~", "2026-01-01"),
    ("2024", "2026~/.."),
    ("2025-12-31", "2026-01-01~/.."),
    ("0001-01-01", "0001-01-01T01:00Z"),
    ("9999-12-31T23:00Z", "9999-12-31"),
]


@pytest.mark.parametrize(("a", "b"), BEFORE)
def test_certainly_before_is_one_way(a: str, b: str) -> None:
    assert certainly_before(parse(a), parse(b))
    assert not certainly_before(parse(b), parse(a))


@pytest.mark.parametrize(("a", "b"), NOT_BEFORE)
def test_what_may_overlap_is_not_certainly_before(a: str, b: str) -> None:
    assert not certainly_before(parse(a), parse(b))


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("2025-10-16", True),
        ("2025-10-17", False),
        ("2025-10", True),
        ("2025-11", False),
        ("2025-10-17~", False),
        ("../2030", True),
        ("unknown", True),
        ("2025-10-16T23:30-04:00", True),
        ("2025-10-17T00:30+02:00", False),
    ],
)
def test_possible_on_or_before_goes_by_the_first_day_as_written(text: str, possible: bool) -> None:
    assert possible_on_or_before(parse(text), date(2025, 10, 16)) is possible


def test_a_timeline_goes_by_earliest_moment_then_narrower_before_wider_unknown_last() -> None:
    ordered = [
        "../2025",
        "2025-10-16T01:00+02:00",
        "2025-10-16T00:00:00Z",
        "2025-10-16T00:00Z",
        "2025-10-16",
        "2025-10-16/2025-10-18",
        "2025-10-16/..",
        "2025-10-17",
        "9999-12-31T23:59:59Z",
        "unknown",
    ]
    keys = [timeline_key(parse(text)) for text in ordered]

    assert all(one < other for one, other in pairwise(keys))
