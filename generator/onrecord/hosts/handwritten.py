"""Pages that people write themselves, in Markdown, beside the records."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.source.folders import is_leftover

FOLDER = "pages"
"""The folder of ``content/`` that is published as it stands, at the site's root."""

_UNPUBLISHED = frozenset({".yml", ".yaml", ".txt"})


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A file of ``content/pages/``; ``name`` is its place below the site's root, with forward slashes."""

    file: Path
    name: str


def is_published(file: Path) -> bool:
    """Tell whether a file of ``content/pages/`` is for readers: records, notes and hidden files are not."""
    return file.suffix not in _UNPUBLISHED and not is_leftover(file)


def hand_written(content: Path) -> tuple[HandWritten, ...]:
    """Return what ``content/pages/`` holds for readers, by name; nothing if there is no such folder."""
    home = content / FOLDER
    files = (file for file in home.rglob("*") if file.is_file() and is_published(file))
    found = (HandWritten(file, file.relative_to(home).as_posix()) for file in files)
    return tuple(sorted(found, key=lambda each: each.name))
