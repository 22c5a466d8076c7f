"""The list of published ids, from a file and from a real server."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from onrecord.source.manifest import ManifestError, read_manifest

IDS = '{"onrecord": 1, "ids": [{"id": "ann", "folder": "actors", "formerly": ["annie"]}]}'
ANN = frozenset({("actors", "ann"), ("actors", "annie")})


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/broken/"):
            self.send_error(500)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "site/data").mkdir(parents=True)
    (tmp_path / "site/data/ids.json").write_text(IDS, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["site", "site/", "site/data/ids.json"])
def test_a_site_is_asked_by_its_address_or_by_that_of_the_list(site: str, path: str) -> None:
    assert read_manifest(site + path) == ANN


def test_a_site_without_a_list_has_published_nothing(site: str) -> None:
    assert read_manifest(f"{site}other/") is None


def test_a_server_that_fails_is_no_reason_to_believe_that_nothing_is_published(site: str) -> None:
    with pytest.raises(ManifestError, match="the server answers 500"):
        read_manifest(f"{site}broken/")


def test_a_server_that_is_not_there_is_told(site: str) -> None:
    with pytest.raises(ManifestError, match="cannot be reached"):
        read_manifest(site.replace("127.0.0.1", "nowhere.invalid"))


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "ids.json").write_text(IDS, encoding="utf-8")

    assert read_manifest(str(tmp_path / "ids.json")) == ANN


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"ids": [1]}', '{"ids": [{"id": "a"}]}'])
def test_what_is_no_list_of_ids_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "ids.json").write_text(text, encoding="utf-8")

    with pytest.raises(ManifestError, match="is no list of published ids"):
        read_manifest(str(tmp_path / "ids.json"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(str(tmp_path / "ids.json"))
