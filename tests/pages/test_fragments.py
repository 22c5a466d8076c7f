from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.words.fragments import at_words

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("the date is not set", "the%20date%20is%20not%20set"),
        ("Russia-US, a “summit” & more", "Russia%2DUS%2C%20a%20%E2%80%9Csummit%E2%80%9D%20%26%20more"),
        ("“Готовы.”", "%D0%93%D0%BE%D1%82%D0%BE%D0%B2%D1%8B"),
        ("short … but this is the longer part", "but%20this%20is%20the%20longer%20part"),
        ("a b c d e f g h i j k l m", "a%20b%20c%20d%20e,i%20j%20k%20l%20m"),
    ],
)
def test_a_link_points_at_the_words(text: str, directive: str) -> None:
    assert at_words(URL, text) == f"{URL}#:~:text={directive}"


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert at_words(f"{URL}#top", "words") == f"{URL}#top:~:text=words"


@pytest.mark.parametrize(("url", "text"), [(URL, ""), (URL, " … "), ("https://example.org/a.PDF?x", "words")])
def test_where_words_cannot_be_pointed_at_the_address_stays(url: str, text: str) -> None:
    assert at_words(url, text) == url


@given(st.text(min_size=1))
def test_a_directive_holds_no_sign_that_has_a_meaning_in_it(text: str) -> None:
    _, _, directive = at_words(URL, text).partition("#:~:text=")

    assert not set("-&#? ") & set(directive)
    assert directive.count(",") <= 1
    assert all(part.strip() == part for part in map(unquote, directive.split(",")))
