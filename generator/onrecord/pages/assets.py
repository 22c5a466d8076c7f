"""Stylesheets and scripts that are published as they are."""

from pathlib import Path

from onrecord.pages.page import Asset
from onrecord.source.folders import is_leftover


def stylesheets(templates: tuple[Path, ...]) -> tuple[Asset, ...]:
    """Return the files of ``assets/`` in the template folders; a file in an earlier folder wins."""
    found: dict[str, Path] = {}
    for folder in reversed(templates):
        home = folder / "assets"
        found.update(
            {
                each.relative_to(folder).as_posix(): each
                for each in home.rglob("*")
                if each.is_file() and not is_leftover(each)
            }
        )
    return tuple(Asset(path, found[path].read_bytes()) for path in sorted(found))
