"""How a field's text becomes a value: dates, numbers, addresses, and what no editor types."""

from collections.abc import Callable
from functools import partial
from types import GenericAlias
from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, PlainValidator, TypeAdapter, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from onrecord.records import forms
from onrecord.records.ids import ID
from onrecord.records.when import BadDate, When, parse

T = TypeVar("T")


def _read_by(read: Callable[[str], Any]) -> PlainValidator:
    """Turn a reader that raises ``BadDate`` or ``FormError`` into a validator with the same words."""
    return PlainValidator(partial(_validated, read))


def _validated(read: Callable[[str], Any], text: object) -> Any:
    if not isinstance(text, str):
        raise PydanticCustomError("string_type", "a text is due")
    try:
        return read(text.strip())
    except (BadDate, forms.FormError) as bad:
        words = {"code": bad.code, "message": bad.message, "hint": bad.hint}
        raise PydanticCustomError("bad_form", "{message}", words) from bad


def _texts(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern})


def _numbers(pattern: str) -> WithJsonSchema:
    """Allow numbers too: a program that knows YAML's own types sees ``47.5`` as one."""
    return WithJsonSchema({"type": ["string", "number"], "pattern": pattern})


Date = Annotated[When, _read_by(parse), _numbers(r"\S")]
"""A date of EDTF level 1 or a timestamp with an offset or a zone; see ``when.py`` for the forms."""

Id = Annotated[str, _read_by(forms.record_id), _texts(f"^{ID}$")]
Url = Annotated[str, _read_by(forms.url), _texts("^https?://[^/]")]
Language = Annotated[str, _read_by(forms.language), _texts(f"^{forms.LANGUAGE}$")]
Wikidata = Annotated[str, _read_by(forms.wikidata), _texts(f"^{forms.WIKIDATA}$")]
ContentFile = Annotated[str, _read_by(forms.content_file), _texts(r"^[^/\\]+(/[^/\\]+)*$")]
_ENDINGS = "|".join("".join(f"[{sign}{sign.upper()}]" for sign in each[1:]) for each in forms.PICTURES)
Picture = Annotated[
    str,
    _read_by(forms.picture),
    _texts(rf"^[^/\\]+(/[^/\\]+)*\.({_ENDINGS})$"),
]
Latitude = Annotated[float, _read_by(forms.latitude), _numbers(f"^{forms.DECIMAL}$")]
Longitude = Annotated[float, _read_by(forms.longitude), _numbers(f"^{forms.DECIMAL}$")]
Count = Annotated[int, _read_by(forms.count), _numbers(f"^{forms.COUNT}$")]

Some = Annotated[tuple[T, ...], Field(min_length=1)]
"""A list that must hold something."""

LOCATION_KEY = "@location"
Hidden = Annotated[T, Field(alias=LOCATION_KEY), SkipJsonSchema(), Field(repr=False)]
"""A field that the decoder fills in, under a key that no editor can write."""


def adapter(kind: type) -> TypeAdapter[tuple[Any]]:
    """Return what turns a mapping, alone in a tuple, into ``kind``: no other keys, no empty text."""
    strict = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)
    alone: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(alone, config=strict)
