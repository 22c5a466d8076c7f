"""The search index: Pagefind is given a small document for each page, and the site what a search fetches."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from onrecord.hosts.search_order import ordered
from onrecord.hosts.search_service import indexed
from onrecord.pages.page import Finding

FOLDER = "pagefind"
"""Where the index lies below the site's root; ``search-panel.js`` looks for it there."""

_UNUSED = re.compile(r"-(?:ui|highlight)\.(?:js|css)$")
_NO_DAY = "0000"  # a page without a day to sort by would not be found at all
_NOT_READ = (".headerlink", ".or-on-paper", ".or-jump")


def program() -> Path | None:
    """Return Pagefind's program, or nothing if it is not installed."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    return get_executable()


def index(pagefind: Path, documents: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the files of an index of ``documents``, which are HTML by the name of the page's file."""
    files = indexed(pagefind, dict(sorted(documents.items())), _NOT_READ)
    return ordered({name: held for name, held in files.items() if not _UNUSED.search(name)})


def document(finding: Finding, lang: str, html: str = "") -> str:
    """Return what Pagefind reads of a page: ``html`` is an article, without ``h1`` or with it."""
    told = finding.words or (finding.title,)  # a page without a word is no page to Pagefind
    lines = (f"<p>{escape(words, quote=False)}</p>" for words in told)
    return "\n".join(
        (
            f'<!doctype html><html lang="{escape(lang)}"><head>',
            *_described(finding),
            "</head><body>",
            *(f'<p data-pagefind-weight="7">{escape(name, quote=False)}</p>' for name in finding.names),
            *lines,
            html,
            "</body></html>",
        )
    )


def _described(finding: Finding) -> Iterator[str]:
    shown = {"title": finding.title, "kind": finding.kind, "who": finding.who, "when": finding.when}
    for name, value in shown.items():
        if value:
            yield f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
    for name, value in finding.facets or (("kind", finding.kind),):
        yield f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
    yield f'<meta data-pagefind-sort="day[content]" content="{finding.day or _NO_DAY}">'
