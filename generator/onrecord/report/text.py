"""Diagnostics as text, for a terminal or a log."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.problems import Problem, Severity
from onrecord.report.excerpt import excerpt, visible
from onrecord.report.place import Diagnostic, place
from onrecord.source.document import Document

_BOLD, _RED, _YELLOW, _BLUE, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[0m"
_HUES = {Severity.ERROR: _BOLD + _RED, Severity.WARNING: _BOLD + _YELLOW}


def report(
    problems: Iterable[Problem],
    documents: Iterable[Document],
    content: str = "",
    *,
    records: int | None = None,
) -> str:
    """Return all problems as plain text; ``content`` is the folder's name as the user knows it."""
    return text(place(problems, documents, content), records=records)


def text(diagnostics: Sequence[Diagnostic], *, records: int | None = None, colour: bool = False) -> str:
    """Return the diagnostics with their excerpts and further hints, and a last line that counts them.

    ``records`` is how many records were read, which is said if nothing is wrong with them.
    """
    blocks = ["\n".join(_block(diagnostic, colour=colour)) for diagnostic in diagnostics]
    return "\n\n".join((*blocks, summary(diagnostics, records)))


def summary(diagnostics: Sequence[Diagnostic], records: int | None = None) -> str:
    """Return the number of errors, warnings and files, such as ``3 errors, 1 warning in 2 files``."""
    if not diagnostics:
        return "no problems" if records is None else f"no problems in {_counted(records, 'record')}"
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = [
        _counted(severities.count(severity), severity.value)
        for severity in Severity
        if severity in severities
    ]
    files = len({diagnostic.file for diagnostic in diagnostics})
    return f"{', '.join(counts)} in {_counted(files, 'file')}"


def _block(diagnostic: Diagnostic, *, colour: bool) -> Iterator[str]:
    hue, rule, plain = (_HUES[diagnostic.severity], _BLUE, _PLAIN) if colour else ("", "", "")
    span = diagnostic.span
    way, *more = diagnostic.hint.split("\n")
    head = f"{visible(diagnostic.file)}:{span.line}:{span.column}:"
    told = "; ".join(map(visible, filter(None, (diagnostic.message, way))))
    yield f"{head} {hue}{diagnostic.severity.value}[{diagnostic.code}]{plain} {told}"
    if diagnostic.excerpt:
        line, carets = excerpt(diagnostic.excerpt, span)
        yield f"{rule}  | {plain}{line}"
        yield f"{rule}  | {hue}{carets}{plain}"
    for line in more:
        yield f"{rule}  = {plain}hint: {visible(line)}"
    for note in diagnostic.related:
        where = f"{visible(note.file)}:{note.span.line}:{note.span.column}"
        yield f"{rule}  = {plain}see {where}: {visible(note.message)}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
