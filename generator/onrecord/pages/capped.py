"""Lists that cannot grow without limit: the first items, and a link to the page that has the rest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.pages.here import Here
from onrecord.pages.views import LinkGroup, ShortList

T = TypeVar("T")
S = TypeVar("S")

LIMIT = 100


def capped(
    here: Here, items: Sequence[S], view: Callable[[Here, S], T], folder: str, limit: int = LIMIT
) -> ShortList[T]:
    """Return the views of the first ``limit`` items; the others are on the section page of ``folder``."""
    left = len(items) - limit
    rest = here.page(f"{folder}/", f"and {left} more") if left > 0 else None
    return ShortList(tuple(view(here, each) for each in items[:limit]), rest)


def asking(found: ShortList[T], view: str) -> ShortList[T]:
    """Return ``found`` with the others filtered by ``view``, as ``topic=energy``; scripts do that."""
    link = found.rest
    return replace(found, rest=replace(link, href=f"{link.href}?{view}")) if link else found


def group(here: Here, name: str, ids: Sequence[str], limit: int = LIMIT) -> LinkGroup:
    """Return links to the first ``limit`` records under a name; how many are left out is told in words."""
    left = len(ids) - limit
    return LinkGroup(name, here.records(ids[:limit]), f"and {left} more" if left > 0 else "")
