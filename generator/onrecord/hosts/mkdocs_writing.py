"""Parts of a site, written by whichever process made them."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from onrecord.dossier.reads import Cell
from onrecord.hosts.banner import with_banner
from onrecord.hosts.mkdocs_files import hand_written_documents, is_twin_of
from onrecord.hosts.mkdocs_pages import Frames
from onrecord.hosts.mkdocs_scripts import Scripts
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.quick_files import holding, mark, write
from onrecord.hosts.written import Written, packed
from onrecord.pages.addresses import output_name
from onrecord.pages.page import Asset, Page
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

    def kept(self, part: Part) -> tuple[Written, ...]:
        """Write pages, each with its twin, and return what is still to be known of each."""
        done = tuple(map(self._kept, part.pages, part.assets, part.reads))
        self.scripts.write(Path(self.theme.config.site_dir))
        return done

    def _kept(self, page: Page, twin: Asset, reads: tuple[Cell, ...]) -> Written:
        html = self.theme.framed(page, self.frames)
        whole = with_banner(html, self.wrong) if self.wrong else html
        name = output_name(page.path, directory_urls=self.theme.config.use_directory_urls)
        files = {} if is_twin_of(twin, self._hand_written) else {twin.path: twin.content}
        if whole.strip():  # MkDocs leaves out what is empty
            files[name] = whole.encode(errors=_LONE)
        home = self.theme.config.site_dir
        for path, content in files.items():
            write(f"{home}/{path}", content)
        return packed(page, reads, {path: mark(f"{home}/{path}") for path in files})

    @cached_property
    def _hand_written(self) -> frozenset[str]:
        return hand_written_documents(self.theme.files)


def waiting(folder: str, last: str, part: Part) -> Part:
    """Write the files of a part into a ``folder`` where they wait; return its pages with their twins.

    Those that the ``last`` site holds just so are left standing there; without a name there is none.
    """
    twins, standing = [], []
    for asset in part.assets:
        if asset.path.endswith(".md"):
            twins.append(asset)
        elif last and (known := holding(f"{last}/{asset.path}", asset.content)):
            standing.append((asset.path, known))
        else:
            write(f"{folder}/{asset.path}", asset.content)
    return replace(part, assets=tuple(twins), standing=tuple(standing))
