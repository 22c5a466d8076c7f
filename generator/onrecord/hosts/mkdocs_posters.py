"""The posters of a site that MkDocs builds: drawn and written when the pages are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from onrecord.hosts.mkdocs_again import Again
from onrecord.hosts.quick_files import Mark, copied, mark, write
from onrecord.pages.page import Poster
from onrecord.workers import available, shared_out

FOLDER = "posters"
"""Where posters lie below the site's root: that of ``actors/ID/`` is ``posters/actors/ID.png``."""

_NEEDED = ("PIL", "font_source_sans_pro", "font_source_serif_pro")
_AT_A_TIME = 25
"""How many posters a process draws before it takes the next ones."""

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
        self.standing: dict[str, Mark] = {}
        self._leave: Callable[[], None] = lambda: None

    def add(self, name: str, poster: Poster, config: MkDocsConfig) -> Shown:
        """Take in the poster of the page that is written to the file ``name``; return where it will be."""
        place = name.removesuffix(".html").removesuffix("/index")
        file = f"{FOLDER}/{place}.png"
        self._asked[file] = poster
        return Shown(f"{str(config.site_url).rstrip('/')}/{quote(file)}", poster.alt)

    def write(self, config: MkDocsConfig, last: Again | None) -> None:
        """Draw every poster into the site, but for those of the ``last`` one that say the same."""
        said = {file: _sum(poster, config.site_name) for file, poster in self._asked.items()}
        known = _taken_over(said, last, config.site_dir) if last else {}
        self.standing = known if last and last.follows else {}
        _draw({file: each for file, each in self._asked.items() if file not in known}, config)
        if last:
            marks = {file: self.standing.get(file) or mark(f"{config.site_dir}/{file}") for file in said}
            self._leave = partial(
                last.leave_drawn, {file: (said[file], each) for file, each in marks.items()}
            )
        self._asked = {}

    def end(self) -> None:
        """Have the next build know of the posters, now that they are published."""
        self._leave()


def _taken_over(said: Mapping[str, bytes], last: Again, site: str) -> dict[str, Mark]:
    """Return the posters of the last site that need not be drawn; they are copied unless they stay there."""
    asked = ((file, last.poster(file, words)) for file, words in said.items())
    known = {file: each for file, each in asked if each}
    if last.follows:
        return known
    return {
        file: each for file, each in known.items() if copied(f"{last.site}/{file}", each, f"{site}/{file}")
    }


def _sum(poster: Poster, site: str) -> bytes:
    return sha256(repr((poster, site)).encode(errors="surrogatepass")).digest()


def _draw(asked: Mapping[str, Poster], config: MkDocsConfig) -> None:
    """Draw posters into the site; the processors that there are share the work."""
    from onrecord.posters.drawing import draw

    def drawn(files: Sequence[str]) -> None:
        for file in files:
            write(f"{config.site_dir}/{file}", draw(asked[file], config.site_name))

    files = tuple(asked)
    portions = (files[start : start + _AT_A_TIME] for start in range(0, len(files), _AT_A_TIME))
    shared_out([partial(drawn, each) for each in portions], available())


def posters(config: MkDocsConfig) -> Posters | None:
    """Return the posters of a build: none without an address to name them by, or packages to draw with."""
    if not config.site_url:
        return None
    if not can_draw():
        log.info("the site is built without posters: to have them, run pip install pillow and its fonts")
        return None
    return Posters()
