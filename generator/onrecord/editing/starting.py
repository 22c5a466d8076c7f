"""The files of a new project: a small invented dossier that builds at once, for an editor to replace."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.editing.workbench import extensions, settings

_PLACES = {"gitignore": ".gitignore", "github": ".github"}
"""Names that would be hidden in the package, and what they are in a project."""


def starter() -> Mapping[str, bytes]:
    """Return the files by their path in the project, but for the schemas, which depend on its records."""
    found = dict(_files(files("onrecord").joinpath("editing", "starter"), ""))
    wired = settings("", "content") or b""
    return {**found, ".vscode/settings.json": wired, ".vscode/extensions.json": extensions()}


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}{_PLACES.get(entry.name, entry.name)}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()
