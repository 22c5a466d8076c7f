from collections.abc import Callable

import pytest

from onrecord.records import forms
from onrecord.records.forms import FormError
from onrecord.records.slugs import slug

GOOD: list[tuple[Callable[[str], object], str]] = [
    (forms.record_id, "lavrov-2025-11-13-ready"),
    (forms.record_id, "0"),
    (forms.record_id, "a" * 120),
    (forms.url, "https://example.org/a?b=c#d"),
    (forms.url, "http://пример.рф/страница"),
    (forms.url, "https://[2001:db8::1]:8080/"),
    (forms.language, "en"),
    (forms.language, "pt-BR"),
    (forms.language, "zh-Hant-TW"),
    (forms.language, "sr-Latn"),
    (forms.language, "de-1996"),
    (forms.language, "en-u-ca-gregory"),
    (forms.language, "und"),
    (forms.wikidata, "Q58217"),
    (forms.content_file, "images/lavrov 2025.jpg"),
    (forms.url, f"https://example.org/{'a' * 3_980}"),
    (forms.content_file, "a" * 240),
    (forms.content_file, "texts/console.txt"),
    (forms.content_file, " con"),
    (forms.content_file, "a.con"),
    (forms.content_file, "conX.txt"),
]


@pytest.mark.parametrize(("read", "text"), GOOD)
def test_a_text_in_the_right_form_stays_as_it_is(read: Callable[[str], object], text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (forms.record_id, "Lavrov", "bad-id"),
        (forms.record_id, "a--b", "bad-id"),
        (forms.record_id, "-a", "bad-id"),
        (forms.record_id, "index", "bad-id"),
        (forms.record_id, "a" * 121, "bad-id"),
        (forms.url, "example.org", "bad-url"),
        (forms.url, "javascript:alert(1)", "bad-url"),
        (forms.url, "ftp://example.org/", "bad-url"),
        (forms.url, "https:///path", "bad-url"),
        (forms.url, "https://[::1", "bad-url"),
        (forms.url, "https://example.org:port/", "bad-url"),
        (forms.url, "https://example.org/a b", "bad-url"),
        (forms.language, "russian", "bad-language"),
        (forms.language, "pt_BR", "bad-language"),
        (forms.language, "e", "bad-language"),
        (forms.wikidata, "58217", "bad-wikidata"),
        (forms.wikidata, "q58217", "bad-wikidata"),
        (forms.latitude, "90.1", "bad-number"),
        (forms.latitude, "47,5", "bad-number"),
        (forms.latitude, "nan", "bad-number"),
        (forms.latitude, "٤٧", "bad-number"),
        (forms.longitude, "-180.5", "bad-number"),
        (forms.longitude, "inf", "bad-number"),
        (forms.count, "-1", "bad-number"),
        (forms.count, "2.5", "bad-number"),
        (forms.content_file, "/etc/passwd", "bad-path"),
        (forms.content_file, "../secret.txt", "bad-path"),
        (forms.content_file, "a/../../b", "bad-path"),
        (forms.content_file, "C:/b", "bad-path"),
        (forms.content_file, "a\\b", "bad-path"),
        (forms.content_file, "a" * 241, "bad-path"),
        (forms.content_file, "con", "bad-path"),
        (forms.content_file, "texts/CON.txt", "bad-path"),
        (forms.content_file, "NUL .tar.gz", "bad-path"),
        (forms.content_file, "a.", "bad-path"),
        (forms.content_file, "a ", "bad-path"),
    ],
)
def test_a_text_in_another_form_is_refused_with_its_code(
    read: Callable[[str], object], text: str, code: str
) -> None:
    with pytest.raises(FormError) as caught:
        read(text)

    assert caught.value.code == code
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Sergey Lavrov", "write 'sergey-lavrov'"),
        ("Szijjártó_Péter", "write 'szijjarto-peter'"),
        ("lаvrov", "write 'lavrov'"),  # noqa: RUF001 - a Cyrillic letter is the point
        ("Лавров", "use the letters a to z, digits and hyphens"),
        ("--", "use the letters a to z, digits and hyphens"),
    ],
)
def test_the_hint_for_a_bad_id_is_an_id(text: str, hint: str) -> None:
    with pytest.raises(FormError) as caught:
        forms.record_id(text)

    assert caught.value.hint == hint


def test_an_id_that_windows_keeps_is_told_with_another() -> None:
    with pytest.raises(FormError) as caught:
        forms.record_id("con")

    assert caught.value.message == "the id 'con' is a name that Windows keeps for a device"
    assert (caught.value.code, caught.value.hint) == ("bad-id", "choose another, such as 'con-1'")


def test_an_address_without_end_is_told_with_its_length_and_its_beginning() -> None:
    with pytest.raises(FormError) as caught:
        forms.url(f"https://example.org/{'a' * 3_981}")

    assert (caught.value.code, caught.value.hint) == ("bad-url", "take off what the page is found without")
    assert caught.value.message == (
        f"the address 'https://example.org/{'a' * 40}…' has 4001 characters; 4000 are allowed"
    )


def test_a_letter_that_only_looks_latin_is_named() -> None:
    with pytest.raises(FormError, match=r"'а' \(U\+0430\) only looks like a Latin letter"):  # noqa: RUF001
        forms.record_id("lаvrov")  # noqa: RUF001 - a Cyrillic letter is the point


def test_degrees_and_counts_become_numbers() -> None:
    assert forms.latitude("47.4979") == 47.4979
    assert forms.longitude("-180") == -180.0
    assert (forms.latitude("90"), forms.latitude("-90"), forms.longitude("180")) == (90.0, -90.0, 180.0)
    assert forms.count("25") == 25


def test_a_message_holds_no_more_of_a_text_than_fits() -> None:
    assert forms.shown("short") == "'short'"
    assert forms.shown("x" * 120) == f"'{'x' * 120}'"
    assert forms.shown("x" * 121) == f"'{'x' * 60}…'"
    assert forms.shown("x" * 500) == f"'{'x' * 60}…'"
    assert forms.shown("two\nlines") == "'two…'"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("  --Straße (№ 5)  ", "strasse-no-5"),
        ("a" * 119 + " b", "a" * 119),
        ("a" * 118 + " bc", "a" * 118 + "-b"),
        ("Ørsted & Łódź", "orsted-lodz"),
        ("x\u0438", ""),
    ],
)
def test_the_nearest_id_keeps_what_an_id_may_hold(text: str, near: str) -> None:
    assert slug(text) == near
