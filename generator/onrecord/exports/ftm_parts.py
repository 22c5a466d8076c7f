"""What an entity of FollowTheMoney is made of."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any

from onrecord.records.vocabulary import ActorKind
from onrecord.records.when import Precision, When

_CODE = re.compile("[A-Z]{2}")
Entity = dict[str, Any]

SCHEMATA: Mapping[ActorKind, str] = {
    "person": "Person",
    "state": "PublicBody",
    "organisation": "Organization",
    "government-body": "PublicBody",
    "media": "Organization",
    "group": "Organization",
    "anonymous": "LegalEntity",
}
"""Kind of an actor to its schema: the model has no states, and of the unnamed it knows no more than we."""


def entity(key: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """Return an entity; every property is a list of texts, and empty ones are left out."""
    lists = {name: [each for each in values if each] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: each for name, each in lists.items() if each}}


def country(text: str) -> str:
    """Return the code of a country, lower-case as in the model, if that is what an editor wrote."""
    return text.lower() if _CODE.fullmatch(text) else ""


def date(when: When) -> str:
    """Return a date as far as it is certain, a moment in UTC; else nothing, as the model has no "about"."""
    if when.precision is Precision.INSTANT and when.first:
        return when.first.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return when.machine
