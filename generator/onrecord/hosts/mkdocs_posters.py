"""The posters of a site that MkDocs builds: drawn and written when the pages are."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from os import cpu_count
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from onrecord.hosts.mkdocs_pages import RecordPage
from onrecord.pages.page import Poster

FOLDER = "posters"
"""Where posters lie below the site's root: that of ``actors/ID/`` is ``posters/actors/ID.png``."""

_NEEDED = ("PIL", "font_source_sans_pro", "font_source_serif_pro")
_MOST_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A poster as a page's head names it: an absolute address, and what it says."""

    address: str
    alt: str


def can_draw() -> bool:
    """Tell whether the packages that posters are drawn with are installed."""
    return all(map(find_spec, _NEEDED))


class Posters:
    """Gathers what the posters of a build say, and draws them at its end."""

    def __init__(self) -> None:
        """Begin with nothing to draw."""
        self._asked: dict[str, Poster] = {}

    def add(self, page: MkDocsPage, title: str, description: str, config: MkDocsConfig) -> Shown:
        """Take in a page of that title and description; return where its poster will be."""
        shown = page.shown if isinstance(page, RecordPage) else None
        poster = (shown and shown.poster) or Poster("", title, description)
        place = page.file.dest_uri.removesuffix(".html").removesuffix("/index")
        name = f"{FOLDER}/{place}.png"
        self._asked[name] = poster
        return Shown(f"{str(config.site_url).rstrip('/')}/{quote(name)}", poster.alt)

    def write(self, config: MkDocsConfig) -> None:
        """Draw every poster into the site; the processors that there are share the work."""
        from onrecord.posters.drawing import draw

        def drawn(asked: tuple[str, Poster]) -> None:
            file = Path(config.site_dir, asked[0])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(draw(asked[1], config.site_name))

        with ThreadPoolExecutor(min(cpu_count() or 1, _MOST_AT_ONCE)) as workers:
            for _ in workers.map(drawn, self._asked.items()):
                pass
        self._asked = {}
