"""Pictures of the content folder, by the names that records give them."""

from collections.abc import Iterable, Mapping
from pathlib import Path


def read_pictures(content: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of each picture; names that lead out of ``content``, or to nothing, are left out."""
    home = content.resolve()
    places = ((name, (content / name).resolve()) for name in sorted(set(names)))
    return {
        name: place.read_bytes() for name, place in places if place.is_relative_to(home) and place.is_file()
    }
