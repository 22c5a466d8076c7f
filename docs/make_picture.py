"""Draws the README's picture from the built site.

Run ``make site``, then ``.venv/bin/python docs/make_picture.py``; it needs what ``make test`` installs.
"""

# ruff: noqa: INP001  # a script beside the documents, no package
import os
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "brief.png"
WINDOW: ViewportSize = {"width": 1280, "height": 800}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def draw(address: str, chromium: str | None) -> None:
    """Save what a window of the brief shows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW, color_scheme="light", reduced_motion="reduce")
        page.goto(address)
        page.screenshot(path=PICTURE, animations="disabled")
        browser.close()


def main() -> None:
    """Serve the site to a browser of our own for as long as the picture takes."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=ROOT / "site")) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        draw(
            f"http://127.0.0.1:{server.server_port}/", os.environ.get("CHROMIUM") or shutil.which("chromium")
        )
        server.shutdown()


if __name__ == "__main__":
    main()
