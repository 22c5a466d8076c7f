"""Twenty typical mistakes: each gives one message, whose first line says where, what, and the way out."""

import re
from pathlib import Path

import pytest

from tests.content import FILES, dossier, run

STATEMENT = FILES["statements/2025.yml"]
SAYS = "statements/2025.yml"
HEAD = re.compile(r"^content/\S+:\d+:\d+: (?:error|warning)\[[a-z0-9-]+\] .+$")

MISTAKES: dict[str, tuple[dict[str, str | bytes], str, str, str]] = {
    "tab": ({SAYS: STATEMENT.replace("  said:", "\tsaid:")}, "4:1", "bad-yaml", "tab"),
    "wrong indent": ({SAYS: STATEMENT.replace("  said:", "   said:")}, "4:4", "bad-yaml", "said"),
    "missing quote": ({"claims/held.yml": 'text: "It was held.\n'}, "1:7", "bad-yaml", "quot"),
    "typo in an id": ({SAYS: STATEMENT.replace(": paper", ": papre")}, "9:22", "unknown-source", "'papre'"),
    "typo in a field": ({SAYS: STATEMENT.replace("speaker:", "speakr:")}, "3:3", "unknown-field", "'speakr'"),
    "wrong date": ({SAYS: STATEMENT.replace("2025-11-13", "13/11/2025")}, "4:9", "bad-date", "13/11/2025"),
    "31 February": ({SAYS: STATEMENT.replace("2025-11-13", "2025-02-31")}, "4:9", "bad-date", "'2025-02-31'"),
    "duplicate id": ({"topics/held.yml": "title: T\n"}, "1:1", "duplicate-id", "'held'"),
    "list instead of text": ({"claims/held.yml": "text:\n  - It was held.\n"}, "2:3", "wrong-type", "'text'"),
    "text instead of list": ({SAYS: STATEMENT.replace("[ann]", "ann")}, "6:10", "wrong-type", "'about'"),
    "colon in text": ({"claims/held.yml": "text: Trump: it was held.\n"}, "1:12", "bad-yaml", "colon"),
    "smart quotes": ({"claims/held.yml": "text: “It was held.”\n"}, "1:7", "curly-quotes", "“It was held.”"),
    "latin-1 bytes": ({"claims/held.yml": b"text: It was held in K\xf6ln.\n"}, "1:23", "not-utf8", "0xF6"),
    "Cyrillic look-alike": ({SAYS: STATEMENT.replace("[ann]", "[аnn]")}, "6:11", "unknown-id", "'аnn'"),  # noqa: RUF001
    "repeated key": ({"claims/held.yml": "text: A\ntext: B\n"}, "2:1", "repeated-key", "'text'"),
    "key without a value": ({"claims/held.yml": "text: A\nkind:\n"}, "2:1", "empty-value", "'kind'"),
    "word that is none": ({SAYS: STATEMENT.replace("asserts", "assrts")}, "8:29", "unknown-word", "'assrts'"),
    "two documents": ({"claims/held.yml": "text: A\n---\ntext: B\n"}, "2:1", "several-documents", "'---'"),
    "no space after the colon": ({"claims/held.yml": "text:It was.\n"}, "1:1", "wrong-type", "put a space"),
    "file in the wrong folder": ({"topic/t.yml": "title: T\n"}, "1:1", "unknown-folder", "'topic'"),
    "no zone": ({SAYS: STATEMENT.replace("13", "13T10:00")}, "4:9", "time-without-zone", "2025-11-13T10:00"),
}  # fmt: skip


def written(folder: Path, files: dict[str, str | bytes]) -> None:
    content = dossier(folder)
    for name, text in files.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("mistake", sorted(MISTAKES))
def test_a_mistake_gives_one_message_with_place_value_and_way_out(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, place, code, value = MISTAKES[mistake]
    written(tmp_path, files)
    monkeypatch.chdir(tmp_path)

    told = run("check").output.split("\n\n")

    (message,) = told[:-1]
    first = message.split("\n")[0]
    assert HEAD.match(first), first
    assert f":{place}: " in first
    assert f"[{code}" in first
    assert value in message
    assert "\n  = hint: " in message
    assert told[-1].endswith("in 1 file\n")


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (dossier(tmp_path) / "dossier.yml").unlink()
    monkeypatch.chdir(tmp_path)

    told = run("check")

    assert told.exit_code == 1
    assert told.output.startswith(
        "content/dossier.yml:1:1: error[no-dossier] the file 'dossier.yml' is missing\n"
    )


@pytest.mark.parametrize("how", ["a byte order mark", "line ends of Windows"])
def test_what_editors_cannot_see_is_no_mistake(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = STATEMENT.encode()
    written(tmp_path, {SAYS: b"\xef\xbb\xbf" + text if "mark" in how else text.replace(b"\n", b"\r\n")})
    monkeypatch.chdir(tmp_path)

    assert run("check").output == "no problems\n"
