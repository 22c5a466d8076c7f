"""How much a reader loads, against what we allow ourselves. A kB is 1,000 bytes, gzipped as servers do it."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.records.kinds import FOLDERS
from tests.built import ROOT

RECORD_PAGE = 15_000
TIMELINE = 90_000
SCRIPTS = 15_000
STYLES = 15_000
FIRST_SEARCH = 300_000

_ASSETS = ROOT / "site_templates" / "assets"
_WORDS = 3
_KIND = b"\x64kind"
"""A facet's name as CBOR writes it: a text of four letters."""
_FRAGMENTS = 50
"""More results than the search shows at first: four of each of the eleven kinds."""


@dataclass(frozen=True)
class Weight:
    """What was weighed, how many bytes it has, how many it may have."""

    name: str
    size: int
    limit: int

    @property
    def is_kept(self) -> bool:
        return self.size <= self.limit


def gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def record_pages(site: Path) -> Iterator[Weight]:
    """Weigh the heaviest page of every kind of record."""
    for folder in sorted(FOLDERS):
        pages = {page: gzipped(page) for page in _largest(site.glob(f"{folder}/*/index.html"))}
        if pages:
            heaviest = max(pages, key=pages.__getitem__)
            yield Weight(f"{folder}/{heaviest.parent.name}/", pages[heaviest], RECORD_PAGE)


def own_assets() -> Iterator[Weight]:
    """Weigh all our scripts together, and all our styles."""
    for name, suffix, limit in (("own scripts", "js", SCRIPTS), ("own styles", "css", STYLES)):
        yield Weight(name, sum(map(gzipped, _ASSETS.rglob(f"*.{suffix}"))), limit)


def ledger(site: Path) -> Weight:
    """Weigh the HTML of the first page of claims, with the grid: no more than a timeline."""
    return Weight("claims/", gzipped(site / "claims" / "index.html"), TIMELINE)


def timeline(site: Path) -> Weight:
    """Weigh the HTML of the whole timeline."""
    return Weight("timeline/", gzipped(site / "timeline" / "index.html"), TIMELINE)


def first_search(site: Path) -> Weight:
    """Weigh the most that a first search of three words fetches: the program, kinds, the largest pieces."""
    index = site / "pagefind"
    packed = [*index.glob("*.pf_meta"), index / "wasm.en.pagefind"]
    packed += [
        *filter(_is_of_kinds, index.glob("filter/*")),
        *_largest(index.glob("index/*"))[:_WORDS],
        *_largest(index.glob("fragment/*"))[:_FRAGMENTS],
    ]
    scripts = (index / "pagefind.js", index / "pagefind-worker.js", site / "assets" / "search-panel.js")
    return Weight(
        "first search", sum(file.stat().st_size for file in packed) + sum(map(gzipped, scripts)), FIRST_SEARCH
    )


def _is_of_kinds(facet: Path) -> bool:
    """Tell the facet of kinds, which every search asks for, from those that readers unfold."""
    return gzip.decompress(facet.read_bytes()).removeprefix(b"pagefind_dcd")[1:].startswith(_KIND)


def weights(site: Path) -> tuple[Weight, ...]:
    """Weigh a site in every way that holds for any dossier."""
    return (*record_pages(site), ledger(site), *own_assets(), first_search(site))


def _largest(files: Iterable[Path]) -> list[Path]:
    """Return the hundred largest files, the largest first."""
    return sorted(files, key=lambda file: (-file.stat().st_size, file.as_posix()))[:100]
