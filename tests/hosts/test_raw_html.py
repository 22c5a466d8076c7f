import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from onrecord.hosts.raw_html import front_matter, unbroken


def read(html: str) -> list[tuple[str, object]]:
    """Return what a browser's parser makes of ``html``: elements with their attributes, and texts."""
    import html5lib

    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    assert body is not None
    return [(str(each.tag), (dict(each.attrib), each.text, each.tail)) for each in body.iter()]


@pytest.mark.parametrize(
    "article",
    [
        "<article><p>a</p>\n\n\n    <p>b</p></article>",
        "<article><pre>a\n\n  b\n\tc</pre></article>",
        '<article><p title="a\n\nb\tc"\n\n   lang=en>d</p></article>',
        "<article><p class='a \"b\" > c'>1 &lt; 2 &amp;\n  \n# not a heading\n\n    not code</p></article>",
        "<article><svg viewBox='0 0 1 1'><circle r='1'/>\n\n<text>a_b_c *d*</text></svg></article>",
    ],
)
def test_an_article_comes_out_of_markdown_as_it_went_in(article: str) -> None:
    block = f"<div>\n{unbroken(article)}\n</div>"

    assert "\n\n" not in block
    assert read(markdown(block)) == read(f"<div>\n{article}\n</div>")


def test_a_script_keeps_its_meaning() -> None:
    script = '<script type="application/ld+json">{"a":\n\n 1}</script>'

    assert unbroken(script) == '<script type="application/ld+json">{"a":\n 1}</script>'


@given(st.text())
def test_front_matter_gives_any_text_back(text: str) -> None:
    written = front_matter({"title": text})

    assert (written[:4], written[-4:]) == ("---\n", "---\n")
    assert yaml.safe_load(written[4:-4]) == {"title": text}
