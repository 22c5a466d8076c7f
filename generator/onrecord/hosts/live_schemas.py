"""The schemas of editors, kept up with the ids that there are while a preview runs."""

from collections.abc import Iterable, Mapping
from logging import getLogger
from pathlib import Path

from onrecord.editing.field_guide import field_guide
from onrecord.editing.workbench import schema_folder
from onrecord.editing.writing import write_all
from onrecord.manuals import manual
from onrecord.pages.page import Page
from onrecord.records.kinds import FOLDERS
from onrecord.source.raw import ChangedError

log = getLogger("mkdocs.plugins.onrecord")


def titles(pages: Iterable[Page]) -> Mapping[str, Mapping[str, str]]:
    """Return what the records that have ``pages`` are called, by folder and id."""
    ids: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
    for page in pages:
        folder, _, rest = page.path.partition("/")
        name, _, more = rest.partition("/")
        if folder in ids and name and not more and page.source:
            ids[folder][name] = page.title
    return ids


def refresh(project: Path, ids: Mapping[str, Mapping[str, str]]) -> None:
    """Write the schemas of a project with these records, as far as they are not so already."""
    files = schema_folder(field_guide(manual("records.md")), ids)
    changed = {name: data for name, data in files.items() if _held(project / name) != data}
    if changed:
        write_all(project, changed)


def refreshed(project: Path, ids: Mapping[str, Mapping[str, str]]) -> None:
    """Refresh the schemas as far as the disk lets us: nobody waits for them."""
    try:
        refresh(project, ids)
    except (OSError, ChangedError) as fault:
        log.warning("editors complete ids as of an earlier time: %s", fault)


def _held(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
