"""A folder served as a host of static files serves it, and a crawler that follows every link of it."""

import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

from tests.html_page import HtmlPage


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder below ``base``: no listings, names as they are written, ``404.html`` for the rest."""

    base = "/"

    def translate_path(self, path: str) -> str:
        below = path.startswith(self.base)
        return super().translate_path("/" + path.removeprefix(self.base)) if below else "/nothing-lies-here"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not own.is_file():
            super().send_error(code, message, explain)
            return
        page = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def list_directory(self, path: str | os.PathLike[str]) -> IO[bytes] | None:  # type: ignore[override]  # noqa: ARG002
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve ``folder`` under ``base`` on a free port, and return the address."""
    handler = type("Host", (StaticHost,), {"base": base})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
        thread.join()


def status(address: str) -> int:
    """Return what a server answers."""
    try:
        with urlopen(address) as answer:  # noqa: S310  # our own server
            return int(answer.status)
    except HTTPError as refusal:
        return refusal.code


def crawl(start: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Follow every link and load every file from ``start`` on; return the pages seen, and what is dead.

    Links to other hosts are not followed. An anchor must stand in the page that it leads to.
    """
    host = start.split("/", 3)[2]
    known: dict[str, HtmlPage | None] = {}
    led: list[tuple[str, str]] = []
    waiting = deque([start])
    while waiting:
        address = waiting.popleft()
        if address in known:
            continue
        known[address] = page = _page(address)
        if page is None:
            continue
        onward = [urljoin(address, link) for link in (*page.links, *page.loads)]
        inside = [link for link in onward if link.startswith(f"http://{host}/")]
        led += [(address, link) for link in inside]
        waiting.extend(urldefrag(link).url for link in inside)
    dead = {f"{address} -> {link}" for address, link in led if _is_dead(known, *urldefrag(link))}
    pages = frozenset(address for address, page in known.items() if page is not None and page.ids)
    return pages, tuple(sorted(dead))


def _is_dead(known: dict[str, HtmlPage | None], address: str, anchor: str) -> bool:
    page = known[address]
    return page is None or bool(anchor and page.ids and anchor not in page.ids)


def _page(address: str) -> HtmlPage | None:
    """Return a page, an empty one for a file that is no page, or nothing if nothing is there."""
    try:
        with urlopen(address) as answer:  # noqa: S310  # our own server
            is_page = answer.headers.get_content_type() == "text/html"
            return HtmlPage(answer.read().decode() if is_page else "")
    except HTTPError:
        return None
