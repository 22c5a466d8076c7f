import pytest

from onrecord.suggest import closest

IDS = ("lavrov", "rubio", "orban", "budapest-summit-2025")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("lavrvo", "did you mean 'lavrov'?"),
        ("Lavrov", "did you mean 'lavrov'?"),
        ("lav\u200brov", "did you mean 'lavrov'?"),
        ("budapest_summit_2025", "did you mean 'budapest-summit-2025'?"),
        ("budapest–summit–2025", "did you mean 'budapest-summit-2025'?"),
        ("zelenskyy", ""),
        ("lavrov", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_suggested(word: str, hint: str) -> None:
    assert closest(word, IDS) == hint


@pytest.mark.parametrize("word", ["l\u0430vrov", "lavr\u03bfv", "\u043erban", "rubi\u043e"])
def test_letters_of_another_alphabet_are_named(word: str) -> None:
    near = {"l": "lavrov", "\u043e": "orban", "r": "rubio"}[word[0]]
    assert closest(word, IDS) == f"'{word}' contains letters of another alphabet; did you mean '{near}'?"


def test_a_slip_among_strange_letters_still_finds_the_word() -> None:
    assert closest("l\u0430vrvo", IDS) == "did you mean 'lavrov'?"


def test_the_order_of_the_candidates_does_not_matter() -> None:
    assert closest("ab-x", ["ab-2", "ab-1"]) == closest("ab-x", ["ab-1", "ab-2"])


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert closest("lavrov", ()) == ""
