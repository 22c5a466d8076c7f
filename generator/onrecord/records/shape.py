"""What a class of records is made of, read once from its type hints."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from onrecord.problems import Location
from onrecord.records.when import When


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: ``name`` in the record and ``key`` in YAML, which differ for ``from``, ``for`` and ``as``.

    ``hint`` is the type of one value: a class, a ``NewType`` or a set of words.
    ``many`` tells that it is a list, ``needed`` that it must be written, ``nested`` that a value is
    a mapping with fields of its own.
    """

    name: str
    key: str
    hint: Any
    many: bool
    needed: bool
    nested: bool = False


@cache
def shape(kind: type) -> tuple[FieldShape, ...]:
    """Return the fields of a class that an editor can write, in the order of its definition."""
    hints = get_type_hints(kind, include_extras=True)
    found = (_field(slot.name, hints[slot.name], needed=_needed(slot)) for slot in fields(kind))
    return tuple(field for field in found if field.hint is not Location)


def _needed(slot: Any) -> bool:
    return slot.default is MISSING and slot.default_factory is MISSING


def _field(name: str, hint: Any, *, needed: bool) -> FieldShape:
    layers = tuple(_layers(hint))
    aliases = (
        getattr(extra, "alias", None) for layer in layers for extra in getattr(layer, "__metadata__", ())
    )
    key = next((alias for alias in aliases if alias), name)
    many = any(get_origin(layer) is tuple for layer in layers)
    nested = is_dataclass(layers[-1]) and layers[-1] is not When
    return FieldShape(name, key, layers[-1], many, needed, nested)


def _layers(hint: Any) -> Iterator[Any]:
    """Peel ``Annotated``, ``| None`` and ``tuple`` off a hint, one after the other."""
    yield hint
    arguments = get_args(hint)
    if get_origin(hint) in (Annotated, tuple) or type(None) in arguments:
        yield from _layers(arguments[0])
