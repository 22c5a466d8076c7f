"""Texts that somebody might write to do harm, or by honest chance, and that must all arrive as written."""

# ruff: noqa: E501, RUF001  # the texts are what they are

import re
import string
from collections.abc import Mapping

CANARY = "hostileCanary"
"""The function that every script in a text would call; nobody defines it but the test."""

ELSEWHERE = "//elsewhere.example"
"""A host that nothing may be asked of."""

_CALL = f"{CANARY}(1)"

TEXTS: Mapping[str, str] = {
    "script": f"<script>{_CALL}</script><SCRIPT SRC={ELSEWHERE}/x.js></SCRIPT>",
    "handler": f"<img src=x onerror={_CALL}><svg/onload={_CALL}><body onload={_CALL}>",
    "frame": f'<iframe srcdoc="<script>parent.{_CALL}</script>"></iframe><object data={ELSEWHERE}/x>',
    "style": f"<style>@import '{ELSEWHERE}/x.css';</style><link rel=stylesheet href={ELSEWHERE}/x>",
    "base": f'<base href={ELSEWHERE}/><meta http-equiv=refresh content="0;url={ELSEWHERE}/">',
    "closing": f"</title></script></style></textarea></template></svg></noscript>--><script>{_CALL}</script>",
    "comment": f"<!-- --!> <![CDATA[ ]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY e SYSTEM '{ELSEWHERE}'>]> &e;",
    "attribute": f'" onmouseover="{_CALL}" autofocus onfocus="{_CALL}" x="',
    "apostrophe": f"' onfocus='{_CALL}' autofocus='' x='",
    "backtick": f"` onfocus=`{_CALL}` autofocus",
    "template": "{{ 7 * 7 }} {% raw %} {# none #} ${7*7} #{7*7} <%= 7*7 %> {{ config }} {% include '/etc/passwd' %}",
    "format": "%s %d %n {0} {0.__class__} {self} \\u0041 \\x41 \\n \\",
    "entities": "&lt;b&gt; &amp;amp; &#60; &#x3c; &nbsp &copy; &bogus; &#0; &#xD800; &",
    "addresses": f"javascript:{_CALL} JaVaScRiPt:{_CALL} data:text/html,<script>{_CALL}</script> vbscript:x",
    "markdown": f"[a](javascript:{_CALL}) ![b]({ELSEWHERE}/x.png) <javascript:{_CALL}> [c]: {ELSEWHERE} *d* `e`",
    "lists": "# one - two 1. three | four | ~~~ ``` === *** ___ > five",
    "formula": '=HYPERLINK("//elsewhere.example","x") =cmd|\'/c calc\'!A0 +1 -1 @SUM(1)',
    "statement": "'); DROP TABLE records; -- \" ; ' || (SELECT 1) || '",
    "references": "}, author = {Mallory} @misc{x, \\input{/etc/passwd} \\write18{x} $x$ %x #x _x ~x ^x",
    "tags": "TY - JOUR AU - Mallory ER -",
    "calendar": "BEGIN:VEVENT;X=1:2,3\\nEND:VEVENT ATTACH:x",
    "pagefind": '<mark>x</mark> data-pagefind-ignore data-pagefind-body data-pagefind-meta="title:x"',
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\u00adf\u180eg\u034fh",
    "combining": "Z" + "\u0300\u0323\u0353\u0489" * 7 + "o",
    "scripts": "العربية עברית 中文 ไทย हिन्दी Ελληνικά кириллица ქართული",
    "directions": "\u200fעברית (abc) \u200e123 \u061c٤٥٦!",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇭🇺",
    "rare letters": "\U0001d518 \U00020000 \ue000\ue001\ue002 \uf8ff \ufffd ﷽ ꧅",
    "spaces": "a\u00a0b\u2003c\u3000d\u1680e\u205ff",
    "long word": "x" * 400,
    "look-alikes": "раураl аррlе ｊａｖａｓｃｒｉｐｔ：x ＜script＞",
}
"""Each with its name; none holds what no file may hold, and none is broken into lines."""

STARTS = ("=", "+", "-", "@", "'", "＝", "<b>", "javascript:", "data:", "{{", "# ", "> ", "1. ", "[x] ")
"""What a hostile text may have to begin with."""

_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")


BREAKS = "\nTY  - JOUR\nER  - \nBEGIN:VEVENT\nATTACH:x\n---\n===\n- x\n> x\n\n    x\n@misc{x}\n"
"""What may do harm where a line begins."""


def text(path: str, number: int) -> str:
    """Return all texts as one, marked with the place where they stand, so that no two fields are alike."""
    start = STARTS[number % len(STARTS)]
    return f"{start}{path}.{number} {' '.join(TEXTS.values())}{BREAKS * (number % 2)} end{number}"


def folded(words: str) -> str:
    """Return ``words`` as HTML shows them: white space folded, all but a no-break space and its kin."""
    return re.sub("[ \t\n\r\f]+", " ", words).strip(" ")


def as_markdown(words: str) -> str:
    """Return Markdown that says ``words`` and nothing else: CommonMark lets every mark be escaped."""
    return _PUNCTUATION.sub(r"\\\1", words)
