"""Places and topics: what other records are set in and sorted by."""

from dataclasses import dataclass

from onrecord.records.fields import Latitude, Longitude
from onrecord.records.record import BLANK, Markdown, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Place(Record):
    """Somewhere on the Earth.

    ``lat`` and ``lon`` are decimal degrees (WGS 84), ``precision`` is in words, ``timezone`` an IANA name.
    """

    name: str
    country: str = ""
    lat: Latitude | None = None
    lon: Longitude | None = None
    precision: str = ""
    timezone: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic(Record):
    """A subject that records are sorted by."""

    title: str
    summary: Markdown = BLANK
