"""Section pages: every kind of record listed, grouped as readers look for it, and cut into pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from onrecord.pages.views import LinkView

Card = TypeVar("Card")
PER_PAGE = 400


@dataclass(frozen=True, slots=True)
class GroupView(Generic[Card]):
    """Some of a list under a heading."""

    anchor: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListView(Generic[Card]):
    """One page of a list; ``pages`` links all pages of it where there are several."""

    title: str
    lede: str
    groups: tuple[GroupView[Card], ...]
    pages: tuple[LinkView, ...] = ()
    here: int = 1


def pages_of(folder: str, count: int, size: int = PER_PAGE) -> tuple[str, ...]:
    """Return the addresses of the pages that a list of ``count`` records is cut into, ``size`` on each."""
    numbers = range(2, max(1, -(-count // size)) + 1)
    return (f"{folder}/", *(f"{folder}/page/{number}/" for number in numbers))


def part(items: Sequence[Card], number: int, size: int = PER_PAGE) -> Sequence[Card]:
    """Return what stands on page ``number``, counted from 1."""
    return items[(number - 1) * size : number * size]


def grouped(pairs: Iterable[tuple[str, Card]]) -> tuple[GroupView[Card], ...]:
    """Return cards grouped by the heading they come with; equal headings must stand together."""
    return tuple(
        GroupView(anchor_of(heading), heading, tuple(card for _, card in group))
        for heading, group in groupby(pairs, key=lambda pair: pair[0])
    )


def anchor_of(heading: str) -> str:
    """Return an anchor made of a heading's letters and digits."""
    return "-".join("".join(c if c.isalnum() else " " for c in heading.lower()).split()) or "rest"
