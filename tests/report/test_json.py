import json

from onrecord.problems import Severity, Span
from onrecord.report.json import as_json
from onrecord.report.place import Diagnostic, Related


def test_every_object_has_the_same_keys() -> None:
    note = Related("b.yml", Span(3, 1, 2), "the first use")
    found = Diagnostic("a.yml", Span(1, 2, 4), "c", Severity.WARNING, "сказал", "h", "x", (note,))
    bare = Diagnostic("a.yml", Span(1, 1, 2), "d", Severity.ERROR, "m")
    told = as_json([found, bare])
    assert "сказал" in told
    first, second = json.loads(told)
    assert first == {
        "file": "a.yml",
        "line": 1,
        "column": 2,
        "end_column": 4,
        "severity": "warning",
        "code": "c",
        "message": "сказал",
        "hint": "h",
        "related": [{"file": "b.yml", "line": 3, "column": 1, "end_column": 2, "message": "the first use"}],
    }
    assert list(second) == list(first)


def test_no_problems_are_an_empty_list() -> None:
    assert json.loads(as_json(())) == []
