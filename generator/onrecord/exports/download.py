"""A download as a value: a file, or files of one make, with what they hold."""

from dataclasses import dataclass
from typing import Literal

Group = Literal["whole", "tables", "records", "feeds", "citations"]


@dataclass(frozen=True, slots=True)
class Download:
    """What the page of downloads shows in one row.

    ``files`` are addresses below the site's root with their content.
    ``name`` is the address of the only file, or a pattern such as ``feeds/actors/ID.xml``.
    ``holds`` says in words what is in it.
    """

    group: Group
    name: str
    holds: str
    files: tuple[tuple[str, bytes], ...]


def one(group: Group, name: str, holds: str, content: bytes) -> Download:
    """Return the download of a single file."""
    return Download(group, name, holds, ((name, content),))
