"""Diagnostics as JSON, for editors and scripts."""

import json
from collections.abc import Iterable

from onrecord.problems import Span
from onrecord.report.place import Diagnostic, Related


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a list of objects with the same keys in every object; lines and columns count from 1."""
    return json.dumps([_object(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2)


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "file": diagnostic.file,
        **_position(diagnostic.span),
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [_note(note) for note in diagnostic.related],
    }


def _note(note: Related) -> dict[str, object]:
    return {"file": note.file, **_position(note.span), "message": note.message}


def _position(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_column": span.end}
