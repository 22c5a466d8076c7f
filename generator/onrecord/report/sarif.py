"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanners and editors read."""

import json
from collections.abc import Iterable
from urllib.parse import quote

import onrecord
from onrecord.problems import Span
from onrecord.report.place import Diagnostic, Related

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one run of one tool, with a rule for each code that occurs."""
    found = tuple(diagnostics)
    codes = sorted({each.code for each in found})
    driver = {
        "name": "onrecord",
        "version": onrecord.__version__,
        "rules": [{"id": code, "name": code, "shortDescription": {"text": code}} for code in codes],
    }
    results = [_result(each, codes.index(each.code)) for each in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, object]:
    told = "; ".join(filter(None, (diagnostic.message, *diagnostic.hint.split("\n"))))
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": told},
        "locations": [{"physicalLocation": _place(diagnostic.file, diagnostic.span)}],
        "relatedLocations": [_related(number, note) for number, note in enumerate(diagnostic.related)],
    }


def _related(number: int, note: Related) -> dict[str, object]:
    return {
        "id": number,
        "physicalLocation": _place(note.file, note.span),
        "message": {"text": note.message},
    }


def _place(file: str, span: Span) -> dict[str, object]:
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end}
    return {"artifactLocation": {"uri": quote(file)}, "region": region}
