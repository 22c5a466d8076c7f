"""Checks of the dossier's own page: the bottom line and the editions."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem, Route

WORDS = 60
"""The longest bottom line that is still read in ten seconds."""


def bottom_line_too_long(dossier: Dossier) -> Iterator[Problem]:
    """The bottom line, and that of each edition, has no more than 60 words."""
    for route, text in _bottom_lines(dossier):
        words = len(text.split())
        if words > WORDS:
            yield Problem(
                "bottom-line-too-long",
                dossier.about.location.at(*route),
                f"the bottom line has {words} words, and {WORDS} are allowed",
                "keep what a reader must take away, and leave the rest to judgments",
            )


def _bottom_lines(dossier: Dossier) -> Iterator[tuple[Route, str]]:
    yield ("bottom_line",), dossier.about.bottom_line
    for index, edition in enumerate(dossier.about.editions):
        yield ("editions", index, "bottom_line"), edition.bottom_line


def edition_order(dossier: Dossier) -> Iterator[Problem]:
    """Editions stand oldest first, each on a known day of its own, none after ``as_of``."""
    about, newest = dossier.about, None
    for index, edition in enumerate(about.editions):
        here, day = about.location.at("editions", index, "on"), edition.on.first_day
        if day is None or day != edition.on.last_day:
            yield Problem(
                "edition-order",
                here,
                f"the edition's date '{edition.on.text}' is not one day",
                "write the day as 2025-11-13",
            )
        elif newest and day <= newest:
            yield Problem(
                "edition-order",
                here,
                f"the edition of '{edition.on.text}' stands after that of '{newest}'",
                "put the editions oldest first, one a day",
            )
        elif about.as_of.last_day and day > about.as_of.last_day:
            yield Problem(
                "edition-order",
                here,
                f"the edition of '{edition.on.text}' is later than the dossier's 'as_of: {about.as_of.text}'",
                "correct the day, or bring 'as_of' up to it",
            )
        newest = max(filter(None, (newest, day)), default=None)
