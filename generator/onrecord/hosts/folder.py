"""The same pages as plain files, for any engine that turns Markdown into a site."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path, PurePosixPath

from onrecord.hosts.handwritten import hand_written
from onrecord.hosts.raw_html import front_matter, unbroken
from onrecord.hosts.whole_file import sweep, write_whole
from onrecord.pages.beside.twin import twin_name
from onrecord.pages.page import Asset, Page
from onrecord.source.held_folder import held

MARKER = ".onrecord"
"""Lists what we wrote into a folder, a name a line, so that the next run knows what is ours to replace."""

_FIRST_LINE = "written by onrecord; do not edit, the next run replaces it"


class ForeignFolderError(Exception):
    """The folder holds files that are not ours; nothing was written."""


def write_pages(
    pages: Iterable[Page],
    assets: Iterable[Asset],
    content: Path,
    out: Path,
    *,
    directory_urls: bool = True,
) -> tuple[str, ...]:
    """Make ``out`` hold the pages, the assets and the hand-written pages of ``content``; return what changed.

    A page lies where it is served, ``ID/index.md`` for ``ID/``, because engines read links in it from there.
    The Markdown twins of pages are left out, because the engine would make pages of them too.
    Each file is replaced as a whole or not at all; files that did not change keep their date; files of the
    last run that are no more are removed. Names are relative to ``out``. ``ForeignFolderError`` if ``out``
    holds something and was not written by us.
    """
    _manifest(out)
    wanted = _files(pages, assets, content, directory_urls)
    out.mkdir(parents=True, exist_ok=True)
    with held(out):
        ours = _manifest(out)
        sweep(out)
        # Whatever this run writes is ours already before it is written, in case it comes to no end.
        write_whole(out / MARKER, _listed(ours | wanted.keys()))
        changed = tuple(name for name in sorted(wanted) if write_whole(out / name, wanted[name]))
        gone = tuple(sorted(ours - wanted.keys()))
        for name in gone:
            _remove(out, name)
        write_whole(out / MARKER, _listed(wanted))
    return tuple(sorted((*changed, *gone)))


def _listed(names: Iterable[str]) -> bytes:
    return "\n".join((_FIRST_LINE, *sorted(names), "")).encode()


def _files(
    pages: Iterable[Page],
    assets: Iterable[Asset],
    content: Path,
    directory_urls: bool,  # noqa: FBT001  # passed on as it came
) -> Mapping[str, bytes]:
    files = {asset.path: asset.content for asset in assets if not asset.path.endswith(".md")}
    files |= {twin_name(page.path, directory_urls=directory_urls): markdown(page).encode() for page in pages}
    return files | {each.name: each.file.read_bytes() for each in hand_written(content)}


def markdown(page: Page) -> str:
    """Return a page as front matter and one block of HTML."""
    values: dict[str, object] = {"title": escape(page.title, quote=False)}
    if page.description:
        values["description"] = escape(page.description)
    if page.layout == "wide":
        values["hide"] = ["navigation", "toc"]
    data = f'\n<script type="application/ld+json">{page.jsonld}</script>' if page.jsonld else ""
    return f'{front_matter(values)}\n<div class="onrecord">\n{unbroken(page.html)}{data}\n</div>\n'


def _manifest(out: Path) -> frozenset[str]:
    marker = out / MARKER
    if not marker.is_file():
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            msg = f"'{out}' holds files that onrecord did not write: name an empty folder or a new one"
            raise ForeignFolderError(msg)
        return frozenset()
    names = marker.read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(name for name in names if _is_inside(PurePosixPath(name)))


def _is_inside(name: PurePosixPath) -> bool:
    return not name.is_absolute() and ".." not in name.parts


def _remove(out: Path, name: str) -> None:
    (out / name).unlink(missing_ok=True)
    for folder in PurePosixPath(name).parents:
        here = out / folder
        if here == out or not here.is_dir() or any(here.iterdir()):
            return
        here.rmdir()
