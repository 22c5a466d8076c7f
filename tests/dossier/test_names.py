import pytest

from onrecord.dossier.names import counted, listed, origin_name, sentence
from tests.dossier.make import actor, dossier, source


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no sides"), (1, "one side"), (2, "two sides"), (10, "ten sides"), (11, "11 sides")],
)
def test_small_numbers_are_words_and_nouns_agree(number: int, words: str) -> None:
    assert counted(number, "side") == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("", ""),
        ("A", "A"),
        ("AB", "A and B"),
        ("ABA", "A and B"),
        ("ABCD", "A, B, C and D"),
        ("ABCDE", "A, B, C and two others"),
    ],
)
def test_names_are_listed_once_and_not_too_many(names: str, words: str) -> None:
    assert listed(names) == words


def test_a_sentence_has_a_capital_and_a_stop_and_keeps_its_names() -> None:
    assert sentence("only TASS prints it") == "Only TASS prints it."


def test_an_origin_is_called_by_its_publisher_or_in_the_words_that_describe_it() -> None:
    linked = dossier(actor("tass-agency", name="TASS"), source("dispatch", publisher="tass-agency"))

    assert origin_name(linked, "dispatch") == "TASS"
    assert origin_name(linked, "a diplomat, unnamed") == "“a diplomat, unnamed”"
    assert origin_name(linked, "gone") == "a source without a record here"
