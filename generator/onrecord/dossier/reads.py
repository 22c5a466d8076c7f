"""What is read of a dossier while something is made of it: whatever read nothing that changed looks the same.

A dossier is read in cells: a key of one of its mappings, such as the statement ``lavrov-2025-11-13`` or the
links back to it, or all of a mapping. ``noted`` tells what was read for a value. What is ``kept`` for
whoever asks next is kept with its reads, and ``recalled`` counts them for those who ask.

Of a fact that follows from many records, such as the status of a claim, only the look at it is noted: whether
it is the same in another dossier is told by comparing both, and it mostly is.
"""

import threading
from array import array
from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")

Cell = int | tuple[str, str]
"""A mapping and a key in it: the number that ``Traced`` gives them, or the two names if it has none."""


class Noted(NamedTuple, Generic[T_co]):
    """A value, and the cells that were read for it."""

    value: T_co
    reads: tuple[Cell, ...]


class Reads(NamedTuple):
    """The cells that were read for a value, packed small: there may be many millions."""

    numbers: bytes
    names: tuple[tuple[str, str], ...]

    def meet(self, cells: frozenset[Cell]) -> bool:
        """Tell whether any of these cells was read."""
        return not (cells.isdisjoint(array("I", self.numbers)) and cells.isdisjoint(self.names))

    def renumbered(self, before: "Numbering", now: "Numbering") -> "Reads":
        """Return the same reads for a dossier whose cells have other numbers."""
        cells = before.told((*array("I", self.numbers), *self.names))
        return packed_reads(now.cell(*each) for each in cells)


def packed_reads(cells: Iterable[Cell]) -> Reads:
    """Pack cells."""
    found = tuple(cells)
    numbers = array("I", sorted(each for each in found if isinstance(each, int)))
    return Reads(numbers.tobytes(), tuple(sorted(each for each in found if not isinstance(each, int))))


class UnnotedError(Exception):
    """Something was read that would be missing among the reads of whatever is made of it."""


class _Reader(threading.local):
    """Who reads at the moment, by the cells that were read so far; nobody, if nothing is being noted."""

    cells: set[Cell] | None = None


_reader = _Reader()


def noted(make: Callable[[], T]) -> Noted[T]:
    """Return what ``make`` returns, and what was read for it."""
    asking, own = _reader.cells, set[Cell]()
    _reader.cells = own
    try:
        return Noted(make(), tuple(own))
    finally:
        _reader.cells = asking
        if asking is not None:
            asking |= own


def kept(make: Callable[[], T]) -> Noted[T]:
    """Return what ``make`` returns, to be kept for others; what was read for it, if that is being noted."""
    return noted(make) if _reader.cells is not None else Noted(make(), ())


def recalled(found: Noted[T]) -> T:
    """Return a value that was kept, and count what was read for it as read now."""
    if found.reads and _reader.cells is not None:
        _reader.cells.update(found.reads)
    return found.value


def unread(make: Callable[[], T]) -> T:
    """Return what ``make`` returns, of which whoever asks will look at a part, and be noted for that part."""
    asking = _reader.cells
    _reader.cells = None if asking is None else set()
    try:
        return make()
    finally:
        _reader.cells = asking


def _unnoted(read: Cell) -> UnnotedError:
    return UnnotedError(f"{read} of a traced dossier is read, and nobody notes it")


