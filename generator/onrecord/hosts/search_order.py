"""The same index from the same pages: Pagefind writes the values of its facets in a random order.

Its files are gzip of a signature and CBOR (RFC 8949); a file's name is the digest of what it holds. So values
are put in the order of their bytes, and names, which other files mention, follow. Nothing else is touched.
"""

import re
from collections.abc import Collection, Mapping
from gzip import compress, decompress
from hashlib import sha256
from itertools import pairwise

_SIGNATURE = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_FACETS = 3  # where the list of facets is in the list that a .pf_meta file holds
_TEXTS, _LIST, _MAP = (2, 3), 4, 5  # major types of CBOR; all others end with their head
_LONG = 24  # from here on, the number of a head is in the bytes that follow


def ordered(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return an index of Pagefind with everything in a fixed order."""
    done = dict(files)
    names: dict[bytes, bytes] = {}
    for file in sorted(name for name in files if name.endswith(".pf_filter")):
        facet, values = _items(_opened(done.pop(file)))
        _keep(done, names, file, _list((facet, _list(sorted(_items(values))))))
    metas: dict[bytes, bytes] = {}
    for file in sorted(name for name in files if name.endswith(".pf_meta")):
        parts = _items(_renamed(_opened(done.pop(file)), names))
        facets = _list(sorted(_items(parts[_FACETS])))
        _keep(done, metas, file, _list((*parts[:_FACETS], facets, *parts[_FACETS + 1 :])))
    return done | {_ENTRY: _renamed(files[_ENTRY], metas)}


def _opened(file: bytes) -> bytes:
    return decompress(file).removeprefix(_SIGNATURE)


def _keep(files: dict[str, bytes], names: dict[bytes, bytes], file: str, held: bytes) -> None:
    """Put ``held`` among the files under the name that its digest gives it; note the old name and the new."""
    language, digest = file.rsplit("/", 1)[-1].removeprefix("pagefind.").split(".")[0].rsplit("_", 1)
    old, new = f"{language}_{digest}", f"{language}_{sha256(held).hexdigest()[: len(digest)]}"
    names[old.encode()] = new.encode()
    files[file.replace(old, new)] = compress(_SIGNATURE + held, mtime=0)


def _renamed(text: bytes, names: Mapping[bytes, bytes]) -> bytes:
    known = re.compile(b"|".join(map(re.escape, names)) or b"(?!)")
    return known.sub(lambda found: names[found[0]], text)


def _items(data: bytes) -> tuple[bytes, ...]:
    """Return the items of the list that ``data`` is, each as its own bytes."""
    _, count, at = _head(data, 0)
    ends = [at]
    for _ in range(count):
        ends.append(_end(data, ends[-1]))
    return tuple(data[begin:end] for begin, end in pairwise(ends))


def _end(data: bytes, at: int) -> int:
    kind, number, at = _head(data, at)
    if kind in _TEXTS:
        return at + number
    for _ in range({_LIST: number, _MAP: 2 * number}.get(kind, 0)):
        at = _end(data, at)
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the major type of the item at ``at``, its number, and where the head of the item ends."""
    kind, short = divmod(data[at], 32)
    if short < _LONG:
        return kind, short, at + 1
    end = at + 1 + (1 << (short - _LONG))
    return kind, int.from_bytes(data[at + 1 : end], "big"), end


def _list(items: Collection[bytes]) -> bytes:
    """Return ``items`` as one list, its head in the shortest form."""
    count = len(items)
    if count < _LONG:
        return bytes((_LIST << 5 | count,)) + b"".join(items)
    size = next(size for size in (1, 2, 4, 8) if count < 1 << 8 * size)
    head = _LIST << 5 | _LONG + size.bit_length() - 1
    return bytes((head,)) + count.to_bytes(size, "big") + b"".join(items)
