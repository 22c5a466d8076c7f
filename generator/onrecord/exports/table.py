"""A table as a value, whatever it is written as."""

from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | None
ColumnType = Literal["string", "date", "integer", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``refers_to`` is the table whose ``id`` it holds, or empty."""

    name: str
    type: ColumnType = "string"
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns.

    The first ``keys`` columns name a row. ``parent`` is the table that all but the last of them point
    into, for a list that stands in a record or in another list; of a kind's own table, ``records``.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    keys: int
    parent: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that name a row."""
        return tuple(column.name for column in self.columns[: self.keys])

    @property
    def foreign_keys(self) -> tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]:
        """Which columns point to which columns of which table."""
        own = self.key[: max(1, self.keys - 1)]
        up = ((own, self.parent, own),) if self.parent else ()
        links = (((each.name,), each.refers_to, ("id",)) for each in self.columns if each.refers_to)
        return (*up, *links)
