"""Typical mistakes: each gives one message, whose first line says where, what, and the way out."""

import re
from pathlib import Path

import pytest

from tests.content import FILES, dossier, run

STATEMENT = FILES["statements/2025.yml"]
PAPER = FILES["sources/2025.yml"]
SAYS, HELD = "statements/2025.yml", "claims/held.yml"
GONE = b"taken away"
HEAD = re.compile(r"^content/\S.*?:\d+:\d+: (?:error|warning)\[[a-z0-9-]+\] .+$")

MISTAKES: dict[str, tuple[dict[str, str | bytes], str, str, str, str]] = {
    "tab": ({SAYS: STATEMENT.replace("  said:", "\tsaid:")}, "4:1", "bad-yaml",
        "the line 'said: 2025-11-13' is indented with a tab", "indent it with spaces"),
    "wrong indent": ({SAYS: STATEMENT.replace("  said:", "   said:")}, "4:4", "bad-yaml",
        "the line 'said: 2025-11-13' does not line up", "give it as many spaces as the keys beside it"),
    "space that is none": ({SAYS: STATEMENT.replace("  said:", "\u00a0\u00a0said:")}, "4:1", "bad-yaml",
        "'said: 2025-11-13' is indented with U+00A0", "indent with plain spaces"),
    "space that is none behind a colon": ({HELD: "text:\u00a0It was.\nkind: fact\n"}, "1:6", "bad-yaml",
        "behind 'text:' stands U+00A0", "put a plain space in its place"),
    "space that is none behind a dash": ({SAYS: STATEMENT.replace("- {claim", "-\u00a0{claim")}, "8:6",
        "bad-yaml", "behind '-' stands U+00A0", "put a plain space in its place"),
    "two versions": ({HELD: "text: A\n<<<<<<< HEAD\nkind: fact\n=======\nkind: forecast\n>>>>>>> b\n"}, "2:1",
        "bad-yaml", "two versions of the file", "delete the lines '<<<<<<<'"),
    "text behind a number sign": ({HELD: "text: Row over item #4\n"}, "1:7", "comment-in-text",
        "'#4' behind 'Row over item' is not read", "put quotes around the whole"),
    "number sign alone": ({HELD: "text: A\nkind: #4\n"}, "2:1", "empty-value",
        "the key 'kind' has no value", "write a value behind the colon"),
    "missing quote": ({HELD: 'text: "It was held.\n'}, "1:7", "bad-yaml",
        "'\"It was held.' has no closing quotation mark", 'write " at its end'),
    "typo in an id": ({SAYS: STATEMENT.replace(": paper", ": papre")}, "9:22", "unknown-source",
        "no source has the id 'papre'", "did you mean 'paper'?"),
    "id of nothing": ({SAYS: STATEMENT.replace("speaker: ann ", "speaker: zzz ")}, "3:12", "unknown-actor",
        "no actor has the id 'zzz'", "write its record first"),
    "typo in a field": ({SAYS: STATEMENT.replace("speaker:", "speakr:")}, "3:3", "unknown-field",
        "there is no key 'speakr'", "did you mean 'speaker'?"),
    "field of nothing": ({SAYS: STATEMENT.replace("about:", "zzzzz:")}, "6:3", "unknown-field",
        "there is no key 'zzzzz'", "take it out"),
    "wrong date": ({SAYS: STATEMENT.replace("2025-11-13", "13/11/2025")}, "4:9", "bad-date",
        "'13/11/2025' is not a date", "write '2025-11-13'"),
    "date in words": ({SAYS: STATEMENT.replace("2025-11-13", "yesterday")}, "4:9", "bad-date",
        "'yesterday' is not a date", "write a date such as '2025-10-16'"),
    "31 February": ({SAYS: STATEMENT.replace("2025-11-13", "2025-02-31")}, "4:9", "bad-date",
        "'2025-02-31' is not a date: February 2025 has 28 days", "write '2025-02-28'"),
    "no zone": ({SAYS: STATEMENT.replace("13", "13T10:00")}, "4:9", "time-without-zone",
        "'2025-11-13T10:00' has a clock time", "write '2025-11-13T10:00Z'"),
    "duplicate id": ({"topics/held.yml": "title: T\n"}, "1:1", "duplicate-id",
        "the id 'held' is taken", "give one of them another id"),
    "list instead of text": ({HELD: "text:\n  - It was held.\n"}, "2:3", "wrong-type",
        "the key 'text' holds a list", "write 'It was held.' without the hyphen"),
    "text instead of list": ({SAYS: STATEMENT.replace("[ann]", "ann")}, "6:10", "wrong-type",
        "the key 'about' holds a text", "write it as a list: '- ann'"),
    "text instead of list of mappings": ({SAYS: STATEMENT.replace("[{source: paper}]", "paper")}, "9:12",
        "wrong-type", "the key 'sources' holds a text", "write it as a list: '- source: paper'"),
    "text instead of list of long mappings": (
        {SAYS: STATEMENT.replace("\n    - {claim: held, stance: asserts}", " denies")}, "7:12", "wrong-type",
        "the key 'stances' holds a text", "write it as a list: '- claim: …', and below it 'stance: …'"),
    "list without brackets": ({SAYS: STATEMENT.replace("[ann]", "ann, says")}, "6:10", "wrong-type",
        "the key 'about' holds a text", "write it as a list: '[ann, says]'"),
    "text instead of mapping": ({SAYS: STATEMENT.replace("{source: paper}", "paper")}, "9:13", "wrong-type",
        "item 1 of the list 'sources' holds a text", "write 'source: paper'"),
    "text for a number": ({"places/p.yml": "name: P\nlat: north\n"}, "2:6", "bad-number",
        "'north' is no number", "write decimal degrees, such as '47.4979'"),
    "number for an id": ({SAYS: STATEMENT.replace("speaker: ann ", "speaker: 7 ")}, "3:12", "unknown-actor",
        "no actor has the id '7'", "correct it"),
    "colon in text": ({HELD: "text: Trump: it was held.\n"}, "1:12", "bad-yaml",
        "the text 'Trump: it was held.' holds a colon", 'put quotes around it: text: "Trump: it was held."'),
    "no space after the colon": ({HELD: "text:It was.\n"}, "1:1", "wrong-type",
        "not the text 'text:It was.'", "put a space behind the colon: 'text: …'"),
    "smart quotes": ({HELD: "text: “It was held.”\n"}, "1:7", "curly-quotes",
        "the curly quotation marks of '“It was held.”'", "remove them"),
    "latin-1 bytes": ({HELD: b"text: It was held in K\xf6ln.\n"}, "1:23", "not-utf8",
        "the byte 0xF6", "save the file with the encoding UTF-8"),
    "Cyrillic look-alike": ({SAYS: STATEMENT.replace("[ann]", "[аnn]")}, "6:11", "unknown-id",  # noqa: RUF001
        "no record has the id 'аnn'", "letters of another alphabet; did you mean 'ann'?"),  # noqa: RUF001
    "Cyrillic look-alike in a key": ({"topics/t.yml": "titlе: T\n"}, "1:1", "unknown-field",  # noqa: RUF001
        "there is no key 'titlе'", "letters of another alphabet; did you mean 'title'?"),  # noqa: RUF001
    "repeated key": ({HELD: "text: A\ntext: B\n"}, "2:1", "repeated-key",
        "the key 'text' stands twice", "keep one of the two"),
    "key without a value": ({HELD: "text: A\nkind:\n"}, "2:1", "empty-value",
        "the key 'kind' has no value", "write a value behind the colon"),
    "missing key": ({SAYS: STATEMENT.replace("  said: 2025-11-13\n", "")}, "2:3", "missing-field",
        "the key 'said' is missing", "add 'said: …'"),
    "word that is none": ({SAYS: STATEMENT.replace("asserts", "assrts")}, "8:29", "unknown-word",
        "'assrts' is no word for 'stance'", "did you mean 'asserts'?"),
    "two documents": ({HELD: "text: A\n---\ntext: B\n"}, "2:1", "several-documents",
        "the line '---'", "remove the line"),
    "unclosed bracket": ({SAYS: STATEMENT.replace("[ann]", "[ann")}, "6:10", "bad-yaml",
        "'[ann' lacks a comma or its closing ']'", "']' at the end"),
    "unclosed brace": ({SAYS: STATEMENT.replace("asserts}", "asserts")}, "8:7", "bad-yaml",
        "'{claim: held, stance: asserts' lacks", "'}' at the end"),
    "comma too many": ({SAYS: STATEMENT.replace("[ann]", "[ann,,]")}, "6:15", "bad-yaml",
        "there is a comma too many before ',]'", "take it out"),
    "trailing comma": ({HELD: "text: It was held,\n"}, "1:7", "trailing-comma",
        "the comma at the end of 'It was held,'", "take it out"),
    "trailing comma behind an id": ({SAYS: STATEMENT.replace("ann ", "ann, ")}, "3:12", "unknown-actor",
        "no actor has the id 'ann,'", "did you mean 'ann'?"),
    "apostrophe in quotes": ({HELD: "text: 'It wasn't held.'\n"}, "1:16", "bad-yaml",
        "'t held.'' stands behind the closing quotation mark", "use the other kind of quotation mark"),
    "sign that YAML keeps": ({HELD: "text: @ann held it\n"}, "1:7", "bad-yaml",
        "'@ann held it'", "put quotes around it"),
    "empty file": ({"topics/t.yml": ""}, "1:1", "empty-file",
        "topics/t.yml", "write a record in it, or delete the file"),
    "file in a folder of no kind": ({"topic/t.yml": "title: T\n"}, "1:1", "unknown-folder",
        "no kind of record is kept in 'topic'", "did you mean 'topics'?"),
    "wrong kind's folder": ({"topics/bo.yml": "name: Bo Ek\nkind: person\n"}, "1:1", "wrong-folder",
        "'bo' is of the kind 'actor', not 'topic'", "move the file to 'actors/'"),
    "wrong kind's list": ({"claims/more.yml": "- id: bo\n  name: Bo\n  kind: state\n"}, "1:3", "wrong-folder",
        "'bo' is of the kind 'actor', not 'claim'", "move it to a file in 'actors/'"),
    "reference to the wrong kind": ({SAYS: STATEMENT.replace("speaker: ann ", "speaker: paper ")}, "3:12",
        "wrong-kind", "'paper' is a source, not an actor", "name an actor"),
    "file that is not read": ({"claims/more.md": "text: A\n"}, "1:1", "stray-file",
        "'claims/more.md' ends in '.md'", "write its records as YAML, in 'more.yml'"),
    "file name with capitals": ({"claims/It Was.yml": "text: A\n"}, "1:1", "bad-id",
        "'It Was' is no id", "name the file 'it-was.yml'"),
    "missing file": ({"dossier.yml": GONE}, "1:1", "no-dossier",
        "the file 'dossier.yml' is missing", "add it"),
    "missing text file": ({"sources/2025.yml": f"{PAPER}  text_file: texts/a.txt\n"}, "7:14",
        "text-file-missing",
        "there is no text file 'texts/a.txt'", "save the text of the source there"),
}  # fmt: skip
"""What is written, where it is told, its code, what of the value is quoted, and the way out."""


