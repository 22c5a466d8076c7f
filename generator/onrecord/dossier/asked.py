"""Facts by key that nobody computes before somebody asks."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from onrecord.dossier.reads import Noted, kept, recalled

V = TypeVar("V")


class Asked(Mapping[str, V]):
    """What ``find`` returns for each of ``keys``, in their order: each computed when first asked for, once.

    A build asks for everything and pays nothing for it; a preview asks for the little that one page shows.
    """

    def __init__(self, keys: Collection[str], find: Callable[[str], V]) -> None:
        """Begin with nothing computed."""
        self._keys = keys
        self._find = find
        self._found: dict[str, Noted[V]] = {}

    def __getitem__(self, key: str) -> V:
        """Return the fact of ``key``."""
        found = self._found.get(key)
        if found is not None:
            return recalled(found)
        fresh = self._found[key] = kept(lambda: self._sought(key))
        return fresh.value

    def _sought(self, key: str) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._find(key)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key, without finding its fact."""
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._keys)
