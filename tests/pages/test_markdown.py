import pytest

from onrecord.pages.words.markdown import first_sentence, inline, paragraphs, plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*so*", "<em>so</em>"),
        ("a & b", "a &amp; b"),
        ("[there](https://example.org/a?b=c&d)", '<a href="https://example.org/a?b=c&amp;d">there</a>'),
    ],
)
def test_emphasis_and_links_are_kept(text: str, html: str) -> None:
    assert inline(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](vbscript:a)",
        "[x](data:text/html,a)",
        "# heading",
        "---",
    ],
)
def test_what_could_act_or_break_the_outline_stays_text(text: str) -> None:
    for html in (inline(text), paragraphs(text)):
        assert not any(tag in html for tag in ("<script", "<img", "<h1", "<hr", 'href="'))


def test_plain_words_carry_no_markup() -> None:
    assert plain("He *said*\n[so](https://example.org) & left") == "He said so & left"


def test_lists_and_paragraphs_are_made() -> None:
    assert paragraphs("one\n\n- two\n- three") == "<p>one</p>\n<ul>\n<li>two</li>\n<li>three</li>\n</ul>"


def test_a_picture_becomes_a_link_since_nothing_is_fetched() -> None:
    assert inline("![x](https://example.org/x.png)") == '!<a href="https://example.org/x.png">x</a>'


def test_the_first_sentence_ends_where_a_new_one_begins() -> None:
    assert first_sentence("Dr. Smith will go (he says). Nobody else will.") == (
        "Dr. Smith will go (he says).",
        "Nobody else will.",
    )
    assert first_sentence("It is [so. And](there) more. ") == ("It is [so. And](there) more. ", "")
