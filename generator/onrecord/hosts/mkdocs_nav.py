"""The navigation: sections only, because a page in it costs every other page."""

from collections.abc import Callable, Collection, Iterator
from os.path import relpath
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import nest_paths

from onrecord.hosts.mkdocs_pages import Frames, RecordPage
from onrecord.hosts.mkdocs_settings import Project
from onrecord.pages.addresses import source_name
from onrecord.source.document import Document

SECTIONS: dict[str, str] = {
    "": "Brief",
    "timeline/": "Timeline",
    "actors/": "Actors",
    "claims/": "Claims",
    "events/": "Events",
    "statements/": "Statements",
    "sources/": "Sources",
    "topics/": "Topics",
    "questions/": "Questions",
    "changes/": "Changes",
    "data/": "Data",
    "method/": "Method",
}
"""Address of a section to its name in the navigation, in the order of the navigation."""


def section_labels() -> dict[str, str]:
    """Return the sections' names by the source that MkDocs knows them under."""
    return {source_name(path): label for path, label in SECTIONS.items()}


def sections_first(files: Files) -> list[Any]:
    """Return the navigation of a project that names none: the sections there are, then hand-written pages."""
    sources = section_labels()
    pages = files.documentation_pages()
    present = {file.src_uri for file in pages}
    written = [file.src_uri for file in pages if file.page is None and file.inclusion.is_in_nav()]
    sections: list[Any] = [{label: uri} for uri, label in sources.items() if uri in present]
    return [*sections, *nest_paths(uri for uri in written if uri not in sources)]


def around(
    project: Project, newest: Callable[[], str], documents: tuple[Document, ...], config: MkDocsConfig
) -> Frames:
    """Return what MkDocs shows around the pages that were made of these documents."""
    root = relpath(project.content, config.docs_dir).replace("\\", "/")
    return Frames(
        labels=section_labels() | dict(labels(config.nav)),
        newest=newest,
        edit_root="" if root == "." else f"{root}/",
        documents={document.path: document for document in documents},
    )


def labels(nav: object) -> Iterator[tuple[str, str]]:
    """Yield source and label of every page that a project's own ``nav`` gives a name."""
    if isinstance(nav, dict):
        for label, entry in nav.items():
            if isinstance(entry, str):
                yield entry, label
            else:
                yield from labels(entry)
    elif isinstance(nav, list):
        for entry in nav:
            yield from labels(entry)


def named(nav: object) -> Iterator[str]:
    """Yield the source of every page that a project's own ``nav`` names, with a label or without."""
    if isinstance(nav, str):
        yield PurePosixPath(nav.lstrip("/")).as_posix()
    elif isinstance(nav, dict | list):
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from named(entry)


def join_sections(files: Collection[File]) -> None:
    """Hang every page below its section's page, so that a theme marks the section as the current one."""
    pages = [file.page for file in files if isinstance(file.page, RecordPage)]
    heads = {page.shown.path: page for page in pages}
    for page in pages:
        head = heads.get(page.shown.section)
        if page.shown.section and head is not None and head is not page and page.parent is None:
            page.parent = head  # type: ignore[assignment]  # any item of the navigation will do
