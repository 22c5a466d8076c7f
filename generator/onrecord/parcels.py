"""What is made of a few records at a time, so that the next build makes only what something has changed."""

import pickle
import zlib
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

from onrecord.dossier.reads import Noted, Reads, noted, packed_reads

T = TypeVar("T")

Key = tuple[str, ...]
"""What a parcel is for, and the ids of its records."""

_SIZE = 16
"""How many records a parcel is made of, or up to twice as many: an edit of one has all of them made."""


class Parcel(NamedTuple):
    """What was made of some records, ``packed``, and what was read for it."""

    packed: bytes
    reads: Reads

    def value(self) -> Any:
        """Return what was made."""
        return pickle.loads(zlib.decompress(self.packed))  # noqa: S301  # packed below


Parcels = Mapping[Key, Parcel]

NO_PARCELS: Parcels = {}


class Parceled(NamedTuple):
    """Parcels by their keys; those that were taken over are named alone."""

    made: Parcels = NO_PARCELS
    taken: frozenset[Key] = frozenset()


def parceled(
    sort: str, ids: Collection[str], make: Callable[[tuple[str, ...]], T], known: Parcels | None
) -> tuple[tuple[T, ...], Parceled]:
    """Return what ``make`` makes of ids, a parcel after the other; it is taken over from those ``known``.

    One of them is made all the same: if it does not come out as it was, all are made.
    Where nothing is known because nobody will ask for it later either, nothing is packed.
    """
    keys = tuple((sort, *each) for each in _shared(ids))
    if known is None:
        return tuple(make(key[1:]) for key in keys), Parceled()
    held = {key: known[key] for key in keys if key in known}
    for proof in tuple(held)[:1]:
        if noted(partial(make, proof[1:])).value != held[proof].value():
            held = {}
    made = {key: noted(partial(make, key[1:])) for key in keys if key not in held}
    values = tuple(held[key].value() if key in held else made[key].value for key in keys)
    return values, Parceled({key: _packed(each) for key, each in made.items()}, frozenset(held))


def _shared(ids: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Share ids out among parcels, so that one id more or less changes one of them.

    Where there are twice as many, there are twice as many parcels, all of them others.
    """
    count = 1 << (len(ids) // _SIZE).bit_length() >> 1 or 1
    found: list[list[str]] = [[] for _ in range(count)]
    for each in ids:
        found[zlib.crc32(each.encode()) % count].append(each)
    return tuple(tuple(each) for each in found if each)


def _packed(made: Noted[object]) -> Parcel:
    """Pack what was made; it takes an eighth of its room, since records say everything alike."""
    whole = zlib.compress(pickle.dumps(made.value, pickle.HIGHEST_PROTOCOL), level=1)
    return Parcel(whole, packed_reads(made.reads))
