"""What cannot be published as it was written is refused with one message that says what to do."""

# ruff: noqa: RUF001  # some letters only look like others

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from shutil import copytree
from typing import Any, Literal, get_origin, get_type_hints

import pytest

from onrecord.pipeline import build
from onrecord.problems import Problem, Severity
from onrecord.records import fields as forms
from onrecord.records.about import About
from onrecord.records.decode import decode
from onrecord.records.ids import is_id
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from onrecord.records.when import When, parse
from onrecord.source import yamldoc
from onrecord.source.document import Document
from onrecord.source.readings import LARGEST_OF_ALL
from tests.built import TEMPLATES
from tests.content import run
from tests.hostile.fields import LEFT_OUT, Filler, layers
from tests.hostile.made import Hostile

SPACED = " " * 100_000 + "x"
ANYWHERE = (
    "javascript:alert(1)", "JAVA\tSCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "//elsewhere.example/x",
    "https:///x", "http://[::1", "https://a b/", 'https://x/"onload=',
    "<script>alert(1)</script>", "{{ 7 * 7 }}",
    "../../etc/passwd", "/etc/passwd", "C:\\x", "..\\..\\x",
    "a/../b", "con", "NUL", "con.png", "nul.txt/x.png", "x.png.",
    "a\u0000b", "x\u202ey", "раураl", "ＡＢＣ", "a" * 1_000_000, "-" * 100_000, "/" * 100_000, "9" * 5_000,
    "Y" + "9" * 5_000, "9-" * 50_000, SPACED, "1e999", "NaN", "-0x1", "٣", "2025-13-45", "2025-02-30",
    "2025-01-01T25:61Z", "9999999999-01-01", "0000-01-01", "2025-01-02/2025-01-01", "=1+1",
)  # fmt: skip
"""Values that no form takes but by chance."""

TAKEN: tuple[tuple[Any, frozenset[str]], ...] = (
    (forms.Id, frozenset({SPACED, "1e999", "2025-13-45", "2025-02-30", "9999999999-01-01", "0000-01-01"})),
    (forms.Language, frozenset({"con", "NUL", "NaN"})),
    (
        forms.ContentFile,
        frozenset({"{{ 7 * 7 }}", "x\u202ey", "раураl", "ＡＢＣ", SPACED, "1e999", "NaN", "-0x1", "٣",
                   "2025-13-45",
                   "2025-02-30", "9999999999-01-01", "0000-01-01", "2025-01-02/2025-01-01",
                   "=1+1"}),
    ),
)  # fmt: skip
"""What of this has a form all the same: numbers make ids, and a stored text may have any name."""


