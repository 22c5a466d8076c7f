"""A check of places: what they say about the clock there."""

from collections.abc import Iterator
from functools import cache
from zoneinfo import available_timezones

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem
from onrecord.suggest import closest


def unknown_timezone(dossier: Dossier) -> Iterator[Problem]:
    """The time zone of a place is a name of the IANA time zone database."""
    for place in dossier.places.values():
        if place.timezone and place.timezone not in _timezones():
            yield Problem(
                "unknown-timezone",
                place.location.at("timezone"),
                f"there is no time zone '{place.timezone}'",
                closest(place.timezone, _timezones()) or "write a name such as 'Europe/Budapest'",
            )


@cache
def _timezones() -> frozenset[str]:
    return frozenset(available_timezones())
