"""Lists that cannot grow without limit: the first items, and where the others are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.pages.here import Here
from onrecord.pages.views import LinkGroup, ShortList
from onrecord.pages.words.wording import KINDS

T = TypeVar("T")
S = TypeVar("S")

LIMIT = 100
_FEWEST = 5
"""Fewer are not left out: to say so takes as much room as they do."""


def capped(  # noqa: PLR0913 - a list, and what is left of it
    here: Here,
    items: Sequence[S],
    view: Callable[[Here, S], T],
    folder: str,
    limit: int = LIMIT,
    *,
    others: str = "",
) -> ShortList[T]:
    """Return the views of the first ``limit`` items; the others are on the section page of ``folder``.

    ``others`` says what they are, as ``later statements``, if they are not more of what the folder holds.
    """
    shown = kept(len(items), limit)
    left = len(items) - shown
    words = f"and {left} {others or f'more {KINDS[folder][1]}'}"
    rest = here.page(f"{folder}/", words) if left else None
    return ShortList(tuple(view(here, each) for each in items[:shown]), rest)


def kept(count: int, limit: int) -> int:
    """Return how many of ``count`` items are shown where there is room for about ``limit``."""
    return count if count < limit + _FEWEST else limit


def linking(here: Here, found: ShortList[T], ids: Sequence[str], limit: int) -> ShortList[T]:
    """Return ``found``, and of the ``ids`` that it leaves out short links to the first ``limit``."""
    if not found.rest:
        return found
    left = ids[len(found.items) :]
    further = LinkGroup(found.rest.text, tuple(here.short(each) for each in left[:limit]))
    beyond = len(left) - limit
    rest = found.rest._replace(text=f"and {beyond} more") if beyond > 0 else None
    return replace(found, further=further, rest=rest)


def asking(found: ShortList[T], view: str) -> ShortList[T]:
    """Return ``found`` with the others filtered by ``view``, as ``topic=energy``; scripts do that."""
    link = found.rest
    return replace(found, rest=link._replace(href=f"{link.href}?{view}")) if link else found


def group(here: Here, name: str, ids: Sequence[str], limit: int = LIMIT) -> LinkGroup:
    """Return links to the first ``limit`` records under a name; how many are left out is told in words."""
    shown = kept(len(ids), limit)
    left = len(ids) - shown
    return LinkGroup(name, here.records(ids[:shown]), f"and {left} more" if left else "")
