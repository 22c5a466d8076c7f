"""What every record has, whatever its kind."""

from dataclasses import dataclass
from typing import NewType

from onrecord.problems import Location
from onrecord.records.fields import Date, Hidden, Id, Url
from onrecord.records.ids import RecordId
from onrecord.records.vocabulary import HouseRuleName

Markdown = NewType("Markdown", str)
"""Text in the safe subset of Markdown: emphasis, links, lists; no HTML."""

BLANK = Markdown("")
"""No text: what a field holds that was not written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Removed:
    """That a published record was taken back; its address stays, and says so."""

    on: Date
    reason: Markdown


@dataclass(frozen=True, kw_only=True, slots=True)
class Silenced:
    """A house rule that does not hold for a record, and why."""

    rule: HouseRuleName
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A record of any kind: an id that never changes, and the place where it was written."""

    id: RecordId
    formerly: tuple[Id, ...] = ()
    removed: Removed | None = None
    note: Markdown = BLANK
    silenced: tuple[Silenced, ...] = ()
    location: Hidden[Location]


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """An address outside the site with the words to show for it."""

    url: Url
    title: str = ""
