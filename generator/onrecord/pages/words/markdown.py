"""The one way from an editor's Markdown to HTML: a safe subset, raw HTML off, links checked."""

import re
from functools import lru_cache
from html import unescape

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from onrecord.records.lines import one_line

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”’%]{3}[.?!])\s+(?=[A-Z“‘(\[])")
_ADDRESS = re.compile(r"https?://[^/?#]|mailto:[^/?#]", re.IGNORECASE)
_TAG = re.compile("<[^<>]+>")
_PLAIN = re.compile(r"[^*_`\[\]<>\\&#~|!\n]*")


class _Converter(MarkdownIt):
    """Makes a link of nothing but a whole address on the web or of somebody's mail.

    A text is shown on many pages, from which a way that is not whole would lead to different places;
    other schemes start programs.
    """

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the name that is called
        return bool(_ADDRESS.match(url))


def _converter() -> MarkdownIt:
    converter = _Converter("commonmark", {"html": False, "typographer": False})
    return converter.disable(
        ["image", "heading", "lheading", "hr", "code", "fence", "html_block", "html_inline"]
    )


_CONVERTER = _converter()


@lru_cache(maxsize=20_000)
def paragraphs(text: str) -> Markup:
    """Return ``text`` as paragraphs and lists."""
    if not text:
        return Markup()
    return Markup(_CONVERTER.render(text).strip())  # noqa: S704  # the converter escapes


@lru_cache(maxsize=20_000)
def inline(text: str) -> Markup:
    """Return ``text`` as the inside of one paragraph."""
    if _PLAIN.fullmatch(text):
        return escape(text)
    return Markup(_CONVERTER.renderInline(text).strip())  # noqa: S704  # the converter escapes


def paragraph(text: str) -> Markup:
    """Return a text that is no Markdown as one paragraph, or nothing."""
    return Markup("<p>{}</p>").format(text) if text else Markup()


def first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of ``text`` and what follows it; short words like ``Dr.`` end no sentence.

    A sentence that breaks off inside brackets is none: then the whole is the first.
    """
    first, *others = _SENTENCE_END.split(text, maxsplit=1)
    whole = first.count("[") == first.count("]") and first.count("(") == first.count(")")
    return (first, others[0]) if whole and others else (text, "")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return the words of ``text`` without any markup, for titles and descriptions."""
    return one_line(unescape(_TAG.sub("", inline(one_line(text)))))
