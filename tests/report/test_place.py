import pytest

from onrecord.problems import Location, Note, Problem, Severity, Span
from onrecord.report.place import Diagnostic, Related, place
from onrecord.source.document import Document
from onrecord.source.yamldoc import parse


def document(text: str, path: str = "events/a.yml") -> Document:
    return parse(path, text.encode())[0]


AT = Location("events/a.yml")


def test_a_problem_gets_the_line_of_its_route() -> None:
    problem = Problem("unknown-actor", AT.at("actors", 1), "no actor has the id 'x'", "add it")
    assert place([problem], [document("actors:\n- y\n- x\n")], "content") == (
        Diagnostic(
            "content/events/a.yml",
            Span(3, 3, 4),
            "unknown-actor",
            Severity.ERROR,
            "no actor has the id 'x'",
            "add it",
            "- x",
        ),
    )


def test_a_missing_key_is_placed_at_the_first_key_of_its_mapping() -> None:
    (placed,) = place([Problem("missing-field", AT.at(0, "on"), "m")], [document("- id: x\n  title: y\n")])
    assert (placed.span, placed.excerpt) == (Span(1, 3, 5), "- id: x")


def test_an_unknown_key_is_shown_itself() -> None:
    (placed,) = place([Problem("unknown-field", AT.at("titel"), "m")], [document("titel: y\n")])
    assert placed.span == Span(1, 1, 6)


def test_diagnostics_are_sorted_by_place_and_code_and_each_is_told_once() -> None:
    problems = [
        Problem("b", AT.at("y"), "m"),
        Problem("a", AT.at("y"), "m"),
        Problem("a", AT.at("y"), "m"),
        Problem("z", AT.at("x"), "m"),
        Problem("z", Location("actors/a.yml"), "m"),
    ]
    placed = place(problems, [document("x: 1\ny: 2\n")])
    assert [(found.file, found.span.line, found.code) for found in placed] == [
        ("actors/a.yml", 1, "z"),
        ("events/a.yml", 1, "z"),
        ("events/a.yml", 2, "a"),
        ("events/a.yml", 2, "b"),
    ]


def test_what_follows_from_a_key_without_value_is_left_out() -> None:
    read, problems = parse("events/a.yml", b"title:\nwhen: x\n")
    missing = Problem("missing-field", AT.at("title"), "the key 'title' is missing")
    other = Problem("bad-date", AT.at("when"), "m")
    codes = [found.code for found in place([missing, other, *problems], [read])]
    assert codes == ["empty-value", "bad-date"]


def test_a_problem_of_a_missing_file_has_no_excerpt() -> None:
    (placed,) = place([Problem("no-dossier", Location("dossier.yml"), "m")], [], "my/content/")
    assert (placed.file, placed.span, placed.excerpt) == ("my/content/dossier.yml", Span(1, 1, 2), "")


def test_a_problem_of_the_whole_folder_names_the_folder() -> None:
    (placed,) = place([Problem("missing-content", Location(""), "m")], [], "content")
    assert placed.file == "content"


def test_notes_are_placed_in_their_own_files() -> None:
    note = Note(Location("actors/x.yml", ("id",)), "the first use")
    problem = Problem("duplicate-id", AT, "m", related=(note,))
    (placed,) = place([problem], [document("a: b"), document("name: X\nid: x", "actors/x.yml")], "content")
    assert placed.related == (Related("content/actors/x.yml", Span(2, 5, 6), "the first use"),)


def test_a_file_is_cut_into_lines_once_however_much_is_wrong_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large file of nothing but faults would otherwise take hours."""
    cuts = []

    def cut(one: Document) -> list[str]:
        cuts.append(one)
        return one.text.split("\n")

    monkeypatch.setattr("onrecord.report.place._lines", cut)
    keys = [f"key-{number}" for number in range(50)]
    one = Document("events/a.yml", "".join(f"{key}: v\n" for key in keys), dict.fromkeys(keys, "v"))
    placed = place([Problem("unknown-field", AT.at(key), "m") for key in keys], [one])

    assert [each.excerpt for each in placed] == [f"{key}: v" for key in keys]
    assert cuts == [one]
