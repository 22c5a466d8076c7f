import pytest

from onrecord.problems import Span
from onrecord.report.excerpt import WIDEST, excerpt, width


@pytest.mark.parametrize(
    ("line", "word", "carets"),
    [
        ("a: lavrvo", "lavrvo", "   ^^^^^^"),
        ("\ta: x", "x", "       ^"),
        ("名: 北京", "北京", "    ^^^^"),
        ("e\u0301: x", "x", "   ^"),
        ("я: ы", "ы", "   ^"),
    ],
)
def test_the_carets_stand_below_the_word(line: str, word: str, carets: str) -> None:
    start = line.index(word) + 1
    assert excerpt(line, Span(1, start, start + len(word)))[1] == carets


def test_a_place_behind_the_line_still_has_a_caret() -> None:
    assert excerpt("a:", Span(1, 3, 4)) == ("a:", "  ^")


@pytest.mark.parametrize("start", [1, 60, 500, 990])
@pytest.mark.parametrize("length", [1, 10, 400])
def test_a_long_line_is_cut_around_the_place(start: int, length: int) -> None:
    line = "".join(chr(ord("a") + n % 26) for n in range(1000))
    shown, carets = excerpt(line, Span(1, start, start + length))
    assert width(shown) <= WIDEST
    assert len(carets) <= WIDEST
    assert shown[len(carets) - len(carets.lstrip())] == line[start - 1]
    assert shown.startswith("…") == (start > 50)


def test_a_line_of_wide_characters_is_cut_by_columns() -> None:
    shown, carets = excerpt("北" * 300, Span(1, 150, 151))
    assert width(shown) <= WIDEST
    assert carets.endswith(" ^^")


def test_an_enormous_line_is_cut_too() -> None:
    shown, _ = excerpt("x" * 2_000_000, Span(1, 1_000_000, 1_000_010))
    assert (shown[0], shown[-1]) == ("…", "…")


@pytest.mark.parametrize("start", [1, 50_000, 100_000])
def test_a_line_of_marks_that_take_no_column_is_cut_too(start: int) -> None:
    shown, carets = excerpt("a" + "\u0301" * 100_000, Span(1, start, 100_001))
    assert len(shown) < 10_000
    assert carets.strip() == "^"
