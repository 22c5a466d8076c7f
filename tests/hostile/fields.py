"""Every field of every kind, from the types themselves, and mappings in which each of them is filled."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from onrecord.records import fields as forms
from onrecord.records import ids
from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Markdown
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import When
from tests.hostile.texts import as_markdown, text

FORMS: tuple[tuple[Any, Any], ...] = (
    (
        forms.Url,
        "https://example.org/{}?a=1&b=%22%3E%3Cscript%3E&c=';alert(1)//)](javascript:x)|`*_{{[#:~:text=x",
    ),
    (forms.Language, "en"),
    (forms.Wikidata, "Q{}"),
    (forms.Count, "0"),
    (forms.ContentFile, "texts/stored.txt"),
    (forms.Picture, "images/p.png"),
)
"""Forms that a hostile text cannot have, and what stands there instead."""

NAMED: dict[Any, str] = {
    ids.ActorId: "actors",
    ids.ClaimId: "claims",
    ids.EventId: "events",
    ids.PlaceId: "places",
    ids.QuestionId: "questions",
    ids.RecordId: "events",
    ids.SourceId: "sources",
    ids.StatementId: "statements",
    ids.TopicId: "topics",
}
LEFT_OUT = frozenset({"removed", "house_rules", "corrects", "replies_to", "denies_saying"})
"""Fields that would take the record away, that hold no text, or that would name the record itself."""

PRIVATE = "for-editors-only"
"""Stands in every text that may not be published."""

OF_THE_SECOND = frozenset({"relations", "part_of", "follows", "derived_from", "organisation"})
"""Fields that name a record of the same kind, which the first of its kind cannot."""

GIVEN = {"timezone": "Europe/Budapest", "as_of": "2026-12-01", "said": "2023-12-01"}
BRIEF = {"bottom_line": 60}
"""Fields that hold no more than so many words."""
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)

_MARKS = re.compile('["“”„«»]')
"""A paraphrase may hold none of them."""


@dataclass
class Filler:
    """Fills mappings as editors write them.

    ``written`` holds every text as it stands in YAML, ``said`` as a reader must see it, by the field's path.
    """

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    said: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def mapping(self, kind: type, path: str) -> dict[str, Any]:
        """Return a ``kind`` with every field that can be written, save those of ``LEFT_OUT``."""
        hints = get_type_hints(kind, include_extras=True)
        left_out = LEFT_OUT | (OF_THE_SECOND if "-0" in path else frozenset())
        wanted = (each for each in shape(kind) if each.key not in left_out)
        return {each.key: self._field(each, hints[each.name], f"{path}.{each.key}") for each in wanted}

    def _field(self, each: FieldShape, hint: Any, path: str) -> Any:
        if each.key == "id":
            return path.rsplit(".", 1)[0]
        made = self.mapping(each.hint, path) if each.nested else self._value(each, hint, path)
        return [made] if each.many else made

    def _value(self, each: FieldShape, hint: Any, path: str) -> str:
        number = next(self.numbers)
        if each.key in GIVEN:
            return GIVEN[each.key]
        if each.hint in NAMED:
            return f"{NAMED[each.hint]}-0"
        if each.hint is When:
            return (date(2024, 1, 1) + timedelta(days=number % 700)).isoformat()
        if get_origin(each.hint) is Literal:
            return str(get_args(each.hint)[0])
        if each.hint is float:
            return "40.5"
        return self._text(each, hint, path, number)

    def _text(self, each: FieldShape, hint: Any, path: str, number: int) -> str:
        formed = next((form for layer in layers(hint) for known, form in FORMS if layer == known), "")
        if formed:
            return formed.format(number)
        if any(layer == forms.Id for layer in layers(hint)):
            return f"former-{number}"
        words = text(path, number)
        if each.key == "paraphrase":
            words = _MARKS.sub("", words)
        words = " ".join(words.split(" ")[: BRIEF.get(each.key)])
        if ".silenced." in path:
            return f"{words} {PRIVATE}"
        self.said[path] = words
        self.written[path] = as_markdown(words) if each.hint is Markdown else words
        return self.written[path]


def layers(hint: Any) -> Iterator[Any]:
    yield hint
    for each in get_args(hint):
        yield from layers(each)


def write(content: Path) -> Filler:
    """Write a dossier with two full records of each kind, and return what wrote it."""
    filler = Filler()
    for folder, kind in FOLDERS.items():
        for number in (0, 1):
            name = f"{folder}-{number}"
            _write(content / folder / f"{name}.yml", filler.mapping(kind, name))
    _write(content / "dossier.yml", filler.mapping(About, "dossier"))
    (content / "texts").mkdir()
    (content / "texts" / "stored.txt").write_text(
        "\n".join((PRIVATE, *filler.said.values())), encoding="utf-8"
    )
    (content / "images").mkdir()
    (content / "images" / "p.png").write_bytes(PICTURE)
    return filler


def _write(file: Path, mapping: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(mapping, ensure_ascii=False, indent=1), encoding="utf-8")
