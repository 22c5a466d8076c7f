"""The posters of a site that MkDocs builds: drawn and written when the pages are."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from os import cpu_count
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from onrecord.pages.page import Poster

FOLDER = "posters"
"""Where posters lie below the site's root: that of ``actors/ID/`` is ``posters/actors/ID.png``."""

_NEEDED = ("PIL", "font_source_sans_pro", "font_source_serif_pro")
_MOST_AT_ONCE = 4

log = get_plugin_logger("onrecord")


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

    def add(self, name: str, poster: Poster, config: MkDocsConfig) -> Shown:
        """Take in the poster of the page that is written to the file ``name``; return where it will be."""
        place = name.removesuffix(".html").removesuffix("/index")
        file = f"{FOLDER}/{place}.png"
        self._asked[file] = poster
        return Shown(f"{str(config.site_url).rstrip('/')}/{quote(file)}", poster.alt)

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


def posters(config: MkDocsConfig) -> Posters | None:
    """Return the posters of a build: none without an address to name them by, or packages to draw with."""
    if not config.site_url:
        return None
    if not can_draw():
        log.info("the site is built without posters: to have them, run pip install pillow and its fonts")
        return None
    return Posters()
