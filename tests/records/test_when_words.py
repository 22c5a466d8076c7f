import time

import pytest

from onrecord.records.when import parse, short_words, words
from onrecord.records.when_edtf import MONTHS


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("de", "7. November 2025", "7. Nov. 2025"),
        ("fr", "7 novembre 2025", "7 nov. 2025"),
        ("hu", "2025. november 7.", "2025. nov. 7."),
        ("pt-BR", "7 de novembro de 2025", "7 de nov. de 2025"),
        ("en-GB", "7 November 2025", "7 Nov 2025"),
        ("no language", "7 November 2025", "7 Nov 2025"),
        ("zz", "7 November 2025", "7 Nov 2025"),
    ],
)
def test_a_day_is_named_in_the_language_asked_for(language: str, long: str, short: str) -> None:
    when = parse("2025-11-07")

    assert (words(when, language), short_words(when, language)) == (long, short)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2025-11~", "de", "etwa November 2025"),
        ("2025-11?", "fr", "peut-être novembre 2025"),
        ("2025-11~", "hu", "2025. november körül"),
        ("2025-23", "de", "Herbst 2025"),
        ("2025-24", "fr", "hiver 2025\N{EN DASH}26"),
        ("2025-23", "hu", "2025 ősze"),
        ("2025-10-20/..", "de", "frühestens 20. Oktober 2025"),
        ("../2025", "fr", "au plus tard : 2025"),
        ("unknown", "hu", "nincs kitűzött dátum"),
        ("201X", "de", "2010er-Jahre"),
        ("2025", "hu", "2025"),
        ("2025-10/2025-11", "de", "Oktober\N{EN DASH}November 2025"),
        ("2025-10-24/2025-10-26", "fr", "24\N{EN DASH}26 oct. 2025"),
        ("2025-10-16/2025-10-16", "hu", "2025. október 16."),
        ("2025-10-16T11:42-04:00", "de", "16. Oktober 2025, 11:42 (UTC\N{MINUS SIGN}04:00; 15:42 UTC)"),
    ],
)
def test_other_languages_have_phrases_of_their_own(text: str, language: str, expected: str) -> None:
    assert words(parse(text), language) == expected


def test_each_month_has_its_english_name() -> None:
    named = [words(parse(f"2025-{month:02}")) for month in range(1, 13)]

    assert named == [f"{month} 2025" for month in MONTHS]


def test_a_year_of_few_digits_is_not_taken_for_a_day() -> None:
    assert words(parse("0044-03-15")) == "15 March AD 44"


@pytest.mark.parametrize(
    "text", ["2025-11-07~", "2025-11?", "2025%", "2025-10-24~/2025-10-26", "../2025-10?", "201X%"]
)
def test_no_wording_drops_a_doubt(text: str) -> None:
    when = parse(text)

    assert any(sign in words(when) for sign in ("about", "possibly"))
    assert any(sign in short_words(when) for sign in ("c. ", "possibly"))
    assert not when.machine


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "2025-10-16T23:30[America/Argentina/Buenos_Aires]",
            "16 October 2025, 23:30 (Buenos Aires, UTC−03:00; 17 October 2025, 02:30 UTC)",  # noqa: RUF001
        ),
        ("2025-10-16T23:30+02:00", "16 October 2025, 23:30 (UTC+02:00; 21:30 UTC)"),
        ("2025-01-16T23:30[Europe/London]", "16 January 2025, 23:30 (London, UTC+00:00)"),
        ("1991", "1991"),
        ("199X", "the 1990s"),
        ("200X", "between 2000 and 2009"),
        ("19XX", "between 1900 and 1999"),
    ],
)
def test_a_time_is_said_alike_wherever_it_is_read(
    text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as there:
        there.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        found = words(parse(text))
    time.tzset()

    assert found == said


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("1000", "en", "1000"),
        ("0999", "en", "AD 999"),
        ("2025-11-07", "en-US", "7 November 2025"),
        ("2025-11~", "en_GB", "about November 2025"),
        ("2025-11-07", "de_AT", "7. November 2025"),
        ("2025-11~", "de_AT", "etwa November 2025"),
        ("2025-11~", "de-AT", "etwa November 2025"),
    ],
)
def test_a_language_may_name_its_country_with_either_stroke(text: str, language: str, said: str) -> None:
    assert words(parse(text), language) == said
