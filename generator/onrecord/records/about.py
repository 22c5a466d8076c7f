"""``content/dossier.yml``: what the whole dossier is, and the brief's own words."""

from dataclasses import dataclass, field

from onrecord.problems import Location
from onrecord.records.fields import Count, Date, Hidden, Language
from onrecord.records.ids import RecordId
from onrecord.records.record import BLANK, Markdown
from onrecord.records.vocabulary import HouseRuleName


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """A day on which the brief was published; ``bottom_line`` is what it said then."""

    on: Date
    note: Markdown = BLANK
    bottom_line: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """What the dossier covers, and what it leaves out."""

    covers: Markdown = BLANK
    leaves_out: Markdown = BLANK


@dataclass(frozen=True, kw_only=True, slots=True)
class HouseRule:
    """A house rule that the dossier is held to; ``limit`` is its number of days or words, if it has one."""

    rule: HouseRuleName
    limit: Count = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """The dossier's title page.

    ``rests_on`` is the evidence of the bottom line; ``quote_limit`` is the most words a quotation may have.
    """

    title: str
    subtitle: str = ""
    language: Language
    bottom_line: str
    rests_on: tuple[RecordId, ...] = ()
    as_of: Date
    editions: tuple[Edition, ...] = ()
    scope: Scope = field(default_factory=Scope)
    publisher: str = ""
    licence: str = ""
    quote_limit: Count = 0
    house_rules: tuple[HouseRule, ...] = ()
    location: Hidden[Location]
