"""Parts of a site, written by whichever process made them."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from onrecord.hosts.banner import with_banner
from onrecord.hosts.mkdocs_files import hand_written_documents, is_twin_of
from onrecord.hosts.mkdocs_pages import Frames
from onrecord.hosts.mkdocs_scripts import Scripts
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.quick_files import write
from onrecord.pages.addresses import output_name
from onrecord.pipeline import Part
from onrecord.report.place import Diagnostic

_LONE = "xmlcharrefreplace"
"""What MkDocs does about letters that cannot be encoded."""


@dataclass(frozen=True)
class Writing:
    """Puts pages into the theme's frame and writes them; ``wrong`` is told on top of each."""

    theme: Theme
    frames: Frames
    scripts: Scripts
    wrong: tuple[Diagnostic, ...]

    def kept(self, part: Part) -> Part:
        """Write a part of the site, and return of its pages what a list or a search shows of them."""
        home = self.theme.config.site_dir
        for page in part.pages:
            html = self.theme.framed(page, self.frames)
            whole = with_banner(html, self.wrong) if self.wrong else html
            name = output_name(page.path, directory_urls=self.theme.config.use_directory_urls)
            if whole.strip():  # MkDocs leaves out what is empty
                write(f"{home}/{name}", whole.encode(errors=_LONE))
        for asset in part.assets:
            if not is_twin_of(asset, self._hand_written):
                write(f"{home}/{asset.path}", asset.content)
        self.scripts.write(Path(home))
        return Part(tuple(replace(page, html="", headings=(), jsonld="", meta=()) for page in part.pages))

    @cached_property
    def _hand_written(self) -> frozenset[str]:
        return hand_written_documents(self.theme.files)


def waiting(folder: str, part: Part) -> Part:
    """Write the files of a part into a ``folder`` where they wait; return its pages with their twins."""
    twins = tuple(asset for asset in part.assets if asset.path.endswith(".md"))
    for asset in part.assets:
        if not asset.path.endswith(".md"):
            write(f"{folder}/{asset.path}", asset.content)
    return Part(part.pages, twins)
