"""docs/records.md says of every field what the program says, and its examples are sound."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.problems import Problem
from onrecord.records import ids
from onrecord.records.about import About
from onrecord.records.decode import Decoded, decode
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Markdown, Record
from onrecord.records.references import references
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import When
from onrecord.source.document import Document
from onrecord.source.files import ABOUT
from onrecord.source.yamldoc import parse

PAGE = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (yes|in a list)? ?\|$", re.MULTILINE)
EXAMPLE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

FORMS: dict[Any, str] = {
    Markdown: "Markdown",
    When: "date",
    float: "number",
    int: "number",
    ids.ActorId: "actor id",
    ids.ActorIdOrWords: "actor id or words",
    ids.ClaimId: "claim id",
    ids.EventId: "event id",
    ids.PlaceId: "place id",
    ids.QuestionId: "question id",
    ids.RecordId: "id",
    ids.SourceId: "source id",
    ids.SourceIdOrWords: "source id or words",
    ids.StatementId: "statement id",
    ids.TopicId: "topic id",
}
PLURAL = re.compile("(mapping|text|path|address|tag|id)\\b")
TEXTS = {"text", "path", "web address", "language tag", "id"}
COMMON = {field.key for field in shape(Record)}
EVERY_KIND = "every kind"


def kinds() -> Iterator[tuple[str, type]]:
    """Every heading that has a table, with the class that the table describes."""
    yield from nested(EVERY_KIND, Record)
    tops: dict[str, type] = {**FOLDERS, ABOUT: About}
    for heading, kind in tops.items():
        yield heading, kind
        yield from nested(heading, kind)


def nested(heading: str, kind: type) -> Iterator[tuple[str, type]]:
    for field in shape(kind):
        if field.nested and (kind is Record or field.key not in COMMON):
            yield f"{heading}: {field.key}", field.hint
            yield from nested(f"{heading}: {field.key}", field.hint)


def table(heading: str) -> list[tuple[str, str, bool]]:
    """The rows under a heading: the field, its form, and whether it is needed."""
    section = re.split(rf"^##+ {re.escape(heading)}\n", PAGE, flags=re.MULTILINE)[1]
    own = re.split(r"^##", section, maxsplit=1, flags=re.MULTILINE)[0]
    return [(key, form, needed == "yes") for key, _, form, needed in ROW.findall(own)]


def forms(field: FieldShape) -> set[str]:
    """What the table may say of a field's form."""
    if words := get_args(field.hint):
        return {", ".join(f"`{word}`" for word in words)}
    single = {"mapping"} if field.nested else {FORMS[field.hint]} if field.hint in FORMS else TEXTS
    if not field.many:
        return single
    return {"list of " + PLURAL.sub(r"\1s", name) for name in single}


KINDS = tuple(kinds())


@pytest.mark.parametrize(("heading", "kind"), KINDS, ids=[heading for heading, _ in KINDS])
def test_a_table_names_every_field_with_its_form_and_no_other(heading: str, kind: type) -> None:
    fields = [field for field in shape(kind) if not (issubclass(kind, Record) and field.key in COMMON)]

    assert [(key, needed) for key, _, needed in table(heading)] == [(f.key, f.needed) for f in fields]
    for field, (_, form, _) in zip(fields, table(heading), strict=True):
        assert form in forms(field), field


def test_the_fields_of_all_records_are_named_once() -> None:
    assert {key for key, _, _ in table("The rules of all files")} == COMMON


def test_every_heading_with_a_table_is_a_kind_or_a_part_of_one() -> None:
    headings = re.findall(r"^##+ (.+)\n(?:(?!^##)(?:.*\n))*?\| field", PAGE, flags=re.MULTILINE)

    assert set(headings) == {heading for heading, _ in KINDS} | {"The rules of all files"}


@cache
def examples() -> tuple[Document, ...]:
    read = [parse(path, text.encode()) for path, text in EXAMPLE.findall(PAGE)]
    assert [problems for _, problems in read if problems] == []
    return tuple(document for document, _ in read)


@cache
def decoded() -> tuple[Decoded, tuple[Problem, ...]]:
    return decode(examples())


def test_the_examples_are_sound_records_of_every_kind() -> None:
    made, problems = decoded()

    assert problems == ()
    assert made.about is not None
    assert {type(record) for record in made.records} == set(FOLDERS.values())


def test_the_examples_name_only_records_that_are_there() -> None:
    made, _ = decoded()
    assert made.about is not None
    folders = {kind: folder for folder, kind in FOLDERS.items()}
    known = {record.id: folders[type(record)] for record in made.records}

    named = [name for record in made.records for name in references(record)]
    for reference in (*references(made.about), *named):
        assert known.get(ids.RecordId(reference.to)) in reference.kinds, reference


@pytest.mark.parametrize(("heading", "kind"), KINDS, ids=[heading for heading, _ in KINDS])
def test_the_examples_show_every_field(heading: str, kind: type) -> None:
    parts = heading.split(": ")
    held: list[Any] = [
        doc.value for doc in examples() if parts[0] in (doc.path.partition("/")[0], EVERY_KIND)
    ]
    for part in ("", *parts[1:]):
        mappings = [value for value in held if part == "" or part in value]
        held = [inner for value in mappings for inner in listed(value[part] if part else value)]

    shown = {key for value in held for key in value}
    assert shown >= {field.key for field in shape(kind)} - COMMON


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
