from onrecord.problems import Severity, Span
from onrecord.report.github import as_annotations
from onrecord.report.place import Diagnostic


def test_a_diagnostic_is_one_workflow_command() -> None:
    found = Diagnostic("content/a.yml", Span(4, 2, 9), "bad-date", Severity.ERROR, "the date", "write one")
    assert as_annotations([found]) == (
        "::error file=content/a.yml,line=4,col=2,endColumn=9,title=bad-date::the date%0Awrite one"
    )


def test_what_would_end_a_command_is_escaped() -> None:
    found = Diagnostic("a,b:c%.yml", Span(1, 1, 2), "c", Severity.WARNING, "50 %, ::error::\r\nx")
    assert as_annotations([found]) == (
        "::warning file=a%2Cb%3Ac%25.yml,line=1,col=1,endColumn=2,title=c::50 %25, ::error::%0D%0Ax"
    )


def test_each_diagnostic_has_a_line() -> None:
    found = Diagnostic("a.yml", Span(1, 1, 2), "c", Severity.ERROR, "a\nb")
    assert as_annotations([found, found]).count("\n") == 1
