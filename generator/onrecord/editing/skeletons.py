"""A new record from answers: its keys in order, its id made of what it says."""

from collections.abc import Iterable, Mapping
from typing import get_args

from onrecord.editing.layout import laid_out
from onrecord.records.actors import Actor
from onrecord.records.analysis import Judgment, Question
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.shape import FieldShape, shape
from onrecord.records.slugs import slug
from onrecord.records.sources import Source
from onrecord.records.statements import Statement
from onrecord.source.written import Block, Entry, Node, Scalar, Written

Answers = Mapping[str, str]
"""Field, such as ``speaker`` or ``history.state``, to its text; lists are parted by semicolons."""

_ASKED: Mapping[type, tuple[str, ...]] = {
    Actor: ("summary",),
    Claim: ("kind", "question"),
    Event: ("kind", "place"),
    Judgment: ("likelihood", "confidence", "rests_on"),
    Question: ("why_it_matters", "claims"),
    Source: ("url", "lang", "derived_from"),
    Statement: ("paraphrase", "setting", "topics"),
}
_WORDS = 6


def folder_of(word: str) -> str:
    """Return the folder of a kind that is named ``statement`` or ``statements``; nothing for other words."""
    singular = {kind.__name__.lower(): folder for folder, kind in FOLDERS.items()}
    return word if word in FOLDERS else singular.get(word.lower(), "")


def asked(folder: str) -> tuple[tuple[str, FieldShape], ...]:
    """Return the fields that are asked for, by their name in ``Answers``: those needed, then a few more."""
    kind: type = FOLDERS[folder]
    fields = {field.key: field for field in shape(kind) if field.key != "id"}
    needed = [key for key, field in fields.items() if field.needed]
    keys = dict.fromkeys((*needed, *_ASKED.get(kind, ())))
    return tuple(each for key in keys for each in _leaves(key, fields[key]))


def field_at(folder: str, name: str) -> FieldShape | None:
    """Return the field of a name such as ``history.state``, ``None`` if there is none."""
    kind: type = FOLDERS[folder]
    found = None
    for step in name.split("."):
        found = next((field for field in shape(kind) if field.key == step), None)
        if found is None:
            return None
        kind = found.hint
    return found


def choices(field: FieldShape) -> tuple[str, ...]:
    """Return the words of a vocabulary, nothing for a field that takes any."""
    return get_args(field.hint)


def skeleton(folder: str, record_id: str, answers: Answers, head: str) -> tuple[str, str]:
    """Return path and text of a file with one record; ``head`` is its first line.

    Answers of a mapping with one needed key may leave that key out: ``sources`` means ``sources.source``.
    """
    path = f"{folder}/{record_id}.yml"
    block = _mapping(FOLDERS[folder], "", {name: text for name, text in answers.items() if text})
    return path, laid_out(path, Written((head,), block, ()))


def suggested(folder: str, answers: Answers, taken: Iterable[str]) -> str:
    """Return a free id made of who, when and what, or nothing if the words are in another alphabet."""
    kind, in_use = FOLDERS[folder], frozenset(taken)
    stem = slug(_stem(kind, answers))
    numbers = ("", *(f"-{number}" for number in range(2, len(in_use) + 3)))
    return next(f"{stem}{number}" for number in numbers if f"{stem}{number}" not in in_use) if stem else ""


def _stem(kind: type[Record], answers: Answers) -> str:
    said = next(
        (answers[key] for key in ("name", "title", "text", "paraphrase", "now") if answers.get(key)), ""
    )
    words = " ".join(said.split()[:_WORDS])
    if kind is Statement:
        speaker, day = answers.get("speaker", ""), answers.get("said", "")[:10]
        return f"{speaker} {day} {' '.join(words.split()[:3])}"
    if kind is Source:
        return f"{answers.get('publisher', '')} {answers.get('published', '')[:10]}"
    return words


def _leaves(name: str, field: FieldShape) -> tuple[tuple[str, FieldShape], ...]:
    if not field.nested:
        return ((name, field),)
    needed = (inner for inner in shape(field.hint) if inner.needed)
    return tuple(each for inner in needed for each in _leaves(f"{name}.{inner.key}", inner))


def mapping_of(folder: str, answers: Answers) -> Block:
    """Return the record that ``answers`` make."""
    return _mapping(FOLDERS[folder], "", answers)


def _mapping(kind: type, prefix: str, answers: Answers) -> Block:
    entries = (
        Entry(field.key, value)
        for field in shape(kind)
        if (value := _value(field, f"{prefix}{field.key}", answers)) is not None
    )
    return Block(tuple(entries), is_list=False)


def _value(field: FieldShape, name: str, answers: Answers) -> Node | None:
    if not field.nested:
        text = answers.get(name)
        return None if text is None else _list(text) if field.many else Scalar(text)
    if name in answers:
        alone = next((inner.key for inner in shape(field.hint) if inner.needed), "")
        answers = {**answers, f"{name}.{alone}": answers[name]}
    if not any(key.startswith(f"{name}.") for key in answers):
        return None
    made = _mappings(field, name, answers)
    return Block(tuple(Entry("", each) for each in made), is_list=True) if field.many else made[0]


def _mappings(field: FieldShape, name: str, answers: Answers) -> tuple[Block, ...]:
    """Return one mapping, or one for each id where only ids were given: ``sources`` with two of them."""
    inner = {key: text for key, text in answers.items() if key.startswith(f"{name}.")}
    (first, text), *others = inner.items()
    if others or not field.many:
        return (_mapping(field.hint, f"{name}.", inner),)
    return tuple(_mapping(field.hint, f"{name}.", {first: each}) for each in _parts(text))


def _list(text: str) -> Block:
    return Block(tuple(Entry("", Scalar(part)) for part in _parts(text)), is_list=True)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
