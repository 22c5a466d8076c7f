import html5lib
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from onrecord.pages.words.markdown import inline, plain

WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="*_`[]<>\\&#~|!")
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]))
ALLOWED = {"a", "em", "strong", "code", "br"}


@given(WORDS)
def test_words_without_markup_come_out_as_they_went_in(text: str) -> None:
    assert inline(text) == escape(text)


@given(ANYTHING)
def test_no_text_makes_an_element_that_is_not_allowed(text: str) -> None:
    fragment = html5lib.parseFragment(str(inline(text)), namespaceHTMLElements=False)

    assert {element.tag for element in fragment.iter()} - {"DOCUMENT_FRAGMENT"} <= ALLOWED


@given(ANYTHING)
def test_plain_words_are_one_line(text: str) -> None:
    assert "\n" not in plain(text)