class TracedFields:
    """A value of which every look at a field is noted, under its ``name``."""

    def __init__(self, held: object, name: str, names: Collection[str]) -> None:
        """Trace what is read of the fields of ``held`` that have these ``names``."""
        self._held, self._name, self._fields = held, name, names

    def __getattr__(self, field: str) -> object:
        """Return a field of the value; whatever else it has is not compared, and nobody gets it."""
        if field not in self._fields:
            raise AttributeError(f"what follows from a traced {self._name}, such as {field}, is not noted")
        cell = (self._name, field)
        if (cells := _reader.cells) is None:
            raise _unnoted(cell)
        cells.add(cell)
        return getattr(self._held, field)


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers for cells, which are counted several times faster than names.

    ``first`` gives the first number of each key, to which that of the mapping among the ``names`` is added.
    """

    first: Mapping[str, int]
    names: Mapping[str, int]

    def cell(self, name: str, key: str) -> Cell:
        """Return the cell of a key of the mapping of that name."""
        first, number = self.first.get(key), self.names.get(name)
        return (name, key) if first is None or number is None else first + number

    def told(self, cells: Iterable[Cell]) -> Iterator[tuple[str, str]]:
        """Yield for each cell the mapping and the key that it stands for."""
        keys, names = tuple(self.first), tuple(self.names)
        for each in cells:
            yield (names[each % len(names)], keys[each // len(names)]) if isinstance(each, int) else each


NO_NUMBERS = Numbering({}, {})


class Traced(Mapping[str, V]):
    """A mapping of which every look is noted; nobody may look while nothing is being noted."""

    def __init__(
        self,
        held: Mapping[str, V],
        name: str,
        numbering: Numbering = NO_NUMBERS,
        cells: dict[str, Cell] | None = None,
    ) -> None:
        """Trace what is read of ``held``, known by its ``name``; ``cells`` are those noted so far."""
        self._name, self._held, self._numbering = name, held, numbering
        self._cells = {} if cells is None else cells
        self._cells_beside: dict[str, dict[str, Cell]] = {}

    def beside(self, held: Mapping[str, T], name: str) -> "Facts[T]":
        """Trace which of the facts are looked up that are known by the same keys, or by some of them.

        Their name must be among those that are numbered, since only these are compared.
        """
        if self._numbering.names and name not in self._numbering.names:
            raise UnnotedError(f"nobody compares the {name} of two dossiers")
        return Facts(held, name, self._numbering, self._cells_beside.setdefault(name, {}))

    def _note(self, key: str) -> None:
        cell = self._cells.get(key)
        if cell is None:  # each is the same number for all who read it, or there would be millions of them
            cell = self._cells[key] = self._numbering.cell(self._name, key)
        if (cells := _reader.cells) is None:
            raise _unnoted(cell)
        cells.add(cell)

    def __getitem__(self, key: str) -> V:
        """Return the value of ``key``."""
        self._note(key)
        return self._held[key]

    @overload
    def get(self, key: str, /) -> V | None: ...

    @overload
    def get(self, key: str, /, default: V | T) -> V | T: ...

    def get(self, key: str, /, default: Any = None) -> Any:
        """Return the value of ``key``, or ``default``."""
        self._note(key)
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key."""
        self._note(str(key))
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        self._note(WHOLE)
        return iter(self._held)

    def __len__(self) -> int:
        """Return the number of keys."""
        self._note(WHOLE)
        return len(self._held)

    def keys(self) -> KeysView[str]:
        """Return the keys."""
        self._note(WHOLE)
        return self._held.keys()

    def values(self) -> ValuesView[V]:
        """Return the values."""
        self._note(WHOLE)
        return self._held.values()

    def items(self) -> ItemsView[str, V]:
        """Return keys and values."""
        self._note(WHOLE)
        return self._held.items()


class Facts(Traced[V]):
    """Facts by key, of which every look is noted, and not what was read to find them."""

    def __getitem__(self, key: str) -> V:
        """Return the fact of ``key``."""
        self._note(key)
        return unread(partial(self._held.__getitem__, key))

    def get(self, key: str, /, default: Any = None) -> Any:
        """Return the fact of ``key``, or ``default``."""
        self._note(key)
        return unread(partial(self._held.get, key, default))

    def values(self) -> ValuesView[V]:
        """Return all facts."""
        return self._whole().values()

    def items(self) -> ItemsView[str, V]:
        """Return keys and facts."""
        return self._whole().items()

    def _whole(self) -> dict[str, V]:
        self._note(WHOLE)
        return unread(partial(dict, self._held))


def facts(keys: Mapping[str, object], held: Mapping[str, V], name: str) -> Mapping[str, V]:
    """Return the facts of a dossier that are known by that ``name``; ``keys`` are its records.

    Of a traced dossier it is noted which are looked up.
    """
    return keys.beside(held, name) if isinstance(keys, Traced) else held


WHOLE = ""
"""The key that stands for a mapping as a whole; no record has it for an id."""
