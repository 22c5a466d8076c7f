"""MkDocs' collection of files: what of the content folder stays in it, and what is put in."""

import re
from collections.abc import Container
from os import sep
from os.path import normcase
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from onrecord.hosts.handwritten import FOLDER, is_published
from onrecord.hosts.mkdocs_pages import RecordPage
from onrecord.pages.addresses import output_name
from onrecord.pages.beside.twin import markdown
from onrecord.pages.page import Asset

_INDEXES = frozenset({"index", "README"})
_FINISHED = ".txt"
"""Hides the Markdown twin of a page from MkDocs, which would make a page of it."""

_STYLES = re.compile(r"assets/[^/]+\.css")
_SCRIPT = "assets/onrecord.js"


def keep_hand_written(files: Files, content: Path, config: MkDocsConfig) -> None:
    """Take out of ``files`` what lies in the content folder, but move its ``pages/`` to the site's root."""
    inside = normcase(f"{content}{sep}")
    for file in tuple(files):
        place = file.abs_src_path if file.src_dir else None
        if place is None or not normcase(place).startswith(inside):  # a path is slow to make
            continue
        files.remove(file)
        source = Path(place)
        if source.is_relative_to(content / FOLDER) and is_published(source):
            files.append(_moved(file, source.relative_to(content / FOLDER).as_posix(), config))


def _moved(file: File, name: str, config: MkDocsConfig) -> File:
    moved = File.generated(config, name, abs_src_path=str(file.abs_src_path), inclusion=file.inclusion)
    moved.generated_by = None
    moved.src_dir = file.src_dir
    moved.edit_uri = file.src_uri
    if moved.is_documentation_page():
        moved.dest_uri = output_name(written_path(name), directory_urls=config.use_directory_urls)
    return moved


def written_path(name: str) -> str:
    """Return the address of a hand-written page: ``about/`` for ``about.md``, ``""`` for ``index.md``."""
    path = Path(name)
    folder = "".join(f"{step}/" for step in path.parent.parts)
    return folder if path.stem in _INDEXES else f"{folder}{path.stem}/"


class FinishedFile(File):
    """A file that is written as it is; there are several for each record."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # MkDocs' own signature
        """Write the file; its folder is looked for only where writing fails, as it is there most times."""
        try:
            self._write()
        except FileNotFoundError:
            Path(self.abs_dest_path).parent.mkdir(parents=True, exist_ok=True)
            self._write()

    def _write(self) -> None:
        with open(self.abs_dest_path, "wb", buffering=0) as file:  # noqa: PTH123  # a path takes as long as the file
            file.write(self.content_bytes)


def put(files: Files, asset: Asset, config: MkDocsConfig) -> None:
    """Put a finished file into ``files``, unless the project or its theme has one of that name."""
    name = f"{asset.path}{_FINISHED}" if asset.path.endswith(".md") else asset.path
    if files.get_file_from_path(name) is None:
        included = InclusionLevel.INCLUDED
        file = FinishedFile.generated(config, name, content=asset.content, inclusion=included)
        file.dest_uri = asset.path
        files.append(file)


def hand_written_documents(files: Files) -> frozenset[str]:
    """Return the names of the HTML files of a site that somebody wrote, as Markdown or as they are."""
    return frozenset(
        file.dest_uri
        for file in files
        if file.dest_uri.endswith(".html") and not isinstance(file.page, RecordPage)
        if not isinstance(file, FinishedFile)
    )


def is_twin_of(asset: Asset, written: Container[str]) -> bool:
    """Tell whether a file is the Markdown twin of one of the documents ``written``."""
    return asset.path.endswith(".md") and f"{asset.path.removesuffix('.md')}.html" in written


def write_twin(page: MkDocsPage, config: MkDocsConfig) -> None:
    """Put the Markdown twin of a hand-written page beside it."""
    file = Path(config.site_dir, page.file.dest_uri).with_suffix(".md")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(markdown(page.content or ""), encoding="utf-8", newline="\n")


def link_assets(assets: tuple[Asset, ...], config: MkDocsConfig) -> None:
    """Link every stylesheet and the one script of ``assets/`` from every page, unless ``mkdocs.yml`` does."""
    styles = (asset.path for asset in assets if _STYLES.fullmatch(asset.path))
    config.extra_css.extend(path for path in styles if path not in config.extra_css)
    if _SCRIPT in {asset.path for asset in assets} - set(map(str, config.extra_javascript)):
        script = ExtraScriptValue(_SCRIPT)
        script.type = "module"
        config.extra_javascript.append(script)
