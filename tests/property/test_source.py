from collections.abc import Iterator

import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.problems import Route, Severity
from onrecord.report.place import place
from onrecord.report.text import text as told
from onrecord.source.document import Document, Value
from onrecord.source.yamldoc import parse

TOKENS = st.sampled_from(
    [
        *"abc:-?[]{}#&*!|>'\"%@`,~<=\\ \t\n\r",
        ": ",
        "- ",
        "\n  ",
        "\n- ",
        "---\n",
        "<<: ",
        "&a ",
        "*a",
        "!t ",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\0",
        "é",
        "北",
        "“",
        "”",
        '"\\u202e"',
        "key: ",
        "\n...\n",
    ]
)
YAMLISH = st.lists(TOKENS, max_size=60).map("".join)
PLAIN = st.text("abcxyzäж北", min_size=1, max_size=8)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(PLAIN, inner, min_size=1, max_size=4)
    ),
)


def routes(value: Value, route: Route = ()) -> Iterator[tuple[Route, Value]]:
    yield route, value
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if not isinstance(value, str):
            yield from routes(inner, (*route, step))


def inside(document: Document, line: int, column: int) -> bool:
    lines = document.text.split("\n")
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def check(data: bytes) -> None:
    document, problems = parse("actors/x.yml", data)
    for problem in problems:
        span = problem.location.span
        assert span
        assert span.end > span.column
        assert inside(document, span.line, span.column)
        assert problem.message
        assert problem.hint
    if document.value is None:
        assert any(problem.severity is Severity.ERROR for problem in problems)
    else:
        for route, _ in routes(document.value):
            assert inside(document, document.span(route).line, document.span(route).column)
            assert inside(document, document.key_span(route).line, document.key_span(route).column)
    diagnostics = place(problems, [document], "content")
    assert told(diagnostics).encode()


@given(st.binary(max_size=300))
def test_any_bytes_give_problems_inside_their_file(data: bytes) -> None:
    check(data)


@given(YAMLISH)
def test_anything_like_yaml_gives_problems_inside_its_file(text: str) -> None:
    check(text.encode())


@given(VALUES, st.booleans())
def test_every_route_has_the_place_where_its_text_begins(value: Value, flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=10_000)
    document, problems = parse("actors/x.yml", text.encode())
    assert (document.value, problems) == (value, ())
    lines = text.split("\n")
    for route, inner in routes(value):
        span, key = document.span(route), document.key_span(route)
        if isinstance(inner, str):
            assert lines[span.line - 1][span.column - 1 : span.end - 1].strip("'\"") == inner
        if route and isinstance(route[-1], str):
            assert lines[key.line - 1][key.column - 1 : key.end - 1].strip("'\"") == route[-1]


@given(YAMLISH)
def test_line_ends_and_byte_order_mark_change_nothing(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    plain = parse("actors/x.yml", lines.encode())
    assert parse("actors/x.yml", lines.replace("\n", "\r\n").encode("utf-8-sig")) == plain
