"""Problems and documents to diagnostics: problems that know their line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.problems import Location, Problem, Severity, Span
from onrecord.source.document import START, Document

KEY_CODES = frozenset({"unknown-field"})
"""Codes of problems with a key itself, so that the key is shown instead of its value."""


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a diagnostic."""

    file: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem with its place: the file as the user names it, the span, and the line there.

    ``excerpt`` is empty if there is no text to show.
    """

    file: str
    span: Span
    code: str
    severity: Severity
    message: str
    hint: str = ""
    excerpt: str = ""
    related: tuple[Related, ...] = ()


def place(
    problems: Iterable[Problem], documents: Iterable[Document], content: str = ""
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of ``problems``, sorted by file, line, column and code, each once.

    ``content`` is the name of the content folder, which goes before each file.
    """
    by_path = {document.path: document for document in documents}
    causes = tuple(_causes(tuple(problems)))
    lines = {file: _lines(by_path.get(file)) for file in {each.location.file for each in causes}}
    found = {_placed(problem, by_path, lines[problem.location.file], content) for problem in causes}
    return tuple(sorted(found, key=_order))


def _causes(problems: tuple[Problem, ...]) -> Iterable[Problem]:
    """Leave out what only follows from a key without a value, and a comma that has made an error already."""
    empty = {_at(problem) for problem in problems if problem.code == "empty-value"}
    wrong = {_at(problem) for problem in problems if problem.severity is Severity.ERROR}
    return (
        problem
        for problem in problems
        if problem.code == "empty-value"
        or (_at(problem) not in empty and (problem.code != "trailing-comma" or _at(problem) not in wrong))
    )


def _at(problem: Problem) -> tuple[str, tuple[str | int, ...]]:
    return problem.location.file, problem.location.route


def _lines(document: Document | None) -> list[str]:
    return document.text.split("\n") if document else []


def _placed(
    problem: Problem, documents: Mapping[str, Document], lines: Sequence[str], content: str
) -> Diagnostic:
    file = problem.location.file
    span = _span(problem.location, documents, is_key=problem.code in KEY_CODES)
    notes = (
        Related(_named(note.location.file, content), _span(note.location, documents), note.message)
        for note in problem.related
    )
    return Diagnostic(
        file=_named(file, content),
        span=span,
        code=problem.code,
        severity=problem.severity,
        message=problem.message,
        hint=problem.hint,
        excerpt=lines[span.line - 1] if span.line <= len(lines) else "",
        related=tuple(notes),
    )


def _span(location: Location, documents: Mapping[str, Document], *, is_key: bool = False) -> Span:
    document = documents.get(location.file)
    if location.span or document is None:
        return location.span or START
    return document.key_span(location.route) if is_key else document.span(location.route)


def _named(file: str, content: str) -> str:
    return "/".join(part for part in (content.rstrip("/"), file) if part)


def _order(diagnostic: Diagnostic) -> tuple[str, Span, str, str]:
    return diagnostic.file, diagnostic.span, diagnostic.code, diagnostic.message
