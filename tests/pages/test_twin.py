import re

import pytest
from markdown_it import MarkdownIt

from onrecord.pages.beside.twin import escaped, markdown, twin_name
from onrecord.pages.headings import headings
from tests.built import DEFAULT, pages_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>A</h1><p>b <strong>c</strong></p>", "# A\n\nb **c**\n"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c\n"),
        ("<ol><li><p>a</p><p>b</p></li></ol>", "1. a\n\n  b\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n\n> b\n\nc\n"),
        ("<dl><div><dt>Who</dt><dd>Ann</dd></div></dl>", "- **Who**: Ann\n"),
        ("<p><a href='x'>no</a> <a href=\"../b/?c=1&amp;d=2\">b</a></p>", "[no]() [b](../b/?c=1&d=2)\n"),
        (
            "<table><caption>C</caption><tr><th>a</th><th>b|c</th></tr><tr><td><p>d</p></td><td></td></tr></table>",
            "C\n\n| a | b\\|c |\n| --- | --- |\n| d |  |\n",
        ),
        ('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>', "## A\n"),
        ('<p>A</p><p class="or-more or-on-paper">And 2 more on the site.</p>', "A\n"),
        ("<p>a <svg><title>t</title></svg>b</p>", "a b\n"),
        ('<p>a <span aria-hidden="true"><span></span></span>b</p>', "a b\n"),
        ("<p>1 &lt; 2 &amp; *so* [it] _is_ `now`</p>", "1 \\< 2 & \\*so\\* \\[it\\] \\_is\\_ \\`now\\`\n"),
        ("<p># no head</p><p>- no item</p><p>1. no list</p>", "\\# no head\n\n\\- no item\n\n1\\. no list\n"),
        ('<img src="a.jpg" alt="Ann">', "![Ann](a.jpg)\n"),
        ("<details><summary>More</summary><p>a</p></details>", "**More**\n\na\n"),
    ],
)  # fmt: skip
def test_html_becomes_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize("text", ["# a", "- a", "1. a", "a*b*c", "[a](b)", "<b>", "a\\b", "`a`", "> a"])
def test_escaped_text_is_read_as_it_is(text: str) -> None:
    (inline,) = (each for each in MarkdownIt().parse(escaped(text)) if each.type == "inline")

    assert "".join(child.content for child in inline.children or ()) == text


def test_a_twin_lies_beside_its_page() -> None:
    assert twin_name("actors/ann/", directory_urls=True) == "actors/ann/index.md"
    assert twin_name("actors/ann/", directory_urls=False) == "actors/ann.md"
    assert twin_name("", directory_urls=False) == "index.md"


def test_a_twin_has_every_heading_and_every_link_to_a_page_of_its_page() -> None:
    for page in pages_of(DEFAULT):
        twin = markdown(page.html)
        told = re.sub(r"\\(?=[\\`*_\[\]<#+.>-])", "", twin)
        assert [each.text for each in headings(page.html) if f"# {each.text}\n" not in told] == [], page.path
        shown = re.findall(r'(?<!hidden>)<a href="((?:\.\./)+\w[^"#]*)"', page.html)
        links = {link for link in shown if "&" not in link}
        assert {link for link in links if f"]({link})" not in twin} == set(), page.path
