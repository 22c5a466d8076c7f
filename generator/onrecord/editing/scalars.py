"""A text as YAML: plain where every program reads it alike, in quotes or as a block where not."""

import re
from collections.abc import Iterator

WIDTH = 100
"""Columns of a line; longer texts are folded."""

_UNSAFE_START = re.compile(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.|<<$|=$")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]|^\s|\s$")
_UNSAFE_IN_LIST = re.compile(r"[,\[\]{}]|:$")
_TYPED = re.compile(
    r"yes|no|on|off|true|false|null|~"
    r"|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)"
    r"|[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(?:e[-+]?[0-9]+)?|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")
_UNFIT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def inline(text: str, *, typed: bool = False, in_list: bool = False) -> str:
    """Return ``text`` on one line: plain, else in quotes.

    What some program reads as a number or as yes and no is quoted, unless ``typed`` says that a number
    or a date is meant. ``in_list`` is for lists in brackets.
    """
    plain = text and not _UNSAFE_START.match(text) and not _UNSAFE_INSIDE.search(text)
    plain = plain and not (in_list and _UNSAFE_IN_LIST.search(text))
    if plain and (typed or not _TYPED.fullmatch(text)):
        return text
    if '"' in text and not _UNFIT.search(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def lines(lead: str, text: str, indent: int, *, typed: bool = False) -> tuple[str, ...]:
    """Return ``text`` behind ``lead``, on one line or as a block that is set ``indent`` columns in.

    Space at the ends is left out, as it is when a record is made of it.
    """
    text = text.strip(" \t\n")
    alone = f"{lead} {inline(text, typed=typed)}"
    if (len(alone) <= WIDTH and "\n" not in text) or not _fits_a_block(text):
        return (alone,)
    pad = " " * indent
    rows = text.split("\n")
    if max(map(len, rows)) + indent > WIDTH and not any(row[:1] == " " for row in rows):
        folded = [line for row in rows for line in (*_folded(row, WIDTH - indent), "")][:-1]
        if len(folded) > 1:
            return (f"{lead} >-", *(f"{pad}{line}".rstrip() for line in folded))
    elif len(rows) > 1:
        return (f"{lead} |-", *(f"{pad}{row}" if row else "" for row in rows))
    return (alone,)


def _fits_a_block(text: str) -> bool:
    """Tell whether a block gives ``text`` back: spaces at the ends and unseen characters would be lost."""
    return (
        not _UNFIT.search(text) and all(row == row.rstrip() for row in text.split("\n")) and text[:1] != " "
    )


def _folded(row: str, width: int) -> Iterator[str]:
    line = ""
    for word in _BREAK.split(row):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if _UNFIT.match(letter) or letter == "\xa0":
        return f"\\u{ord(letter):04x}"
    return letter