def formed() -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Yield folder, way and form of every field that takes no free text."""
    for folder, kind in {**FOLDERS, "": About}.items():
        yield from ((folder, way, form) for way, form in _formed(kind, ()))


def _formed(kind: Any, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    hints = get_type_hints(kind, include_extras=True)
    for each in shape(kind):
        here = (*way, each.key)
        if each.nested and each.key not in LEFT_OUT:
            yield from _formed(each.hint, here)
        elif not each.nested and each.key not in {*LEFT_OUT, "id"}:
            known = next((layer for layer in layers(hints[each.name]) if layer in FORMS), None)
            if known is not None or each.hint in (When, float, int) or get_origin(each.hint) is Literal:
                yield here, known or each.hint


FORMS = (
    forms.Url, forms.Language, forms.Wikidata, forms.Count, forms.ContentFile, forms.Picture, forms.Id,
    forms.Latitude, forms.Longitude,
)  # fmt: skip
FIELDS = tuple(formed())


def problems_of(folder: str, mapping: Mapping[str, Any]) -> tuple[Problem, ...]:
    path = f"{folder}/{folder}-1.yml" if folder else "dossier.yml"
    return decode((Document(path, "", dict(mapping)),))[1]


def filled(folder: str) -> dict[str, Any]:
    kind = FOLDERS[folder] if folder else About
    return Filler().mapping(kind, f"{folder}-1" if folder else "dossier")


def put(mapping: dict[str, Any], way: tuple[str, ...], value: str) -> dict[str, Any]:
    """Return the mapping with ``value`` at the end of a way through mappings and first entries of lists."""
    made = deepcopy(mapping)
    here: Any = made
    for key in way[:-1]:
        here = here[key][0] if isinstance(here[key], list) else here[key]
    here[way[-1]] = [value] if isinstance(here[way[-1]], list) else value
    return made


def test_a_full_record_of_every_kind_is_sound() -> None:
    assert {folder: problems_of(folder, filled(folder)) for folder in (*FOLDERS, "")} == dict.fromkeys(
        (*FOLDERS, ""), ()
    )
    assert len(FIELDS) > 40


@pytest.mark.parametrize(
    ("folder", "way", "form"), FIELDS, ids=[f"{folder}.{'.'.join(way)}" for folder, way, _ in FIELDS]
)
def test_a_field_with_a_form_refuses_what_has_another(folder: str, way: tuple[str, ...], form: Any) -> None:
    taken = next((values for known, values in TAKEN if known == form), frozenset())
    sound = filled(folder)
    accepted = []
    for value in ANYWHERE:
        found = problems_of(folder, put(sound, way, value))
        if not found:
            accepted.append(value)
            continue
        (problem,) = found
        assert tuple(step for step in problem.location.route if isinstance(step, str)) == way
        assert problem.severity is Severity.ERROR
        assert len(problem.message) < 300
        assert problem.hint
        assert len(problem.hint) < 600

    assert [value for value in accepted if value not in taken] == []


REFUSED: Mapping[str, tuple[bytes, set[str]]] = {
    "aliases of aliases": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]\n",
        {"anchor-or-alias"},
    ),
    "a list in itself": (b"title: x\naliases: &a [*a]\n", {"anchor-or-alias"}),
    "a program as a tag": (b'title: !!python/object/apply:os.system ["id"]\n', {"yaml-tag"}),
    "a merge": (b"a: &a {x: y}\nb: {<<: *a}\n", {"anchor-or-alias", "merge-key"}),
    "brackets": (b"title: " + b"[" * 200_000, {"nested-too-deep"}),
    "braces": (b"title: " + b"{a: " * 200_000, {"nested-too-deep"}),
    "dashes": (b"- " * 100_000 + b"x", {"nested-too-deep"}),
    "a null character": (b"title: a\x00b\n", {"forbidden-character"}),
    "a control character": (b"title: a\x1bb\n", {"forbidden-character"}),
    "a null character, escaped": (b'title: "a\\0b"\n', {"forbidden-character"}),
    "half a character": (b'title: "a\\ud800b"\n', {"forbidden-character", "bad-yaml"}),
    "half a character, as bytes": (b"title: a\xed\xa0\x80b\n", {"not-utf8"}),
    "an override of direction": ("title: a\u202eb\n".encode(), {"forbidden-character"}),
    "an override of direction, escaped": (b'title: "a\\u202eb"\n', {"forbidden-character"}),
    "an isolate that never ends": ("title: a\u2066b\n".encode(), {"forbidden-character"}),
    "letters that only programs see": ("title: a\U000e0041\U000e0042\n".encode(), {"forbidden-character"}),
    "what is no character": ("title: a\ufdd0b\n".encode(), {"forbidden-character"}),
    "what is no character, in a far plane": (b'title: "a\\U0001FFFEb"\n', {"forbidden-character"}),
    "a flood of marks": (f"title: Z{chr(0x300) * 100}o\n".encode(), {"forbidden-character"}),
    "a flood of marks, escaped": (b'title: "Z' + b"\\u0300" * 31 + b'o"\n', {"forbidden-character"}),
    "UTF-16": ("title: x\n".encode("utf-16"), {"not-utf8"}),
    "Latin-1": ("title: Orbán\n".encode("latin-1"), {"not-utf8"}),
    "a mark of order in the middle": ("title: a\ufeffb\n".encode(), {"forbidden-character"}),
    "a megabyte of text": (b"title: " + b"x" * 1_000_000, {"text-too-long"}),
    "ten thousand entries": (b"aliases: [" + b"x, " * 10_000 + b"x]", {"list-too-long"}),
    "a key again and again": (b"title: x\n" * 3, {"repeated-key"}),
    "a mapping as a key": (b"? {a: b}\n: x\n", {"key-not-text"}),
    "two documents": (b"title: x\n---\ntitle: y\n", {"several-documents"}),
}
"""Bytes of a file, and the codes of what is wrong with them."""


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_means_harm_is_refused_in_a_few_words(name: str) -> None:
    data, codes = REFUSED[name]
    document, problems = yamldoc.parse("topics/x.yml", data)

    assert {each.code for each in problems} <= codes
    assert {each.severity for each in problems} == {Severity.ERROR}
    assert len(problems) <= 20
    assert all(len(each.message) < 300 and each.hint for each in problems)
    assert len(json.dumps(document.value)) < 1_000


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_ends_of_lines_and_marks_of_order_change_nothing(mark: bytes, end: bytes) -> None:
    document, problems = yamldoc.parse("topics/x.yml", mark + end.join((b"title: |", b"  a", b"  b", b"")))

    assert (document.value, problems) == ({"title": "a\nb\n"}, ())


def test_a_span_of_all_the_time_there_is_is_two_days_to_every_page(hostile: Hostile, tmp_path: Path) -> None:
    """Nothing counts the days of an interval one by one."""
    content = copied(hostile, tmp_path)
    event = json.loads((content / "events" / "events-0.yml").read_text(encoding="utf-8"))
    span = "0001-01-01/9999-12-31"
    event |= {"when": span}
    event["history"][0] |= {"planned_for": span}
    (content / "events" / "events-0.yml").write_text(json.dumps(event, ensure_ascii=False), encoding="utf-8")

    assert parse(span).first_day
    assert build(content, TEMPLATES).pages


def copied(hostile: Hostile, home: Path) -> Path:
    return Path(copytree(hostile.content, home / "content"))


@pytest.mark.parametrize("name", ["texts/out.txt", "out/secret.txt"])
def test_a_link_that_leaves_the_folder_is_not_followed(hostile: Hostile, tmp_path: Path, name: str) -> None:
    content = copied(hostile, tmp_path)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (content / "texts" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (content / "out").symlink_to(tmp_path)
    source = json.loads((content / "sources" / "sources-0.yml").read_text(encoding="utf-8"))
    (content / "sources" / "sources-0.yml").write_text(
        json.dumps({**source, "text_file": name}, ensure_ascii=False), encoding="utf-8"
    )

    codes = {each.code for each in build(content, TEMPLATES).problems if each.severity is Severity.ERROR}
    assert codes == {"link-leaves-content", "text-file-missing"}


def test_a_picture_behind_a_link_that_leaves_the_folder_is_not_published(
    hostile: Hostile, tmp_path: Path
) -> None:
    content = copied(hostile, tmp_path)
    (tmp_path / "secret.png").write_bytes(b"secret")
    (content / "images" / "p.png").unlink()
    (content / "images" / "p.png").symlink_to(tmp_path / "secret.png")

    made = build(content, TEMPLATES)
    assert "link-leaves-content" in {each.code for each in made.problems}
    assert [each.path for each in made.assets if each.content == b"secret"] == []


@pytest.mark.parametrize("name", ["texts/stored.txt", "images/p.png"])
def test_texts_and_pictures_beyond_all_measure_are_not_read(
    name: str, hostile: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = copied(hostile, tmp_path)
    monkeypatch.setattr("onrecord.loading.read_texts", lambda *_: pytest.fail("the texts are read"))
    with (content / name).open("r+b") as file:
        file.truncate(LARGEST_OF_ALL)

    made = build(content, TEMPLATES)
    assert [each.code for each in made.problems] == ["content-too-large"]
    assert made.pages == ()


@pytest.mark.parametrize(("name", "to"), [("pages/environment.md", "secret.md"), ("pages/again", "content")])
def test_a_hand_written_page_behind_a_link_stops_the_build(
    name: str, to: str, hostile: Hostile, tmp_path: Path
) -> None:
    """The engine of the site would follow it: out of the folder, or round and round without end."""
    content = copied(hostile, tmp_path)
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (content / "pages").mkdir()
    (content / name).symlink_to(tmp_path / to)

    made = build(content, TEMPLATES)
    assert {each.code for each in made.problems if each.severity is Severity.ERROR} <= {
        "link-leaves-content",
        "link-to-folder",
    }
    assert made.pages == ()


IMPORTED: Mapping[str, tuple[str, str]] = {
    "nothing but brackets": ("timelinejs", "[" * 100_000),
    "nothing but braces": ("popolo", '{"a":' * 100_000),
    "deep in a list": ("claimreview", '{"@graph": ' + "[" * 50_000),
    "deep in a line": ("ftm", '{"id": "x", "schema": "Person", "properties": {"name": ' + "[" * 50_000),
    "a number without end": ("timelinejs", '{"events": [{"start_date": {"year": ' + "9" * 5_000 + "}}]}"),
    "no number": ("timelinejs", '{"events": [{"start_date": {"year": NaN}, "text": {"headline": "x"}}]}'),
    "no JSON": ("ftm", "\x00\x01\x02"),
    "another shape": ("popolo", '{"persons": {"a": [1, null, true, {"name": []}]}, "memberships": 7}'),
}


@pytest.mark.parametrize("name", IMPORTED)
def test_an_imported_file_that_means_harm_writes_nothing_or_records(name: str, tmp_path: Path) -> None:
    kind, text = IMPORTED[name]
    (tmp_path / "file.json").write_text(text, encoding="utf-8")
    result = run("import", kind, str(tmp_path / "file.json"), "--content", str(tmp_path / "content"))

    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    assert len(result.output) < 2_000


def test_ids_of_imported_records_stay_in_their_folder(tmp_path: Path) -> None:
    names = (
        "../../../etc/passwd",
        "/etc/passwd",
        "..",
        "con",
        "a\\b",
        "C:x",
        "<script>",
        "",
        "\u202e",
        "Orbán",
    )
    entities = ({"id": name, "schema": "Person", "properties": {"name": [name or "x"]}} for name in names)
    (tmp_path / "file.json").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    run("import", "ftm", str(tmp_path / "file.json"), "--content", str(tmp_path / "content"))
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    written = [file for file in files if file.suffix == ".yml"]

    assert {file.parent for file in written} == {tmp_path / "content" / "actors"}
    assert sorted(files) == sorted([tmp_path / "file.json", *written])
    for file in written:
        document, problems = yamldoc.parse(f"actors/{file.name}", file.read_bytes())
        entries: Any = document.value
        assert problems == ()
        assert all(is_id(each["id"]) for each in entries)
