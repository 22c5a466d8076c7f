"""Visits to other people's servers: by their rules, one at a time, not too often, not too much."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import Self
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

import onrecord

AGENT = f"onrecord/{onrecord.__version__} (quote check)"
"""What we call ourselves, in requests and before ``robots.txt``."""

LARGEST = 5_000_000
"""Bytes of a page that are read; a longer one is refused."""

PATIENCE = 60.0
"""Seconds that a page may take to come, however steadily it drips."""

_READABLE = ("text/html", "application/xhtml+xml", "text/plain")


class RefusedError(Exception):
    """A page was not got; the message says why."""


class Visitor:
    """Asks for pages, with ``pause`` seconds between two requests to a server; ``wait`` lets time pass."""

    def __init__(self, pause: float = 2.0, wait: Callable[[float], None] = sleep) -> None:
        """Begin without having visited anybody."""
        self._pause, self._wait = pause, wait
        self._client = httpx.Client(headers={"User-Agent": AGENT}, timeout=20, follow_redirects=True)
        self._rules: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        """Keep connections open for the visits to come."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close them."""
        self._client.close()

    def page(self, url: str) -> tuple[str, str]:
        """Return the text of a page and its media type; raise ``RefusedError`` where we may not or cannot."""
        if not self._allowed(url):
            raise RefusedError("its robots.txt asks programs to stay away")
        data, kind, encoding = self._got(url)
        if not kind.startswith(_READABLE):
            raise RefusedError(f"it is {kind or 'of no known type'}, not a page")
        return data.decode(encoding, errors="replace"), kind

    def answer(self, url: str) -> str:
        """Return what a service answers to programs, for which its ``robots.txt`` is not meant."""
        data, _, encoding = self._got(url)
        return data.decode(encoding, errors="replace")

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._rules:
            rules = RobotFileParser()
            rules.parse(self._robots(home).splitlines())
            self._rules[home] = rules
        return self._rules[home].can_fetch(AGENT, url)

    def _robots(self, home: str) -> str:
        try:
            data, _, _ = self._got(f"{home}/robots.txt")
        except RefusedError:
            return ""
        return data.decode(errors="replace")

    def _got(self, url: str) -> tuple[bytes, str, str]:
        self._take_turns(urlsplit(url).netloc)
        try:
            with self._client.stream("GET", url) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise RefusedError(f"the server answers {answer.status_code}")
                data = _body(answer)
                return data, answer.headers.get("content-type", ""), _known(answer.charset_encoding)
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            raise RefusedError(f"the server cannot be reached: {fault}") from fault

    def _take_turns(self, host: str) -> None:
        since = monotonic() - self._last.get(host, -self._pause)
        if since < self._pause:
            self._wait(self._pause - since)
        self._last[host] = monotonic()


def _body(answer: httpx.Response) -> bytes:
    data, late = b"", monotonic() + PATIENCE
    for part in answer.iter_bytes():
        data += part
        if len(data) > LARGEST:
            raise RefusedError(f"it has more than {LARGEST // 1_000_000} megabytes")
        if monotonic() > late:
            raise RefusedError(f"it takes more than {PATIENCE:.0f} seconds")
    return data


def _known(encoding: str | None) -> str:
    """Return the encoding that a server names, if it is one of texts that can be read to the end."""
    try:
        b"\xff".decode(encoding or "utf-8", errors="replace")
    except (LookupError, ValueError):
        return "utf-8"
    return encoding or "utf-8"
