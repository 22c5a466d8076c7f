"""What held for a time, with its days as the page says them to its scripts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from onrecord.dossier.histories import Held

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HeldView(Generic[T]):
    """Something that held from the end of the day ``since`` on, no longer at the end of ``until``.

    Both are ISO days; ``since`` is empty if it held from the beginning, ``until`` if it holds now.
    """

    value: T
    since: str = ""
    until: str = ""


def held_views(found: Iterable[Held[T]]) -> tuple[HeldView[T], ...]:
    """Return the views of what held, what holds now last."""
    return tuple(HeldView(each.value, _iso(each.since), _iso(each.until)) for each in found)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
