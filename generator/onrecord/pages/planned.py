"""A page that shows no single record, before it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.pages.page import Page


@dataclass(frozen=True, slots=True)
class Planned:
    """What ``make`` makes is the page at ``path``.

    It depends on nothing but the ``plan``, a value, and on what is read of the dossier while it is made.
    What was read for planning is not noted: whatever ``make`` was given of it, such as which statements stand
    on a page of a list and how many there are in all, must be in the plan.
    A page without a plan shows something of everything, and is made each time.
    """

    path: str
    make: Callable[[], Page]
    plan: object = None
