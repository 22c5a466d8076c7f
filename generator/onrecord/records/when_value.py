"""What a date is, once read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from onrecord.records.zones import offset_text, zone_of


class Precision(StrEnum):
    """The unit that a date is given in."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure the date is: EDTF's ``?`` uncertain, ``~`` approximate, ``%`` both."""

    SURE = "sure"
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    BOTH = "uncertain and approximate"


class BadDate(ValueError):  # noqa: N818  it says what the text is, as the messages do
    """A text that is no date we accept: ``code`` of the problem, what is wrong, what to write instead."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Keep the three apart, as ``Problem`` has them."""
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Bound:
    """One date without a clock time, as it stands alone or at an end of an interval.

    ``text`` is the EDTF with its qualifier; ``first`` and ``last`` are the calendar days it covers.
    """

    text: str
    first: date
    last: date
    precision: Precision
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class When:
    """A moment or stretch of time, never more exact than its source.

    ``first`` is the first and ``last`` the last instant (aware, UTC) it may stand for; ``None`` where it
    is open or unknown. A day without a zone is taken as the UTC day of that name.
    A qualifier does not widen them: by how much "about" is off, nobody said.
    ``zone`` is the IANA name or offset of a timestamp. ``text`` is what was written, and no part of equality.
    ``edtf`` is the canonical text, which reads as this value again.
    ``start`` and ``end`` are the dates at the ends, the same one twice unless it is an interval, ``None``
    where there is no date: an open or unknown end, a timestamp.
    """

    text: str
    first: datetime | None
    last: datetime | None
    precision: Precision
    certainty: Certainty = Certainty.SURE
    zone: str = ""
    edtf: str = ""
    start: Bound | None = None
    end: Bound | None = None

    def __eq__(self, other: object) -> bool:
        """Tell whether another date is the same; what is not compared follows from the canonical text."""
        if not isinstance(other, When):
            return NotImplemented
        return (self.edtf, self.zone, self.first, self.last) == (
            other.edtf,
            other.zone,
            other.first,
            other.last,
        )

    def __hash__(self) -> int:
        """Hash the canonical text, from which all the rest follows."""
        return hash(self.edtf)

    @property
    def is_interval(self) -> bool:
        """Whether it was written with a slash, rather than as a single date that covers many days."""
        return self.precision is Precision.SPAN and "/" in self.edtf

    @property
    def local(self) -> datetime | None:
        """The first instant as clocks showed it in the timestamp's own zone (UTC for dates)."""
        return self._on_clocks(self.first)

    @property
    def first_day(self) -> date | None:
        """The first calendar day, as written, not as UTC has it."""
        local = self.local
        return None if local is None else local.date()

    @property
    def last_day(self) -> date | None:
        """The last calendar day, as written, not as UTC has it."""
        local = self._on_clocks(self.last)
        return None if local is None else local.date()

    def _on_clocks(self, moment: datetime | None) -> datetime | None:
        if moment is None or not self.zone:  # nothing is asked for more often
            return moment
        return moment.astimezone(zone_of(self.zone))

    @property
    def to_the_second(self) -> bool:
        """Whether a timestamp says its seconds; if not, it stands for the whole minute."""
        return (
            self.first is not None and self.last is not None and self.last - self.first < timedelta(seconds=1)
        )

    @property
    def machine(self) -> str:
        """The value of HTML's ``<time datetime>``, empty where every such value would claim too much.

        That is so for spans, seasons and unknown dates, and for every date with a qualifier.
        """
        local = self.local
        if local is None or self.certainty is not Certainty.SURE:
            return ""
        if self.precision is Precision.INSTANT:
            return _timestamp(local, seconds=self.to_the_second)
        size = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(self.precision, 0)
        return local.date().isoformat()[:size]


def _timestamp(local: datetime, *, seconds: bool) -> str:
    offset = local.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        local, offset, seconds = local.astimezone(UTC), timedelta(), True
    zone = "Z" if local.tzinfo is UTC else offset_text(offset)
    return local.replace(tzinfo=None).isoformat(timespec="seconds" if seconds else "minutes") + zone
