"""Which records a record names, found from its types: for unknown ids, for backlinks, for renaming."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from onrecord.problems import Route
from onrecord.records import ids
from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Markdown, Record
from onrecord.records.shape import FieldShape, shape

NAMED_KINDS: dict[Any, frozenset[str]] = {
    ids.ActorId: frozenset({"actors"}),
    ids.ActorIdOrWords: frozenset({"actors"}),
    ids.ClaimId: frozenset({"claims"}),
    ids.EventId: frozenset({"events"}),
    ids.PlaceId: frozenset({"places"}),
    ids.QuestionId: frozenset({"questions"}),
    ids.RecordId: frozenset(FOLDERS),
    ids.SourceId: frozenset({"sources"}),
    ids.SourceIdOrWords: frozenset({"sources"}),
    ids.StatementId: frozenset({"statements"}),
    ids.TopicId: frozenset({"topics"}),
}
"""Type of a field to the folders of the records that it may name."""

_NAMES, _PROSE = frozenset(NAMED_KINDS), frozenset({Markdown})
OR_WORDS = (ids.ActorIdOrWords, ids.SourceIdOrWords)
"""Types of fields that may hold words instead of an id."""


class Reference(NamedTuple):
    """A mention of a record by its id; ``kinds`` are the folders it may be in.

    ``route`` is in the keys of YAML, such as ``("sources", 0, "source")`` or ``("for",)``.
    """

    route: Route
    to: str
    kinds: frozenset[str]


def references(record: Record | About) -> tuple[Reference, ...]:
    """Return every mention of another record, in the order of the record's fields."""
    return tuple(
        Reference(route, text, NAMED_KINDS[field.hint])
        for route, field, text in _texts(record, type(record), _NAMES, ())
        if field.hint not in OR_WORDS or ids.is_id(text)
    )


def markdown_fields(record: Record | About) -> tuple[tuple[Route, str], ...]:
    """Return the route and the text of every field in Markdown that is not empty."""
    return tuple((route, text) for route, _, text in _texts(record, type(record), _PROSE, ()))


def _texts(
    value: object, kind: Any, hints: frozenset[Any], route: Route
) -> Iterator[tuple[Route, FieldShape, str]]:
    for field in _leading_to(kind, hints):
        found = getattr(value, field.name)
        if not found:
            continue
        items = enumerate(found) if field.many else ((None, found),)
        for index, item in items:
            inner = (*route, field.key) if index is None else (*route, field.key, index)
            if field.nested:
                yield from _texts(item, field.hint, hints, inner)
            else:
                yield inner, field, item


@cache
def _leading_to(kind: type, hints: frozenset[Any]) -> tuple[FieldShape, ...]:
    """Return the fields of ``kind`` that hold one of ``hints``, or a mapping that does."""
    return tuple(
        field
        for field in shape(kind)
        if field.key != "id" and (field.hint in hints or (field.nested and _leading_to(field.hint, hints)))
    )
