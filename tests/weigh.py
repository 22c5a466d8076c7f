"""``make weigh``: a table of what readers load and wait for; exit status 1 if a budget is broken."""

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from gzip import compress
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, Response, sync_playwright

from tests.browser.conftest import UnderSubPath, chromium
from tests.built import BASE, mkdocs
from tests.seeded_site import build_seeded
from tests.synthetic import Size
from tests.weights import FIRST_SEARCH, Weight, timeline, weights

RECORDS = 10_000
SHIFT, FILTER = 20, 100
"""A shift of the layout in thousandths; milliseconds of a filter's answer."""

LONG_TASK = {"timeline/": 100, "": 250, "claims/": 250}
"""Milliseconds of a task by page. The theme's program has the whole page styled four times when it starts,
and a grid of positions has thousands of elements."""

VISITS = 7
"""The machine may be busy with something else: of that many visits, the quickest counts."""

OBSERVE = """
window.seen = {shift: 0, task: 0};
new PerformanceObserver(list => list.getEntries().forEach(each => {
  if (!each.hadRecentInput) window.seen.shift += each.value;
})).observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(each => {
  window.seen.task = Math.max(window.seen.task, each.duration);
})).observe({type: "longtask", buffered: true});
"""
FILTERED = """() => new Promise(done => {
  const form = document.querySelector("form.or-controls");
  const field = form.querySelector("select");
  const begin = performance.now();
  field.selectedIndex = 1;
  field.dispatchEvent(new Event("change", {bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""


def main(records: int) -> int:
    """Build the sites, weigh them, print the table, and return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        mkdocs(home / "default")
        rows = [*_named("default", weights(home / "default"))]
        seeded = build_seeded(home / "timeline", Size(events=50, statements=400))
        rows += [*_named("500 entries", (timeline(seeded),))]
        large = build_seeded(home / "large", Size.of(records))
        rows += [*_named(f"{records} records", (*weights(large), timeline(large)))]
        rows += _in_browser({"default": home / "default", "500 entries": seeded, f"{records} records": large})
    _print(rows)
    return 0 if all(row.is_kept for row in rows) else 1


def _named(dossier: str, found: tuple[Weight, ...]) -> Iterator[Weight]:
    return (Weight(f"{dossier}: {each.name}", each.size, each.limit) for each in found)


def _in_browser(sites: dict[str, Path]) -> list[Weight]:
    program = chromium()
    if program is None:
        sys.stderr.write("no Chromium: layout shifts, long tasks and searches are not measured\n")
        return []
    found: list[Weight] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, site in sites.items():
            page = browser.new_page()
            page.add_init_script(OBSERVE)
            found += _named(name, tuple(_visited(page, site)))
            page.close()
        browser.close()
    return found


def _visited(page: Page, site: Path) -> Iterator[Weight]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(UnderSubPath, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}{BASE}"
        for path, longest in LONG_TASK.items():
            seen = [_seen(page, address + path) for _ in range(VISITS)]
            yield Weight(f"/{path} layout shift ‰", max(shift for shift, _ in seen), SHIFT)
            yield Weight(f"/{path} longest task ms", min(task for _, task in seen), longest)
        page.goto(address + "timeline/", wait_until="networkidle")
        yield Weight("a filter's answer ms", round(page.evaluate(FILTERED)), FILTER)
        yield Weight("first search, in fact", _searched(page, address), FIRST_SEARCH)
        server.shutdown()
        thread.join()


def _seen(page: Page, address: str) -> tuple[int, int]:
    """Return by how much the layout of a page shifts, and how long its longest task takes."""
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate("window.seen")
    return round(1000 * seen["shift"]), round(seen["task"])


def _searched(page: Page, address: str) -> int:
    """Return how many bytes a first search fetches from a server that compresses scripts and nothing else."""
    answers: list[Response] = []
    page.goto(address, wait_until="networkidle")
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # no builtin is taken
    page.locator(".or-find").click()
    page.locator("#or-search-words").fill("summit treaty")
    page.locator(".or-search__status:has-text('result')").wait_for()
    page.wait_for_load_state("networkidle")
    return sum(
        len(compress(answer.body(), 6) if answer.url.endswith(".js") else answer.body()) for answer in answers
    )


def _print(rows: list[Weight]) -> None:
    width = max(len(row.name) for row in rows)
    for row in rows:
        mark = "" if row.is_kept else "  BROKEN"
        sys.stdout.write(f"{row.name:<{width}}  {row.size:>9,}  of {row.limit:>9,}{mark}\n")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS))
