from pathlib import Path

import pytest

from onrecord.records.when import BadDate, Certainty, Precision, When, parse, short_words, words
from tests.records.dates import told

DOCS = Path(__file__).parents[2] / "docs" / "dates.md"


def rows(heading: str) -> list[list[str]]:
    section = DOCS.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def written(cell: str) -> str:
    return cell.strip("`")


DATES = [*rows("Dates without a clock time"), *rows("Between two dates")]
TIMES = rows("Clock times")
REFUSED = rows("What is refused")


def test_the_page_on_dates_has_its_tables() -> None:
    assert (len(DATES), len(TIMES), len(REFUSED)) > (30, 9, 50)


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_a_date_is_what_the_page_on_dates_says(row: list[str]) -> None:
    when = parse(written(row[0]))

    days = [str(day or "") for day in (when.first_day, when.last_day)]
    assert [*days, words(when), short_words(when), when.machine] == [*row[1:], ""][:5]


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_a_date_covers_its_days_whole_in_universal_time(row: list[str]) -> None:
    when = parse(written(row[0]))

    assert (when.first.isoformat() if when.first else "") == (row[1] and f"{row[1]}T00:00:00+00:00")
    assert (when.last.isoformat() if when.last else "") == (row[2] and f"{row[2]}T23:59:59.999999+00:00")


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row[0])
def test_a_clock_time_is_what_the_page_on_dates_says(row: list[str]) -> None:
    when = parse(written(row[0]))

    assert when.first
    assert when.last
    ends = [end.isoformat().replace("+00:00", "Z") for end in (when.first, when.last)]
    assert [*ends, words(when), short_words(when), when.machine] == row[1:]
    assert when.precision is Precision.INSTANT


@pytest.mark.parametrize("row", [*DATES, *TIMES], ids=lambda row: row[0])
def test_canonical_text_reads_as_the_same_date(row: list[str]) -> None:
    when = parse(written(row[0]))

    assert told(parse(when.edtf)) == told(when)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[0])
def test_what_is_refused_gets_the_code_and_hint_of_the_page_on_dates(row: list[str]) -> None:
    text, code, offer = written(row[0]), *row[1:]

    with pytest.raises(BadDate) as bad:
        parse(text)

    assert (bad.value.code, offer in bad.value.hint) == (code, True), bad.value.hint
    assert not bad.value.message.endswith(".")


def problem(text: str) -> BadDate:
    with pytest.raises(BadDate) as bad:
        parse(text)
    return bad.value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-31", "'2025-02-31' is not a date: February 2025 has 28 days"),
        ("2025-13", "'2025-13' is not a date: there is no month 13"),
        ("2025-25", "'2025-25' is EDTF level 2, and dates here go up to level 1"),
        ("2025-10/2025-09", "'2025-10/2025-09' ends before it begins"),
        ("2025-10-16T11:42", "'2025-10-16T11:42' has a clock time, and does not say in which zone"),
        ("", "the date is empty"),
        (" \n", "the date is empty"),
        ("9" * 500, f"'{'9' * 80}…' is not a date"),
        ("-0000", "'-0000' is not a date"),
        ("2025-11-07\n2025", "'2025-11-07\\n2025' is not a date"),
        ("٢٠٢٥-10-16", "'٢٠٢٥-10-16' is not a date"),
        (
            "0001-01-01T00:00+14:00",
            "'0001-01-01T00:00+14:00' lies outside the years 0001 to 9999 in universal time",
        ),
        (
            "9999-12-31T23:59-12:00",
            "'9999-12-31T23:59-12:00' lies outside the years 0001 to 9999 in universal time",
        ),
        ("9999-12-31 23:59 America/New_York", "'9999-12-31 23:59 America/New_York' lies outside"),
    ],
)
def test_a_message_quotes_the_text_and_says_what_is_wrong(text: str, message: str) -> None:
    assert problem(text).message.startswith(message)


