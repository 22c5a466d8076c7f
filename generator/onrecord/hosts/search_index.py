"""The search index: Pagefind is given a small document for each page, and the site what a search fetches."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.hosts.search_order import ordered
from onrecord.pages.page import Finding

FOLDER = "pagefind"
"""Where the index lies below the site's root; ``search-panel.js`` looks for it there."""

_UNUSED = re.compile(r"-(?:ui|highlight)\.(?:js|css)$")
_NO_DAY = "0000"  # a page without a day to sort by would not be found at all
_NOT_READ = ".headerlink, .or-on-paper, .or-jump"
_MEND = "install it again: pip install --force-reinstall 'pagefind[bin]'"


class SearchIndexError(Exception):
    """Pagefind would not make an index; the message is its own."""


def program() -> Path | None:
    """Return Pagefind's program, or nothing if it is not installed."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    return get_executable()


def index(pagefind: Path, documents: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the files of an index of ``documents``, which are HTML by the name of the page's file."""
    with TemporaryDirectory() as folder:
        pages, made = Path(folder, "pages"), Path(folder, "index")
        pages.mkdir()
        for name, document in documents.items():
            file = pages / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document, encoding="utf-8")
        _run(pagefind, "--site", pages, "--output-path", made, "--exclude-selectors", _NOT_READ, "--quiet")
        names = (file for file in made.rglob("*") if file.is_file() and not _UNUSED.search(file.name))
        return ordered({file.relative_to(made).as_posix(): file.read_bytes() for file in names})


def _run(pagefind: Path, *arguments: str | Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603  # Pagefind, with our own arguments
            [pagefind, *arguments], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as fault:
        reason = (fault.strerror or "it cannot be run").lower()
        raise SearchIndexError(f"'{pagefind}' cannot be started: {reason}; {_MEND}") from fault
    if done.returncode:
        said = done.stdout.decode(errors="replace").strip()
        raise SearchIndexError(said or f"'{pagefind}' ended with {done.returncode}; {_MEND}")


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
