"""An article as one block of raw HTML that any Markdown engine hands through unharmed."""

import re
from json import dumps

_PIECE = re.compile(
    r"""(?P<raw><(?P<name>script|style)\b[^<]*(?:<(?!/?(?:script|style)\b)[^<]*)*</(?P=name)\s*>)"""
    r"""|(?P<tag></?[a-zA-Z](?:"[^"<]*"|'[^'<]*'|[^'"<>])*>)"""
    r"""|(?P<gap>\n[ \t]*(?=\n)|\t)""",
    re.DOTALL | re.IGNORECASE,
)
_IN_TAG = re.compile(r"""(?P<value>"[^"]*"|'[^']*')|\s+""")
_UNSAFE_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def unbroken(html: str) -> str:
    """Return ``html`` without the two things that engines read differently: blank lines and tabs.

    Both become character references, so that a browser reads the same document.
    """
    return _PIECE.sub(_piece, html.strip())


def _piece(found: re.Match[str]) -> str:
    if found["raw"]:
        return re.sub(r"\n\s*\n", "\n", found["raw"])
    return _IN_TAG.sub(_in_tag, found["tag"]) if found["tag"] else _referred(found["gap"])


def _in_tag(found: re.Match[str]) -> str:
    return _referred(found["value"]) if found["value"] else " "


def _referred(text: str) -> str:
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def front_matter(values: dict[str, object]) -> str:
    """Return ``values`` as the YAML that opens a file, as JSON: it needs no rules for quoting."""
    lines = (f"{key}: {_yaml(value)}" for key, value in values.items())
    return "\n".join(("---", *lines, "---", ""))


def _yaml(value: object) -> str:
    text = dumps(value, ensure_ascii=False, sort_keys=True)
    return _UNSAFE_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
