import pytest

from onrecord.problems import Route
from tests.checks.conftest import Finding


def codes(find: Finding, paraphrase: str = "It is so.", more: str = "", about: str = "") -> list[str]:
    return [code for code, _ in found(find, paraphrase, more, about)]


def found(
    find: Finding, paraphrase: str = "It is so.", more: str = "", about: str = ""
) -> list[tuple[str, Route]]:
    statement = (
        f"speaker: ann\nsaid: 2025-11-13\nparaphrase: >-\n  {paraphrase}\n"
        f"sources:\n  - source: s\n    as_printed: one two three four\n{more}"
    )
    title = f"title: T\nlanguage: en\nbottom_line: B\nas_of: 2026-01-01\n{about}"
    return [(code, route) for code, _, route in find({"statements/x.yml": statement, "dossier.yml": title})]


@pytest.mark.parametrize(
    "text", ["Ann's friend can't come.", "the friends’ house", "5\u2032 tall", "a `word`"]
)
def test_apostrophes_are_no_quotation_marks(find: Finding, text: str) -> None:
    assert codes(find, text) == []


@pytest.mark.parametrize("text", ['so "good"', "so «good»", "so „good“", "so 「good」"])
def test_quotation_marks_of_any_language_are_found(find: Finding, text: str) -> None:
    assert codes(find, text) == ["quotation-marks-in-paraphrase"]


def test_the_limit_itself_is_allowed(find: Finding) -> None:
    assert codes(find, about="quote_limit: 4") == []


def test_no_limit_is_none(find: Finding) -> None:
    assert codes(find, about="quote_limit: 0") == []


def test_words_as_printed_and_translations_are_quotations_too(find: Finding) -> None:
    quote = (
        "quote: {text: один два, lang: ru, translation: {text: one two three four, lang: en, by: our own}}\n"
    )

    assert found(find, more=quote, about="quote_limit: 3") == [
        ("quote-too-long", ("quote", "translation", "text")),
        ("quote-too-long", ("sources", 0, "as_printed")),
    ]


def test_words_printed_as_quoted_are_told_once(find: Finding) -> None:
    quote = "quote: {text: one two three four, lang: en}\n"

    assert codes(find, more=quote, about="quote_limit: 3") == ["quote-too-long"]


def mixed(find: Finding, text: str) -> bool:
    judgment = f"{{text: '{text}', on: 2025-11-13, rests_on: [s, ann]}}"
    return "judgment-mixes-words" in [code for code, *_ in find({"judgments/j.yml": judgment})]


@pytest.mark.parametrize(
    "text",
    [
        "It is likely. We have high confidence in that.",
        "Confidence between the two is low.",
        "The probability is small! We are confident of the sources.",
        "They remotely met and confided in each other, an unlikelyish thing.",
    ],
)
def test_likelihood_and_confidence_in_sentences_of_their_own_are_allowed(find: Finding, text: str) -> None:
    assert not mixed(find, text)


@pytest.mark.parametrize(
    "text",
    [
        "We judge with moderate confidence that it is very unlikely.",
        "Almost certainly so, we say confidently.",
        "There is a roughly even chance (low confidence) of it.",
        "First. It is IMPROBABLE, Confidence: high.",
    ],
)
def test_likelihood_and_confidence_in_one_sentence_are_found(find: Finding, text: str) -> None:
    assert mixed(find, text)


def test_each_judgment_that_mixes_them_is_found_once(find: Finding) -> None:
    mixes = "It is likely, with high confidence. It is unlikely, with low confidence."
    judgment = f"{{text: '{mixes}', on: 2025-11-13, rests_on: [s, ann]}}"
    found = find({"judgments/i.yml": judgment, "judgments/j.yml": judgment})

    assert [file for code, file, _ in found if code == "judgment-mixes-words"] == [
        "judgments/i.yml",
        "judgments/j.yml",
    ]
