from typing import Any

import pytest

from onrecord.problems import Problem, Span
from onrecord.source import nodes, values
from onrecord.source.document import Document
from onrecord.source.yamldoc import parse


def read(text: str | bytes) -> tuple[Document, tuple[Problem, ...]]:
    return parse("actors/x.yml", text if isinstance(text, bytes) else text.encode())


def codes(text: str | bytes) -> list[str]:
    return [problem.code for problem in read(text)[1]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no: yes", {"no": "yes"}),
        ("t: 22:30", {"t": "22:30"}),
        ("t: 010", {"t": "010"}),
        ("t: 2025-10-16", {"t": "2025-10-16"}),
        ("t: null", {"t": "null"}),
        ("t: ''", {"t": ""}),
        ("- a: [b, {c: d}]", [{"a": ["b", {"c": "d"}]}]),
        ("a: []", {"a": []}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("a: Q&A and 2 * 3!", {"a": "Q&A and 2 * 3!"}),
        ("a: |\n  *held* up\n", {"a": "*held* up\n"}),
        ("\ufeffa: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    ],
)
def test_every_scalar_stays_the_text_that_was_written(text: str, value: Any) -> None:
    document, problems = read(text)
    assert (document.value, problems) == (value, ())


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3", "repeated-key", (3, 1, 2)),
        ("a: &x 1", "anchor-or-alias", (1, 4, 6)),
        ("a: *x", "anchor-or-alias", (1, 4, 6)),
        ("<<: {a: b}", "merge-key", (1, 1, 3)),
        ("a: !!int 3", "yaml-tag", (1, 4, 9)),
        ("a: b\n---\nc: d", "several-documents", (2, 1, 4)),
        ("? [a]\n: b", "key-not-text", (1, 3, 6)),
        ("a: b\nsummary:\nc: d", "empty-value", (2, 1, 8)),
        ("a:\n  -\n  - b", "empty-value", (2, 4, 5)),
        ("", "empty-file", (1, 1, 2)),
        ("# nothing yet\n", "empty-file", (1, 1, 2)),
        ("---\n", "empty-file", (1, 1, 2)),
        ("[" * 31 + "]" * 31, "nested-too-deep", (1, 30, 31)),
        ("a: b\x07c", "forbidden-character", (1, 5, 6)),
        ("a: b\nc: d\u202ee", "forbidden-character", (2, 5, 6)),
        ("a: b\u2028c", "forbidden-character", (1, 5, 6)),
        ('a: "\\u202e"', "forbidden-character", (1, 4, 12)),
        ("a: “said”", "curly-quotes", (1, 4, 10)),
        ("a: b\nc: é".encode("latin-1"), "not-utf8", (2, 4, 5)),
    ],
)
def test_each_forbidden_form_has_its_own_code_and_place(
    text: str | bytes, code: str, place: tuple[int, int, int]
) -> None:
    (problem,) = read(text)[1]
    assert (problem.code, problem.location.span) == (code, Span(*place))


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "a: 1\na: 2\nb: &x c\nd: *x\ne: !t f\ng:\n<<: *x\n"
    assert sorted(codes(text)) == [
        "anchor-or-alias",
        "anchor-or-alias",
        "empty-value",
        "merge-key",
        "repeated-key",
        "yaml-tag",
    ]


def test_a_key_without_value_is_absent_and_a_blank_entry_keeps_its_place() -> None:
    assert read("a:\nb:\n  -\n  - c\n")[0].value == {"b": ["", "c"]}


def test_the_first_of_two_keys_counts_and_the_second_points_to_it() -> None:
    document, (problem,) = read("- a: 1\n  a: 2\n")
    assert document.value == [{"a": "1"}]
    assert problem.related[0].location.span == Span(1, 3, 4)


def test_a_second_document_leaves_the_first_readable() -> None:
    assert read("a: b\n---\nc: 'd\n")[0].value == {"a": "b"}


def test_aliases_of_aliases_do_not_grow() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 25)]
    document, problems = read("\n".join(lines))
    assert len(str(document.value)) < 1000
    assert {problem.code for problem in problems} == {"anchor-or-alias"}


def test_an_alias_of_what_it_stands_in_is_told() -> None:
    assert codes("a: &a [*a]") == ["anchor-or-alias", "anchor-or-alias"]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_nesting_without_end_stops_early(opening: str) -> None:
    assert codes(opening * 50_000) == ["nested-too-deep"]


def test_thirty_levels_are_allowed() -> None:
    assert codes("[" * 29 + "a" + "]" * 29) == []


def test_a_file_of_noise_is_reported_a_bounded_number_of_times() -> None:
    assert codes("\x01" * 1000).count("forbidden-character") == 20


def test_more_values_than_anybody_writes_are_one_problem_and_are_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nodes, "MOST_NODES", 2_002)
    assert codes("- a\n" * 2_000) == []
    document, (problem,) = read("- a\n" * 2_003)
    assert (problem.code, document.value) == ("file-too-large", None)


@pytest.mark.parametrize("text", ["", "a:\n- b:\n"])
def test_a_mapping_of_too_many_keys_is_one_problem(text: str) -> None:
    indent = "    " if text else ""
    keys = "".join(f"{indent}k{number}: v\n" for number in range(2_000))
    assert codes(text + keys) == []
    document, (problem,) = read(f"{text}{keys}{indent}more: v\n")
    assert (problem.code, document.value) == ("list-too-long", None)
    assert problem.message == "the mapping has 2001 keys; 2000 are allowed"


def test_more_records_than_a_file_may_hold_are_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MOST_RECORDS", 3_000)
    assert codes("- {a: b}\n" * 3_000) == []
    document, (problem,) = read("-\n" * 3_001)
    assert (problem.code, document.value) == ("list-too-long", None)
    assert problem.message == "the file holds 3001 records; 3000 are allowed"


def test_names_of_nothing_are_reported_a_bounded_number_of_times() -> None:
    assert codes("- *a\n" * 3_000) == ["anchor-or-alias"] * 2_000


def test_a_byte_of_another_encoding_is_guessed() -> None:
    ((problem),) = read("name: Orbán".encode("latin-1"))[1]
    assert problem.message == "the byte 0xE1 is not UTF-8 text"
    assert "the character may be 'á'" in problem.hint


def test_curly_quotes_inside_straight_ones_are_meant() -> None:
    assert codes("a: '“said”'") == []
    assert codes("a: “Yes,” he said, “no.”") == []
