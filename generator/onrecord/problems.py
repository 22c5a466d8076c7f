"""What is wrong with a dossier, as data: gathered by every stage, printed at the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line; line and columns count from 1, ``end`` is one past the last column."""

    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Location:
    """A place in ``content/``: a file and the way into it, such as ``("sources", 0, "source")``.

    ``file`` is relative to the content folder, with forward slashes.
    ``span`` is set only where no route can exist: in a file that is not YAML.
    """

    file: str
    route: Route = ()
    span: Span | None = None

    def at(self, *steps: str | int) -> "Location":
        """Return the location ``steps`` further in."""
        return Location(self.file, (*self.route, *steps), self.span)


class Severity(StrEnum):
    """Errors stop publication; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a problem, such as where an id was used first."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in the words of the person who writes content.

    ``code`` is stable: it names a heading in ``docs/problems.md`` and a folder in ``tests/problems/``.
    ``message`` says what is wrong and quotes the value; the first line of ``hint`` says in a few words what
    to do about it, and further lines what else helps.
    """

    code: str
    location: Location
    message: str
    hint: str = ""
    related: tuple[Note, ...] = ()
    severity: Severity = Severity.ERROR


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether anything in ``problems`` stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
