"""Going online, against a server of our own."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from onrecord.fetching import visits
from onrecord.fetching.visits import LARGEST, RefusedError, Visitor
from onrecord.loading import load
from tests.content import FILES, dossier, run

PAGE = "<head><title>no</title></head><body><p>She said: <b>It was held.</b></p><script>x</script></body>"


class Web(BaseHTTPRequestHandler):
    """A newspaper, its rules for programs, and an archive."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        host = self.headers["Host"]
        copy = {"available": True, "url": f"http://{host}/copy", "timestamp": "20251114120000"}
        answers = {
            "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /private"),
            "/page": ("text/html; charset=utf-8", PAGE.encode()),
            "/strange": ("text/plain; charset=klingon", "“so”".encode()),
            "/names": ("text/plain; charset=idna", "“so”".encode()),
            "/bytes": ("text/plain; charset=hex", "“so”".encode()),
            "/private": ("text/html", b"secret"),
            "/picture": ("image/png", b"png"),
            "/long": ("text/plain", b"x" * (LARGEST + 1)),
            f"/archive?url=http%3A%2F%2F{host.replace(':', '%3A')}%2Fpage": (
                "application/json",
                json.dumps({"archived_snapshots": {"closest": copy}}).encode(),
            ),
            f"/archive?url=http%3A%2F%2F{host.replace(':', '%3A')}%2Fprivate": (
                "application/json",
                b'{"archived_snapshots": {}}',
            ),
        }
        kind, body = answers.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[str]:
    Web.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Web) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_texts_and_copies_are_stored_and_the_rest_of_the_file_stays(web: str, tmp_path: Path) -> None:
    kept = FILES["sources/2025.yml"]
    sources = (
        f"# ours\n{kept}  url: {web}/page  # here\n\n- {{id: two, title: T, publisher: P, kind: news, "
        f"published: 2025, url: '{web}/private'}}\n"
    )
    content = dossier(tmp_path, {"sources/2025.yml": sources})

    result = run("verify", str(content), "--online", "--pause", "0", "--service", f"{web}/archive")

    assert result.exit_code == 0, result.output
    assert (content / "texts/paper.txt").read_text(encoding="utf-8") == "She said: It was held.\n"
    found = (
        "  text_file: texts/paper.txt\n  archive:\n    state: archived\n"
        f"    url: {web}/copy\n    on: 2025-11-14\n"
    )
    expected = sources.replace("  # here\n", f"  # here\n{found}")
    expected = expected.replace("/private'}", "/private', archive: {state: missing}}")
    assert (content / "sources/2025.yml").read_text(encoding="utf-8") == expected
    assert "no text: its robots.txt asks programs to stay away" in result.output
    assert [each.code for each in load(content).problems if each.severity == "error"] == []


def test_what_is_stored_is_not_asked_for_again(web: str, tmp_path: Path) -> None:
    content = dossier(tmp_path, {"sources/2025.yml": f"{FILES['sources/2025.yml']}  url: {web}/page\n"})
    call = ("verify", str(content), "--online", "--pause", "0", "--service", f"{web}/archive")
    run(*call)
    asked = len(Web.asked)

    assert run(*call).exit_code == 0
    assert len(Web.asked) == asked
    assert all(agent.startswith("onrecord/") for _, agent in Web.asked)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/private", "robots.txt"),
        ("/picture", "it is image/png, not a page"),
        ("/long", "more than 5 megabytes"),
        ("/gone", "the server answers 404"),
    ],
)
def test_what_is_no_page_or_not_for_us_is_refused_in_words(web: str, path: str, why: str) -> None:
    with Visitor(pause=0) as visitor, pytest.raises(RefusedError, match=why):
        visitor.page(web + path)


@pytest.mark.parametrize("path", ["/strange", "/names", "/bytes"])
def test_an_encoding_that_is_none_is_not_believed(web: str, path: str) -> None:
    with Visitor(pause=0) as visitor:
        assert visitor.page(web + path)[0] == "“so”"


def test_a_page_that_drips_for_ever_is_left(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "PATIENCE", -1.0)
    with Visitor(pause=0) as visitor, pytest.raises(RefusedError, match="it takes more than"):
        visitor.answer(f"{web}/page")


def test_a_server_that_is_not_there_is_told() -> None:
    with Visitor(pause=0) as visitor, pytest.raises(RefusedError, match="cannot be reached"):
        visitor.page("http://127.0.0.1:1/")


def test_a_server_is_asked_no_more_often_than_the_pause_allows(web: str) -> None:
    waited: list[float] = []

    with Visitor(pause=60, wait=waited.append) as visitor:
        visitor.page(f"{web}/page")

    assert len(waited) == 1
    assert 0 < waited[0] <= 60


def test_an_archive_that_answers_something_else_stops_nothing(web: str, tmp_path: Path) -> None:
    content = dossier(tmp_path, {"sources/2025.yml": f"{FILES['sources/2025.yml']}  url: {web}/page\n"})

    result = run("verify", str(content), "--online", "--pause", "0", "--service", f"{web}/page")

    assert "nothing known of a copy" in result.output
    assert (content / "texts/paper.txt").is_file()
