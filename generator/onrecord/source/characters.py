"""Bytes to text: the encoding, and characters that nobody means to write."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from onrecord.problems import Location, Problem, Span

MOST = 20
"""How many forbidden characters of one file are reported."""

STACKED = 30
"""How many marks may stand on one letter: no writing needs more (UAX 15, Stream-Safe Text Format)."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_ENDS_OF_PLANES = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_FLOOD = re.compile(f"[{_MARKS}]{{{STACKED + 1},}}")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    f"\U000e0000-\U000e007f{_ENDS_OF_PLANES}]|{_FLOOD.pattern}"
)
"""Controls, overrides of direction, letters that only programs see, no characters, and floods of marks."""


def decoded(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file with single newlines at its line ends, and what is wrong with its characters.

    A file that is not UTF-8 gives the text as far as it can be read, for the excerpt.
    """
    data = data.removeprefix(BOM_UTF8)
    try:
        text = _lines(data.decode())
    except UnicodeDecodeError as fault:
        return _lines(data.decode(errors="replace")), (_not_utf8(path, data, fault.start),)
    return text, tuple(_forbidden(path, text))


def harmless(text: str) -> str:
    """Return ``text`` with every forbidden character replaced by one that a parser accepts."""
    return text if _is_plain(text) else _FORBIDDEN.sub(lambda found: "\ufffd" * len(found.group()), text)


def forbidden_in(value: str) -> str:
    """Return the first that is forbidden in ``value``, or nothing; escapes can bring it in."""
    found = None if _is_plain(value) else _FORBIDDEN.search(value)
    return found.group() if found else ""


def told(found: str) -> str:
    """Return what is forbidden in words: a character that cannot be shown, or a flood of marks."""
    if len(found) > 1:
        return f"{len(found)} marks on one letter, such as '{named(found[0])}'"
    return f"the invisible character '{named(found)}'"


def named(character: str) -> str:
    """Return the number and name of a character that cannot be shown."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'CONTROL CHARACTER').lower()}"


def _is_plain(text: str) -> bool:
    """Tell, thirty times as fast as by looking for it, whether nothing can be forbidden in a text.

    What is forbidden by itself cannot be printed; some spaces cannot either, so the answer may be too strict.
    """
    return text.replace("\n", " ").isprintable() and (text.isascii() or not _FLOOD.search(text))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(path: str, data: bytes, bad: int) -> Problem:
    before = _lines(data[:bad].decode())
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    shown = f"the byte 0x{data[bad]:02X}"
    letter = bytes([data[bad]]).decode("cp1252", "replace")
    hint = "save the file with the encoding UTF-8"
    if letter.isalpha() and not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        hint += f"\nthe character may be '{letter}', saved by a program set to Windows-1252 or Latin-1"
    location = Location(path, span=Span(line, column, column + 1))
    return Problem("not-utf8", location, f"{shown} is not UTF-8 text", hint)


def _forbidden(path: str, text: str) -> Iterator[Problem]:
    if _is_plain(text):
        return
    for _, found in zip(range(MOST), _FORBIDDEN.finditer(text), strict=False):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        yield Problem(
            "forbidden-character",
            Location(path, span=Span(line, column, column + 1)),
            f"the file contains {told(found.group())}",
            "delete it\nretype the word around it if you cannot see it",
        )
