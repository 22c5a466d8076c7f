import json

from onrecord.problems import Severity, Span
from onrecord.report.place import Diagnostic, Related
from onrecord.report.sarif import as_sarif

FIRST = Diagnostic(
    "content/a b.yml",
    Span(2, 3, 9),
    "duplicate-id",
    Severity.ERROR,
    "the id 'x' is taken",
    "give one of them another id",
    "id: x",
    (Related("content/c.yml", Span(1, 1, 2), "'x' is here first"),),
)
SECOND = Diagnostic("content/c.yml", Span(1, 1, 2), "curly-quotes", Severity.WARNING, "curly")


def test_every_problem_is_a_result_with_its_rule_level_and_place() -> None:
    (run,) = json.loads(as_sarif([FIRST, SECOND]))["runs"]
    first, second = run["results"]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["curly-quotes", "duplicate-id"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("duplicate-id", 1, "error")
    assert first["message"]["text"] == "the id 'x' is taken; give one of them another id"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "content/a%20b.yml"}
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endColumn": 9}
    assert first["relatedLocations"][0]["message"]["text"] == "'x' is here first"
    assert (second["level"], second["relatedLocations"]) == ("warning", [])


def test_nothing_wrong_is_a_run_without_results() -> None:
    told = json.loads(as_sarif([]))

    assert told["version"] == "2.1.0"
    assert (told["runs"][0]["results"], told["runs"][0]["tool"]["driver"]["rules"]) == ([], [])
