from onrecord.problems import Location, Note, Problem, Severity, Span
from onrecord.report.place import Diagnostic
from onrecord.report.text import report, summary, text
from onrecord.source.yamldoc import parse


def diagnostic(file: str = "a.yml", severity: Severity = Severity.ERROR, excerpt: str = "") -> Diagnostic:
    return Diagnostic(file, Span(1, 1, 2), "code", severity, "message", excerpt=excerpt)


def test_a_problem_is_told_with_line_excerpt_hint_and_note() -> None:
    document, _ = parse("statements/2025-11.yml", b"about:\n  - lavrvo\n")
    problem = Problem(
        "unknown-actor",
        Location(document.path, ("about", 0)),
        "no actor has the id 'lavrvo'",
        "did you mean 'lavrov'?\nid and name are two things",
        (Note(Location("actors/lavrov.yml"), "the first use"),),
    )
    assert report([problem], [document], "content") == (
        "content/statements/2025-11.yml:2:5: error[unknown-actor] no actor has the id 'lavrvo'; "
        "did you mean 'lavrov'?\n"
        "  |   - lavrvo\n"
        "  |     ^^^^^^\n"
        "  = hint: id and name are two things\n"
        "  = see content/actors/lavrov.yml:1:1: the first use\n"
        "\n"
        "1 error in 1 file"
    )


def test_the_last_line_counts_errors_warnings_and_files() -> None:
    warning = diagnostic("b.yml", Severity.WARNING)
    assert summary([diagnostic(), diagnostic(), diagnostic(), warning]) == "3 errors, 1 warning in 2 files"
    assert summary([warning, warning]) == "2 warnings in 1 file"


def test_the_last_line_says_how_much_was_found_in_order() -> None:
    assert text((), records=412) == "no problems in 412 records"
    assert text((), records=1) == "no problems in 1 record"
    assert report((), ()) == "no problems"


def test_no_text_means_no_excerpt() -> None:
    assert text([diagnostic()]).split("\n")[1:] == ["", "1 error in 1 file"]


def test_colour_changes_nothing_but_colour() -> None:
    diagnostics = [diagnostic(excerpt="a: b"), diagnostic("b.yml", Severity.WARNING)]
    coloured = text(diagnostics, colour=True)
    assert "\x1b[31merror[code]\x1b[0m" in coloured
    plain = coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m"):
        plain = plain.replace(code, "")
    assert plain == text(diagnostics)


def test_nothing_in_a_file_can_steer_the_terminal() -> None:
    hostile = Diagnostic(
        "a\x1b.yml", Span(1, 1, 2), "code", Severity.ERROR, "m\x1b[2J\u202e\nx", "h\x9b", "a: \x1b[31m"
    )
    told = text([hostile])
    assert not set(told) & set("\x1b\x9b\u202e")
    assert told.split("\n")[0] == "a\ufffd.yml:1:1: error[code] m\ufffd[2J\ufffd x; h\ufffd"
