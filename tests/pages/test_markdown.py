import re
from itertools import product

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


SCHEMES = ("javascript", "JaVaScRiPt", "vbscript", "data", "file", "blob", "intent", "ms-word", "tel", "x")
COLONS = (
    ":",
    "&colon;",
    "&#58;",
    "&#x3a;",
    "&#x0003A;",
    "%3A",
    "\\:",
    "\t:",
    "&Tab;:",
    "&NewLine;:",
    "&#10;:",
)
BEFORE = ("", " ", "\x01", "&#1;", "&Tab;", "\u00a0", "&nbsp;", "\u200b", "/", "//", "\\", "#", "?", "../")
FORMS = (
    "[x]({})",
    "[x](<{}>)",
    "<{}>",
    "[x][y]\n\n[y]: {}",
    "[x][y]\n\n[y]: <{}>",
    "![x]({})",
    "[x]({} 'y')",
)
NOWHERE = (
    "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "&#0000106avascript:alert(1)",
    "java&#10;script:alert(1)", "java\\script:alert(1)", "%6aavascript:alert(1)", "data:image/png;base64,aa",
    "data:image/svg+xml;base64,PHN2Zz4=", "//elsewhere.example", "\\\\elsewhere.example", "https:x",
    "https:/x", "https:///x", "nowhere/", "../../x", "/x", "#id", "?q=x", "mailto:", "mailto:?to=x",
)  # fmt: skip


def test_only_a_whole_address_on_the_web_or_of_mail_becomes_a_link() -> None:
    made = [f"{before}{scheme}{colon}alert(1)" for scheme, colon, before in product(SCHEMES, COLONS, BEFORE)]
    linked = {
        text
        for form, address in product(FORMS, (*made, *NOWHERE))
        for text in (form.format(address),)
        for html in (inline(text), paragraphs(text))
        if re.search(r"<(?!/?(?:p|ul|ol|li|blockquote|strong|em)>)", html)
    }

    assert linked == set()
    assert inline("[x](mailto:ann@example.org)") == '<a href="mailto:ann@example.org">x</a>'
    assert inline("<HTTPS://example.org>") == '<a href="HTTPS://example.org">HTTPS://example.org</a>'


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
