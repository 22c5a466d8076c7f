"""Time zones by IANA name, from the ``tzdata`` package alone, so that every machine agrees on them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

UTC_NAMES = frozenset({"UTC", "GMT", "Z"})
"""What may be written for universal time; it is kept as ``UTC``."""

WESTMOST, EASTMOST = timedelta(hours=-12), timedelta(hours=14)
"""The offsets of the last and of the first place on Earth to begin a day."""


@cache
def zone_names() -> frozenset[str]:
    """Names that say a place, such as ``Europe/Budapest``; abbreviations such as EST mean too many things."""
    names = files("tzdata").joinpath("zones").read_text(encoding="ascii").split()
    return frozenset(name for name in names if "/" in name and not name.startswith("Etc/"))


@cache
def named_zone(name: str) -> ZoneInfo | None:
    """Find the rules of a place, ``None`` if there is no such name."""
    if name not in zone_names():
        return None
    with files("tzdata").joinpath(f"zoneinfo/{name}").open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def closest_zone(name: str) -> str:
    """Guess the name that was meant, from the city alone or a slip of the pen; empty if none is near."""
    folded = {known.casefold(): known for known in sorted(zone_names())}
    cities = {known.rpartition("/")[2]: folded[known] for known in sorted(folded, reverse=True)}
    wanted = name.strip().casefold().replace(" ", "_")
    near = get_close_matches(wanted, folded, cutoff=0.8)
    return cities.get(wanted) or (folded[near[0]] if near else "")


def offset_of(text: str) -> timedelta:
    """Read ``Z`` or an offset from UTC that is written ``+HH:MM`` or ``-HH:MM``."""
    if text == "Z":
        return timedelta()
    size = timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
    return -size if text[0] == "-" else size


def offset_text(offset: timedelta) -> str:
    """Write an offset as ``+HH:MM``, with seconds where the mean local time of old days needs them."""
    minutes, seconds = divmod(abs(offset) // timedelta(seconds=1), 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def offsets_at(local: datetime, zone: tzinfo) -> tuple[timedelta, ...]:
    """Find the offsets under which a place's clocks showed a naive time: none in a gap, two in a fold."""
    return tuple(dict.fromkeys(_offsets(local, zone)))


def _offsets(local: datetime, zone: tzinfo) -> Iterator[timedelta]:
    for fold in (0, 1):
        shown = local.replace(tzinfo=zone, fold=fold)
        back = shown.astimezone(UTC).astimezone(zone)
        if back.replace(tzinfo=None) == local:
            yield shown.utcoffset() or timedelta()


@cache
def zone_of(zone: str) -> tzinfo:
    """Turn the zone that a ``When`` keeps (``UTC``, an offset or an IANA name) into its rules."""
    return UTC if zone in ("", "UTC") else named_zone(zone) or timezone(offset_of(zone))