def test_every_refusal_has_a_hint() -> None:
    texts = (
        "",
        "x",
        "/",
        "2025/x",
        "22:30",
        "2025-10-16T",
        "T11:42Z",
        "..",
        "a/b",
        "[]",
        "2025-10-16T11:42Z[",
    )

    assert [text for text in texts if not problem(text).hint] == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2025-11-07", Precision.DAY),
        ("2025-11~", Precision.MONTH),
        ("1985-04-XX", Precision.MONTH),
        ("2025-23", Precision.SEASON),
        ("2025", Precision.YEAR),
        ("1985-XX-XX", Precision.YEAR),
        ("201X", Precision.SPAN),
        ("2025-10-20/..", Precision.SPAN),
        ("2025-10-20T11:00Z", Precision.INSTANT),
        ("unknown", Precision.UNKNOWN),
    ],
)
def test_precision_is_the_unit_that_was_given(text: str, precision: Precision) -> None:
    assert parse(text).precision is precision


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("2025", Certainty.SURE),
        ("2025?", Certainty.UNCERTAIN),
        ("201X~", Certainty.APPROXIMATE),
        ("2025-21%", Certainty.BOTH),
        ("2024/2025~", Certainty.APPROXIMATE),
        ("2024?/2025?", Certainty.UNCERTAIN),
        ("2024?/2025~", Certainty.BOTH),
        ("../2025?", Certainty.UNCERTAIN),
    ],
)
def test_certainty_joins_both_ends(text: str, certainty: Certainty) -> None:
    assert parse(text).certainty is certainty


@pytest.mark.parametrize(
    ("text", "zone", "edtf"),
    [
        ("2025-10-16 11:42Z", "UTC", "2025-10-16T11:42Z"),
        ("2025-10-16 11:42 GMT", "UTC", "2025-10-16T11:42Z"),
        ("2025-10-16T11:42+00:00", "+00:00", "2025-10-16T11:42+00:00"),
        ("2025-10-16 11:42 Europe/Budapest", "Europe/Budapest", "2025-10-16T11:42+02:00[Europe/Budapest]"),
        ("1850-10-16 11:42 Europe/Budapest", "Europe/Budapest", "1850-10-16T11:42[Europe/Budapest]"),
    ],
)
def test_a_timestamp_keeps_its_zone(text: str, zone: str, edtf: str) -> None:
    when = parse(text)

    assert (when.zone, when.edtf) == (zone, edtf)


def test_mean_local_time_of_old_days_is_told_to_machines_in_universal_time() -> None:
    assert parse("1850-10-16 11:42 Europe/Budapest").machine == "1850-10-16T10:25:40Z"


def test_the_same_time_written_twice_is_one_value_and_both_remember_their_text() -> None:
    one, other = parse(" 2025-10-16 11:42 Europe/Budapest "), parse("2025-10-16T11:42+02:00[Europe/Budapest]")

    assert one == other
    assert hash(one) == hash(other)
    assert one.text != other.text


def test_dates_that_cover_the_same_days_stay_different() -> None:
    assert (
        len({parse(text) for text in ("2004", "2004-XX", "2004-XX-XX", "2004/2004", "2004-01/2004-12")}) == 5
    )


def test_days_are_those_of_the_clock_that_was_read() -> None:
    when = parse("2025-10-16T00:30+02:00")

    assert (str(when.first_day), str(when.last_day)) == ("2025-10-16", "2025-10-16")
    assert str(when.first) == "2025-10-15 22:30:00+00:00"


def test_a_value_made_by_hand_has_words() -> None:
    by_hand = [When("some day", None, None, precision) for precision in (Precision.SPAN, Precision.INSTANT)]

    assert [words(when) for when in by_hand] == ["some day", "some day"]


@pytest.mark.parametrize("text", ["2025/2026", "2025-10-16T11:42+01:59", "0001-XX", "0001-01"])
def test_a_date_remembers_how_it_was_written(text: str) -> None:
    assert parse(text).text == text


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("2025-10-16T11:42+05:45", "2025-10-16T11:42+05:45"),
        ("2025-10-16T11:42:07[Europe/Budapest]", "2025-10-16T11:42:07+02:00"),
    ],
)
def test_machines_are_told_the_offset_as_it_is(text: str, machine: str) -> None:
    assert parse(text).machine == machine


@pytest.mark.parametrize(("text", "nearest"), [("2025-10-00", "2025-10-01"), ("2025-02-30", "2025-02-28")])
def test_the_hint_names_the_nearest_day_that_there_is(text: str, nearest: str) -> None:
    with pytest.raises(BadDate) as raised:
        parse(text)
    assert raised.value.hint.startswith(f"write '{nearest}', ")


def test_a_text_as_long_as_a_date_may_be_is_read_whole() -> None:
    with pytest.raises(BadDate) as longest:
        parse("x" * 80)
    with pytest.raises(BadDate) as longer:
        parse("x" * 81)
    assert "…" not in longest.value.message
    assert "…" in longer.value.message


def test_a_date_that_is_not_known_remembers_how_that_was_written() -> None:
    assert parse("unknown").text == "unknown"
