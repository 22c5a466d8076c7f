"""What a preview shows above the last good pages while the records have errors."""

import re
from collections.abc import Iterable
from html import escape

from onrecord.report.place import Diagnostic

MOST = 20
"""How many problems are shown; the terminal has all of them."""

_OLD = re.compile(r'<div id="onrecord-problems"[^<]*(?:<(?!div\b|/div>)[^<]*)*</div>')
_BODY = re.compile(r"<body\b[^<>]*>")
_STYLE = (
    "position:sticky;top:0;z-index:99;max-height:40vh;overflow:auto;padding:.6rem 1rem;"
    "background:#fff3f3;color:#5f0000;border-bottom:3px solid #b00020;font:.7rem/1.5 system-ui,sans-serif"
)


def with_banner(html: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Return a whole page with the problems on top of it, instead of any that stood there."""
    found = tuple(diagnostics)
    shown = "".join(f"<li>{_told(each)}</li>" for each in found[:MOST])
    more = f"<p>and {len(found) - MOST} more, in the terminal</p>" if len(found) > MOST else ""
    head = "<strong>This page is as it was: mend these first, and it will follow.</strong>"
    banner = f'<div id="onrecord-problems" role="alert" style="{_STYLE}">{head}<ol>{shown}</ol>{more}</div>'
    return _BODY.sub(lambda found: found[0] + banner, _OLD.sub("", html), count=1)


def _told(each: Diagnostic) -> str:
    place = f"{each.file}:{each.span.line}:{each.span.column}"
    hint = "".join(f"<br>{escape(line)}" for line in each.hint.splitlines())
    code = f" <small>[{escape(each.code)}]</small>" if each.code else ""
    return f"<code>{escape(place)}</code> {escape(each.message)}{code}{hint}"
