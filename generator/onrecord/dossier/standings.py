"""The dossier as it stood at each of its editions, and what each brought."""

from dataclasses import dataclass
from datetime import date

from onrecord.dossier.editions import Difference, differences_between, editions
from onrecord.dossier.known import as_of
from onrecord.dossier.statuses import Statuses


@dataclass(frozen=True, slots=True)
class Standing:
    """What was known at an edition; ``differences`` from the edition before, ``None`` if it is the first."""

    day: date
    then: Statuses
    differences: tuple[Difference, ...] | None


Standings = tuple[Standing, ...]
"""All editions, oldest first; the last is the dossier of today."""


def standings(now: Statuses) -> Standings:
    """Return how the dossier stood at every edition."""
    days = editions(now.dossier)
    stood = (*(Statuses(as_of(now.dossier, day)) for day in days[:-1]), now)
    return tuple(map(_standing, days, (None, *stood), stood))


def _standing(day: date, before: Statuses | None, then: Statuses) -> Standing:
    return Standing(day, then, differences_between(before, then) if before else None)
