"""A browser, and the default dossier served to it as GitHub Pages would serve it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

import pytest

from tests.built import BASE, DEFAULT, Sites

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""The programs that are Chromium; the first has no windows, and takes half the time of the others."""


class UnderSubPath(SimpleHTTPRequestHandler):
    """Serves a folder under ``BASE`` and nothing beside it; what is not there is answered by ``404.html``."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE):
            return str(Path(self.directory) / "nothing-lies-here")
        return super().translate_path(path.removeprefix(BASE.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def list_directory(self, path: str | os.PathLike[str]) -> IO[bytes] | None:  # type: ignore[override]  # noqa: ARG002
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # a browser that leaves a page takes no more of its files
            super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        """Keep the test's output to what the test says."""


@pytest.fixture(scope="session")
def site(sites: Sites) -> Path:
    """Return the folder of the default dossier's site."""
    return sites.built(DEFAULT)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address under which the site is served, on a port that was free."""
    with served(site) as address:
        yield address


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on a port that was free for as long as it takes; what is entered is its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(UnderSubPath, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


def chromium() -> str | None:
    """Return the program of the system's Chromium, or None if there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Return the system's Chromium; without one, skip, but never where every test must run."""
    program = chromium()
    if program is None:
        reason = "no Chromium: install it, or name it in CHROMIUM; NOTHING IS TESTED IN A BROWSER"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
