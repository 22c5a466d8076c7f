"""Dates with a clock time: ISO 8601 with an offset, or with an IANA zone (RFC 9557 brackets, or a space)."""

import re
from datetime import UTC, datetime, time, timedelta

from onrecord.records.when_edtf import real_day
from onrecord.records.when_value import BadDate, Precision, When
from onrecord.records.zones import (
    EASTMOST,
    UTC_NAMES,
    WESTMOST,
    closest_zone,
    named_zone,
    offset_of,
    offset_text,
    offsets_at,
)

_STAMP = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
    r"(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?"
    r"(?:\[(?P<bracketed>[^\[\]]+)\]| (?P<named>[A-Za-z][A-Za-z0-9_/+-]*))?"
)
_SPAN_OF_TIMES = re.compile(r"[0-9Z\]]/(?:[0-9]|\.\.|$)|^(?:\.\.)?/")


def read_clock(text: str) -> When:
    """Read a timestamp; one without seconds stands for its whole minute."""
    stamp = _STAMP.fullmatch(text)
    if stamp is None:
        raise _no_stamp(text)
    local = _local(text, stamp["day"], stamp["time"])
    try:
        offset, zone = _zone(text, local, stamp["offset"] or "", stamp["bracketed"] or stamp["named"] or "")
        first = (local - offset).replace(tzinfo=UTC)
        last = first + timedelta(seconds=1 if stamp["time"].count(":") > 1 else 60, microseconds=-1)
    except OverflowError:
        message = f"{text!r} lies outside the years 0001 to 9999 in universal time"
        raise BadDate("bad-date", message, "write the day without the clock time") from None
    edtf = f"{stamp['day']}T{stamp['time']}{_suffix(offset, zone)}"
    return When(text, first, last, Precision.INSTANT, zone=zone, edtf=edtf)


def _local(text: str, day: str, clock: str) -> datetime:
    found = real_day(text, *(int(part) for part in day.split("-")))
    try:
        return datetime.combine(found, time.fromisoformat(clock))
    except ValueError:
        hint = "clock times run from '00:00' to '23:59'\nmidnight at the end of a day is '00:00' of the next"
        raise BadDate("bad-date", f"{text!r} is not a date: no clock shows {clock!r}", hint) from None


def _zone(text: str, local: datetime, offset: str, name: str) -> tuple[timedelta, str]:
    if name and name not in UTC_NAMES:
        return _placed(text, local, offset, name), name
    if name and offset_text(_offset(text, offset or "Z")) != "+00:00":
        message = f"{text!r} says both {offset!r} and {name!r}"
        raise BadDate("bad-date", message, "keep the one that the source gives")
    if not name and not offset:
        written = local.isoformat(timespec="minutes")
        hint = (
            f"write '{written}Z' if it is in UTC\n"
            f"else with the offset, '{written}+02:00', or with the place, '{written}[Europe/Budapest]'"
        )
        raise BadDate("time-without-zone", f"{text!r} has a clock time, and does not say in which zone", hint)
    return _offset(text, offset or "Z"), "UTC" if name or offset == "Z" else offset


def _offset(text: str, written: str) -> timedelta:
    if written == "-00:00":
        message = f"{text!r} has the offset '-00:00', which means that the zone is not known"
        raise BadDate(
            "bad-date", message, "write 'Z' if the time is in UTC, or the day without the clock time"
        )
    offset = offset_of(written)
    if not WESTMOST <= offset <= EASTMOST or written[4:] > "59":
        message = f"{text!r} has the offset {written!r}, and no place keeps that time"
        raise BadDate("bad-date", message, "offsets run from '-12:00' to '+14:00'")
    return offset


def _placed(text: str, local: datetime, written: str, name: str) -> timedelta:
    zone = named_zone(name)
    if zone is None:
        raise _no_zone(text, name)
    stamp = local.isoformat(timespec="seconds" if local.second else "minutes")
    offsets = offsets_at(local, zone)
    choices = " or ".join(f"'{stamp}{offset_text(offset)}[{name}]'" for offset in offsets)
    if not offsets:
        message = f"{text!r} never was: clocks in {name} were put forward past it that day"
        raise BadDate(
            "nonexistent-local-time", message, "look at the source again\nor write the time in UTC, with 'Z'"
        )
    if written:
        offset = _offset(text, written)
        if offset not in offsets:
            kept = offset_text(offsets[0])
            message = f"{text!r} contradicts itself: the offset in {name} was {kept} then, not {written}"
            raise BadDate("bad-date", message, f"write {choices} if the clock time is right")
        return offset
    if len(offsets) > 1:
        message = f"{text!r} was twice: clocks in {name} were put back that day"
        raise BadDate("ambiguous-local-time", message, f"say which with the offset: {choices}")
    return offsets[0]


def _suffix(offset: timedelta, zone: str) -> str:
    if zone == "UTC":
        return "Z"
    written = offset_text(offset)
    if named_zone(zone) is None:
        return written
    # RFC 9557 has no seconds in offsets, and mean local times before railways had them.
    return f"{written}[{zone}]" if len(written) == len("+00:00") else f"[{zone}]"


def _no_zone(text: str, name: str) -> BadDate:
    meant = closest_zone(name)
    hint = f"did you mean '{meant}'?" if meant else "write the offset, or a place, such as 'Europe/Budapest'"
    return BadDate(
        "bad-date", f"{text!r} names the zone {name!r}, which is no place of the IANA time zone list", hint
    )


def _no_stamp(text: str) -> BadDate:
    if _SPAN_OF_TIMES.search(text):
        message = (
            f"{text!r} is an interval with clock times; its ends can be days, months, seasons or years only"
        )
        return BadDate("bad-date", message, "write the days alone, and the clock times in the text")
    if text[-1] in "?~%":
        message = f"{text!r} has a clock time that is not sure; only dates can say that"
        return BadDate("bad-date", message, "write the day alone, such as '2025-10-16~'")
    return BadDate("bad-date", f"{text!r} is not a date with a clock time")
