import pytest

from onrecord.report.text import report
from onrecord.source.yamldoc import parse

INVISIBLE = "error[forbidden-character] the file contains the invisible character"

MISTAKES = {
    "a tab for indentation": (
        "name: X\nroles:\n\t- title: y",
        "3:1: error[bad-yaml] the line '- title: y' is indented with a tab",
    ),
    "a tab behind spaces": (
        "roles:\n  a: b\n \tc: d",
        "3:2: error[bad-yaml] the line 'c: d' is indented with a tab",
    ),
    "a key too far left": (
        "a:\n    b: c\n  d: e\n",
        "3:3: error[bad-yaml] the line 'd: e' does not line up with the lines above it",
    ),
    "a key too far right": (
        "name: X\n  kind: person",
        "2:3: error[bad-yaml] the line 'kind: person' is indented further than its neighbours",
    ),
    "a key beside an entry's keys": (
        "- a: b\n  c: d\n e: f",
        "3:2: error[bad-yaml] the line 'e: f' does not line up with the list above it",
    ),
    "an entry among keys": ("a: b\n- c", "2:1: error[bad-yaml] the list entry '- c' stands among keys"),
    "a list on the line of its key": (
        "topics: - talks",
        "1:9: error[bad-yaml] '- talks' may not begin on the line of its key",
    ),
    "a double quote never closed": (
        'name: "Orban\nkind: person\n',
        "1:7: error[bad-yaml] the text that begins with '\"Orban' has no closing quotation mark",
    ),
    "a single quote never closed": (
        "name: 'Orban",
        "1:7: error[bad-yaml] the text that begins with ''Orban' has no closing quotation mark",
    ),
    "a quote closed by the next one": (
        'name: "Orban\ntitle: "Prime minister"',
        "1:7: error[bad-yaml] the text that begins with '\"Orban' has no closing quotation mark on its line",
    ),
    "text behind a quote": (
        'text: "Ready" to talk',
        "1:15: error[bad-yaml] 'to talk' stands behind the closing quotation mark",
    ),
    "an apostrophe in single quotes": (
        "text: 'it's ready'",
        "1:11: error[bad-yaml] 's ready'' stands behind the closing quotation mark",
    ),
    "no space behind a colon": (
        "name: X\nkind:person\nid: y",
        "2:1: error[bad-yaml] there is no space behind the colon in 'kind:person'",
    ),
    "no space behind the first colon": (
        "name:X\nkind: person",
        "1:1: error[bad-yaml] there is no space behind the colon in 'name:X'",
    ),
    "a colon in unquoted text": (
        "title: Lavrov: ready to meet",
        "1:14: error[bad-yaml] the text 'Lavrov: ready to meet' holds a colon and is not in quotes",
    ),
    "a line without a key": ("name: X\nperson\nid: y", "2:1: error[bad-yaml] the line 'person' has no key"),
    "a bracket never closed": (
        "topics: [talks, war\nname: X",
        "1:9: error[bad-yaml] '[talks, war' lacks a comma or its closing ']'",
    ),
    "a bracket too many": ("topics: [talks]]", "1:16: error[bad-yaml] the bracket in ']' closes nothing"),
    "an unquoted handle": (
        "name: @mfa_russia",
        "1:7: error[bad-yaml] the text '@mfa_russia' that begins with '@' is not in quotes",
    ),
    "unquoted Markdown": (
        "note: **not** yet",
        "1:7: error[bad-yaml] the text '**not** yet' that begins with '*' is not in quotes",
    ),
    "a backslash in double quotes": (
        'file: "C:\\docs"',
        "1:10: error[bad-yaml] the backslash in '\\docs\"' has a meaning of its own in double quotes",
    ),
    "text behind a block sign": (
        "note: >He said\n  so",
        "1:7: error[bad-yaml] text may not follow the sign in '>He said'",
    ),
    "a directive of another YAML": (
        "%YAML 3.0\n---\na: b",
        "1:1: error[bad-yaml] the file cannot be read from '%YAML 3.0' on",
    ),
    "a file that ends early": ("topics:\n- [\n", "2:3: error[bad-yaml] the line '- [' is not complete"),
    "a file in Latin-1": (
        "name: Orb\xe1n".encode("latin-1"),
        "1:10: error[not-utf8] the byte 0xE1 is not UTF-8 text",
    ),
    "a null character": (
        "n: X\x00",
        f"1:5: {INVISIBLE} 'U+0000 control character'",
    ),
    "old line ends": (
        "name: X\rkind: a: b",
        "2:8: error[bad-yaml] the text 'a: b' holds a colon and is not in quotes",
    ),
    "Windows line ends": ("a: b\r\nc\r\nd: e", "2:1: error[bad-yaml] the line 'c' has no key"),
    "a byte order mark": (
        b"\xef\xbb\xbfname: a: b",
        "1:8: error[bad-yaml] the text 'a: b' holds a colon and is not in quotes",
    ),
    "smart quotes": (
        "text: “We are ready”",
        "1:7: warning[curly-quotes] the curly quotation marks of '“We are ready”' are part of the text",
    ),
    "a key twice": (
        "name: X\nname: Y",
        "2:1: error[repeated-key] the key 'name' stands twice in the same mapping",
    ),
    "a key without a value": ("summary:\n", "1:1: error[empty-value] the key 'summary' has no value"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_first_line_of_a_typical_mistake_names_place_value_and_way_out(mistake: str) -> None:
    written, told = MISTAKES[mistake]
    data = written if isinstance(written, bytes) else str(written).encode()
    document, problems = parse("actors/x.yml", data)
    (problem,) = problems
    way_out = problem.hint.split("\n")[0]
    assert way_out
    first = report(problems, [document], "content").split("\n")[0]
    assert first == f"content/actors/x.yml:{told}; {way_out}"
