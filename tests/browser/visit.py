"""A visit to pages of the site, and everything that a reader's browser would complain about."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from onrecord.records.kinds import FOLDERS

LEFT_BEFORE_IT_CAME = "net::ERR_ABORTED"
"""What becomes of a request when the reader goes on to the next page."""

LISTS = ("", "timeline/", "claims/", "changes/", "data/", "method/")


def one_of_each_kind(site: Path) -> tuple[str, ...]:
    """Return the addresses of the longest page of every kind, lists and the brief included."""
    found = (*LISTS, *_longest(site, "timeline"), *_longest(site, "editions"), *_records(site))
    return tuple(dict.fromkeys(found))


def _records(site: Path) -> Iterator[str]:
    for folder in sorted(FOLDERS):
        if (site / folder / "index.html").is_file():
            yield f"{folder}/"
        yield from _longest(site, folder)


def _longest(site: Path, folder: str) -> tuple[str, ...]:
    pages = sorted(site.glob(f"{folder}/*/index.html"))
    longest = max(pages, key=lambda page: page.stat().st_size, default=None)
    return (f"{folder}/{longest.parent.name}/",) if longest else ()


class Visit:
    """Visits pages one after another; ``faults`` names whatever was wrong and where.

    ``settings`` are those of a browser's context, such as ``viewport`` and ``color_scheme``.
    """

    def __init__(self, browser: Browser, address: str, **settings: Any) -> None:
        self.faults: list[str] = []
        self._address = address
        self._at = ""
        self._context = browser.new_context(**settings)
        self.page: Page = self._context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self._fault(f"error in a script: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.close()

    def open(self, path: str) -> Page:
        """Open the page at ``path`` and wait until everything that it needs has come."""
        self._at = path
        self.page.goto(self._address + path)
        return self.page

    def demand(self, what: str, *, holds: bool) -> None:
        """Note a fault of the present page unless what is demanded holds."""
        if not holds:
            self._fault(what)

    def _fault(self, what: str) -> None:
        self.faults.append(f"/{self._at}: {what}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._address, "data:", "blob:")):
            self._fault(f"asks for {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._fault(f"the console says: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT_BEFORE_IT_CAME:
            self._fault(f"did not get {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self._fault(f"{response.status} for {response.url}")


WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""By how many pixels a page is wider than the window."""


def too_wide(page: Page) -> int:
    return int(page.evaluate(WIDTH))