def written(folder: Path, files: dict[str, str | bytes]) -> None:
    content = dossier(folder)
    for name, text in files.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        if text is GONE:
            file.unlink()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_gives_one_message_whose_first_line_has_place_value_and_way_out(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, place, code, value, way_out = MISTAKES[mistake]
    written(tmp_path, files)
    monkeypatch.chdir(tmp_path)

    told = run("check").output.split("\n\n")

    (message,) = told[:-1]
    first = message.split("\n")[0]
    assert HEAD.match(first), first
    assert f":{place}: " in first
    assert f"[{code}]" in first
    before, _, after = first.partition(value)
    assert before != first, first
    assert way_out in after, first
    assert told[-1].endswith("in 1 file\n")


@pytest.mark.parametrize(
    "files",
    [
        {SAYS: b"\xef\xbb\xbf" + STATEMENT.encode()},
        {SAYS: STATEMENT.replace("\n", "\r\n")},
        {HELD: "text: 5\n"},
        {HELD: "text: yes\n"},
        {SAYS: STATEMENT.replace("[ann]", "[ann,]")},
        {HELD: 'text: "It was held,"\n'},
    ],
    ids=["byte order mark", "line ends of Windows", "number", "yes", "comma in a list", "quoted comma"],
)
def test_what_is_meant_as_it_looks_is_no_mistake(
    files: dict[str, str | bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, files)
    monkeypatch.chdir(tmp_path)

    assert run("check").output == "no problems in 4 records\n"
