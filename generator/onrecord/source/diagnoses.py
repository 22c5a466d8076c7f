"""Faults of YAML's syntax in the words of the person who writes content."""

import re
from collections.abc import Callable

import yaml

from onrecord.problems import Location, Problem, Span
from onrecord.source.characters import harmless, named
from onrecord.source.faults import Fault, Finding, fault_in, short
from onrecord.source.nodes import Loader

_KEY = r"\s*(?:- +)*(?P<key>[\w-]+)"
_NO_SPACE = re.compile(_KEY + r":(?P<value>[^\s/].*)$")
_UNQUOTED = re.compile(_KEY + r": +(?P<value>[^\"'\s].*)$")
_STRANGE_SPACE = re.compile(r"\s*(?:- +)*(?:[\w-]+:|-)(?P<mark>[^\S \t])")
_UNMERGED = re.compile(r"(?:<{7}|>{7})(?: |$)")


Diagnosis = Callable[[Fault], Finding | None]
"""A question about a fault: is it this typical mistake?"""


def explained(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem behind what the parser says about ``text``."""
    fault = fault_in(text, error)
    found = next(finding for diagnose in DIAGNOSES if (finding := diagnose(fault)))
    column = min(found.column, len(fault.lines[found.line]))
    span = Span(found.line + 1, column + 1, column + 1 + max(1, found.length))
    return Problem("bad-yaml", Location(path, span=span), found.message, found.hint)


def unmerged(fault: Fault) -> Finding | None:
    """Find the lines that git puts around two versions of a text."""
    found = next((number for number, line in enumerate(fault.lines) if _UNMERGED.match(line)), None)
    if found is None:
        return None
    message = "two versions of the file stand here, which git could not merge"
    hint = "keep what is right of both, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'"
    return Finding(found, 0, len(fault.lines[found]), message, hint)


def strange_space_behind(fault: Fault) -> Finding | None:
    """Find a space behind a colon or a dash that only looks like one."""
    for number in (fault.line, fault.began_line, fault.before):
        found = _STRANGE_SPACE.match(fault.lines[number]) if number >= 0 else None
        if found:
            told = short(fault.lines[number].strip())
            message = f"behind '{told.split(found['mark'])[0]}' stands {named(found['mark'])}"
            return Finding(number, found.start("mark"), 1, message, "put a plain space in its place")
    return None


def strange_space(fault: Fault) -> Finding | None:
    """Find a space in the indentation that only looks like one."""
    line = fault.lines[fault.line]
    indent = line[: len(line) - len(line.lstrip())]
    strange = next((column for column, mark in enumerate(indent) if mark not in " \t"), None)
    if strange is None:
        return None
    message = f"the line '{short(line.strip())}' is indented with {named(indent[strange])}"
    return Finding(
        fault.line, strange, 1, message, "delete it, and indent with plain spaces, two for each level"
    )


def tab(fault: Fault) -> Finding | None:
    """Find a tab in the indentation of the line."""
    indent = re.match(r" *\t[ \t]*", fault.lines[fault.line])
    if not indent or fault.column > indent.end():
        return None
    message = f"the line '{short(fault.lines[fault.line].strip())}' is indented with a tab"
    column = indent.group().index("\t")
    return Finding(
        fault.line, column, indent.end() - column, message, "indent it with spaces, two for each level"
    )


def unclosed_quote(fault: Fault) -> Finding | None:
    """Find a quoted text that never ends."""
    if "quoted scalar" not in fault.words or not re.search("end of stream|document", fault.words):
        return None
    mark = fault.began[:1]
    message = f"the text that begins with '{short(fault.began)}' has no closing quotation mark"
    return Finding(
        fault.began_line, fault.began_column, len(fault.began), message, f"write {mark} at its end"
    )


def no_space_after_colon(fault: Fault) -> Finding | None:
    """Find ``key:value`` on the line above, or where the key began."""
    if "mapping values are not allowed" in fault.words:
        number = fault.before
    elif "could not find expected ':'" in fault.words:
        number = fault.began_line
    else:
        return None
    found = _NO_SPACE.match(fault.lines[number]) if number >= 0 else None
    if not found:
        return None
    written = fault.lines[number][found.start("key") :].rstrip()
    message = f"there is no space behind the colon in '{short(written)}'"
    hint = f"write '{found['key']}: {short(found['value'].rstrip())}'"
    return Finding(number, found.start("key"), len(written), message, hint)


def colon_inside(fault: Fault) -> Finding | None:
    """Find a second colon in an unquoted text."""
    if "mapping values are not allowed" not in fault.words:
        return None
    found = _UNQUOTED.match(fault.lines[fault.line])
    if not found or found.start("value") > fault.column:
        return None
    value = found["value"].rstrip()
    if ": " not in value and not value.endswith(":"):
        return None
    message = f"the text '{short(value)}' holds a colon and is not in quotes"
    marks = "'" if '"' in value else '"'
    hint = f"put quotes around it: {found['key']}: {marks}{short(value)}{marks}"
    return Finding(fault.line, fault.column, 1, message, hint)


def too_far_right(fault: Fault) -> Finding | None:
    """Find a key that is indented below a key that has a value already."""
    if "mapping values are not allowed" not in fault.words:
        return None
    line = fault.lines[fault.line].strip()
    column = len(fault.lines[fault.line]) - len(fault.lines[fault.line].lstrip())
    message = f"the line '{short(line)}' is indented further than its neighbours"
    hint = "give it as many spaces as the keys beside it\ntext with a colon needs quotes"
    return Finding(fault.line, column, len(line), message, hint)


def line_without_key(fault: Fault) -> Finding | None:
    """Find a line that is text where a key is expected."""
    if "could not find expected ':'" not in fault.words:
        return None
    message = f"the line '{short(fault.began)}' has no key"
    hint = "write it as 'key: value', or indent it further than the key whose text it continues"
    return Finding(fault.began_line, fault.began_column, len(fault.began), message, hint)


def special_beginning(fault: Fault) -> Finding | None:
    """Find an unquoted text that begins with a character that YAML keeps for itself."""
    words = fault.words
    if "cannot start any token" in words or "node content" in words:
        line, column, text = fault.line, fault.column, fault.here
    elif re.search("scanning an? (alias|anchor)|parsing a tag|scanning a tag|undefined tag", words):
        line, column, text = fault.began_line, fault.began_column, fault.began
    else:
        return None
    if not text:
        return None
    if text[0] == ",":
        return Finding(line, column, 1, f"there is a comma too many before '{short(text)}'", "take it out")
    message = f"the text '{short(text)}' that begins with '{text[0]}' is not in quotes"
    return Finding(line, column, len(text), message, "put quotes around it, or take the first character away")


def unclosed_bracket(fault: Fault) -> Finding | None:
    """Find a bracket or brace without its partner, or entries without a comma."""
    if fault.here[:1] in ("]", "}"):
        message = f"the bracket in '{short(fault.here)}' closes nothing"
        return Finding(fault.line, fault.column, 1, message, "remove it, or put quotes around the whole text")
    if "parsing a flow" not in fault.words or fault.began[:1] not in ("[", "{"):
        return None
    end = "]" if fault.began[0] == "[" else "}"
    message = f"'{short(fault.began)}' lacks a comma or its closing '{end}'"
    hint = (
        f"put commas between the entries and '{end}' at the end\nput quotes around text with brackets in it"
    )
    return Finding(fault.began_line, fault.began_column, len(fault.began), message, hint)


def text_behind_quote(fault: Fault) -> Finding | None:
    """Find text that goes on behind a closing quotation mark, perhaps one that was meant to open."""
    before = fault.lines[fault.line][: fault.column].rstrip()
    if not before.endswith(('"', "'")) or not fault.here:
        return None
    opened = _quoted_before(fault)
    if opened is not None and opened[0] < fault.line:
        line, column = opened
        began = fault.lines[line][column:].rstrip()
        message = f"the text that begins with '{short(began)}' has no closing quotation mark on its line"
        return Finding(line, column, len(began), message, f"write {began[:1]} at its end")
    message = f"'{short(fault.here)}' stands behind the closing quotation mark"
    hint = "put the whole text in quotes, and use the other kind of quotation mark inside"
    return Finding(fault.line, fault.column, len(fault.here), message, hint)


def not_an_entry(fault: Fault) -> Finding | None:
    """Find a line without a dash among the entries of a list, or a dash among keys."""
    line = fault.lines[fault.line]
    if "parsing a block" not in fault.words or line[: fault.column].strip() or not fault.here:
        return None
    if fault.here.startswith("- "):
        message = f"the list entry '{short(fault.here)}' stands among keys"
        hint = "indent it under the key it belongs to, as far as the entries beside it"
    elif "block collection" in fault.words:
        message = f"the line '{short(fault.here)}' does not line up with the list above it"
        hint = "begin a new entry with '- ', or give it as many spaces as the keys of its entry"
    else:
        message = f"the line '{short(fault.here)}' does not line up with the lines above it"
        hint = "give it as many spaces as the keys beside it"
    return Finding(fault.line, fault.column, len(fault.here), message, hint)


def unknown_backslash(fault: Fault) -> Finding | None:
    """Find a backslash in double quotes that means nothing."""
    if "escape" not in fault.words:
        return None
    line = fault.lines[fault.line]
    column = max(line.rfind("\\", 0, fault.column + 1), 0)
    message = f"the backslash in '{short(line[column:].rstrip())}' has a meaning of its own in double quotes"
    return Finding(fault.line, column, 2, message, "use single quotes around the text, or write it twice")


def text_behind_indicator(fault: Fault) -> Finding | None:
    """Find text on the line of ``|`` or ``>``, or a list that begins on the line of its key."""
    if "block scalar" in fault.words:
        message = f"text may not follow the sign in '{short(fault.began)}'"
        hint = "begin the text on the next line, or put quotes around the whole"
        return Finding(fault.began_line, fault.began_column, len(fault.began), message, hint)
    if "not allowed" in fault.words:
        message = f"'{short(fault.here)}' may not begin on the line of its key"
        hint = "begin it on the next line, or put quotes around it if it is text"
        return Finding(fault.line, fault.column, len(fault.here), message, hint)
    return None


def anything_else(fault: Fault) -> Finding:
    """Say where the parser stopped, for faults that no other diagnosis knows."""
    if not fault.here:
        whole = fault.lines[fault.line].strip()
        message = f"the line '{short(whole)}' is not complete"
        return Finding(
            fault.line, max(0, fault.column - 1), 1, message, "complete it, or put quotes around its text"
        )
    message = f"the file cannot be read from '{short(fault.here)}' on"
    hint = "look here and on the line above for quotation marks, colons, brackets and spaces at the beginning"
    return Finding(fault.line, fault.column, len(fault.here), message, hint)


DIAGNOSES: tuple[Diagnosis, ...] = (
    unmerged,
    tab,
    strange_space,
    strange_space_behind,
    unclosed_quote,
    no_space_after_colon,
    colon_inside,
    too_far_right,
    line_without_key,
    unclosed_bracket,
    special_beginning,
    unknown_backslash,
    text_behind_quote,
    not_an_entry,
    text_behind_indicator,
    anything_else,
)
"""The typical mistakes, each asked in turn; the last one knows them all."""


def _quoted_before(fault: Fault) -> tuple[int, int] | None:
    """Return where the quoted text began that ends just before the place where the parser stopped."""
    opened: tuple[int, int] | None = None
    try:
        for token in yaml.scan(harmless("\n".join(fault.lines)), Loader=Loader):
            if (token.start_mark.line, token.start_mark.column) >= (fault.line, fault.column):
                break
            if isinstance(token, yaml.ScalarToken):
                opened = (token.start_mark.line, token.start_mark.column)
    except yaml.MarkedYAMLError:
        pass
    return opened
