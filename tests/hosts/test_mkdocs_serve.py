"""The preview, as people run it: a process of its own, asked over HTTP."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

MKDOCS_YML = """\
site_name: Who said what
docs_dir: content
plugins: [onrecord]
theme: {name: material, font: false}
"""

DOSSIER_YML = """\
title: Who said what
language: en
bottom_line: Nobody has said anything so far.
as_of: 2025-11-21
"""

INDEX = "pagefind/pagefind-entry.json"

PATIENCE = 60
"""Seconds after which something that should have happened is taken not to happen."""


def until(happened: Callable[[], bool], process: subprocess.Popen[bytes]) -> bool:
    """Wait until ``happened``; tell whether it did before patience or the process came to an end."""
    end = monotonic() + PATIENCE
    while monotonic() < end and process.poll() is None:
        if happened():
            return True
        sleep(0.1)
    return False


def free_port() -> int:
    with socket.socket() as any_socket:
        any_socket.bind(("127.0.0.1", 0))
        return int(any_socket.getsockname()[1])


class Preview:
    """A running ``mkdocs serve``: what it shows, and what it said."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, log: Path) -> None:
        self.process = process
        self.address = address
        self._log = log

    def shows(self, words: str, path: str = "") -> bool:
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
                return words in answer.read().decode()
        except (URLError, ConnectionError):
            return False

    def times_said(self, words: str) -> int:
        return self._log.read_text(encoding="utf-8").count(words)

    def has_said(self, words: str, times: int = 1) -> bool:
        return self._log.read_text(encoding="utf-8").count(words) >= times


@contextmanager
def running(project: Path, config: str = MKDOCS_YML, *, pass_fds: tuple[int, ...] = ()) -> Iterator[Preview]:
    """Run the preview of a project; ``config`` may name the address as ``{at}``."""
    port, log = free_port(), project / "log.txt"
    (project / "mkdocs.yml").write_text(config.replace("{at}", f"127.0.0.1:{port}"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=project, stdout=out, stderr=out, pass_fds=pass_fds) as process,
    ):
        try:
            yield Preview(process, f"http://127.0.0.1:{port}/", log)
        finally:
            process.terminate()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/dossier.yml").write_text(DOSSIER_YML, encoding="utf-8")
    with running(tmp_path) as preview:
        yield preview


def test_a_broken_edit_is_told_and_the_preview_lives_on(preview: Preview, tmp_path: Path) -> None:
    dossier = tmp_path / "content/dossier.yml"
    assert until(lambda: preview.shows("Nobody has said anything so far"), preview.process)
    assert preview.shows("page_count", INDEX)

    dossier.write_text(DOSSIER_YML.replace("title:", "titel:"), encoding="utf-8")
    assert until(lambda: preview.has_said("content/dossier.yml:1:1: error["), preview.process)
    assert until(lambda: preview.shows("onrecord-problems"), preview.process)
    assert preview.shows("<code>content/dossier.yml:1:1</code> there is no key &#x27;titel&#x27; here")
    assert preview.shows("Nobody has said anything so far")

    dossier.write_text(DOSSIER_YML.replace("Nobody", "Somebody"), encoding="utf-8")
    assert until(lambda: preview.shows("Somebody has said anything so far"), preview.process)
    assert not preview.shows("onrecord-problems")


def test_a_preview_can_begin_with_a_broken_dossier(tmp_path: Path) -> None:
    dossier = tmp_path / "content/dossier.yml"
    dossier.parent.mkdir()
    dossier.write_text(DOSSIER_YML.replace("title:", "titel:"), encoding="utf-8")
    with running(tmp_path) as preview:
        assert until(lambda: preview.shows("Nothing to show yet"), preview.process)
        assert preview.shows("<code>content/dossier.yml:1:1</code>")

        dossier.write_text(DOSSIER_YML.replace("language:", "langauge:"), encoding="utf-8")
        assert until(lambda: preview.shows("<code>content/dossier.yml:2:1</code>"), preview.process)
        assert not preview.shows("<code>content/dossier.yml:1:1</code>")

        dossier.write_text(DOSSIER_YML, encoding="utf-8")
        assert until(lambda: preview.shows("Nobody has said anything so far"), preview.process)
        assert not preview.shows("onrecord-problems")
        assert preview.shows("assets/onrecord.css")
        assert preview.shows("--or-accent", "assets/onrecord.css")
        assert preview.shows("Method")
        assert preview.shows('"page_count":', INDEX)
        assert not preview.shows('"page_count":1}', INDEX)  # that of the page which told of nothing


def test_templates_stylesheets_and_the_theme_are_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/dossier.yml").write_text(DOSSIER_YML, encoding="utf-8")
    (tmp_path / "site_templates").mkdir()
    with running(tmp_path) as second:
        assert until(lambda: second.shows("Nobody has said anything so far"), second.process)

        template = tmp_path / "site_templates/pages/method.html.jinja"
        template.parent.mkdir()
        template.write_text("<h1>Our own way</h1>", encoding="utf-8")
        assert until(lambda: second.shows("Our own way", "method/"), second.process)

        template.write_text("<h1>{{ not closed</h1>", encoding="utf-8")
        assert until(lambda: second.shows("pages/method.html.jinja, line 1", "method/"), second.process)

        style = tmp_path / "site_templates/assets/own.css"
        style.parent.mkdir()
        style.write_text("body { color: teal }", encoding="utf-8")
        template.unlink()
        assert until(lambda: second.shows("assets/own.css"), second.process)
        style.write_text("body { color: olive }", encoding="utf-8")
        assert until(lambda: second.shows("olive", "assets/own.css"), second.process)

        override = tmp_path / "site_templates/overrides/partials/copyright.html"
        override.parent.mkdir(parents=True)
        override.write_text("<p>Nobody's own</p>", encoding="utf-8")
        assert until(lambda: second.shows("Nobody's own"), second.process)
        override.write_text("<p>{% if %}</p>", encoding="utf-8")
        assert until(lambda: second.shows("onrecord-problems"), second.process)
        assert second.shows("Nobody's own")


def test_files_that_come_go_and_get_another_name_are_followed(preview: Preview, tmp_path: Path) -> None:
    schema = tmp_path / ".onrecord/schema/judgments.json"
    topic = tmp_path / "content/topics/harbour.yml"
    assert until(lambda: preview.shows("Nobody has said anything so far"), preview.process)

    topic.parent.mkdir()
    topic.write_text("title: The old harbour\n", encoding="utf-8")
    assert until(lambda: preview.shows("The old harbour", "topics/harbour/"), preview.process)
    assert until(lambda: '"harbour"' in schema.read_text(encoding="utf-8"), preview.process)

    topic.rename(topic.with_name("quay.yml"))
    assert until(lambda: preview.shows("The old harbour", "topics/quay/"), preview.process)
    assert until(lambda: not preview.shows("The old harbour", "topics/harbour/"), preview.process)

    topic.with_name("quay.yml").unlink()
    assert until(lambda: not preview.shows("The old harbour", "topics/quay/"), preview.process)


def test_the_configuration_is_followed_too(preview: Preview, tmp_path: Path) -> None:
    assert until(lambda: preview.shows("Nobody has said anything so far"), preview.process)

    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML.replace("Who said what", "Heard"), encoding="utf-8")

    assert until(lambda: preview.shows("Heard"), preview.process)


def test_a_configuration_that_is_wrong_is_told_until_it_is_mended(preview: Preview, tmp_path: Path) -> None:
    config, dossier = tmp_path / "mkdocs.yml", tmp_path / "content/dossier.yml"
    assert until(lambda: preview.shows("Nobody has said anything so far"), preview.process)

    config.write_text(MKDOCS_YML + "nav: [", encoding="utf-8")
    assert until(lambda: preview.shows("<code>mkdocs.yml:5:1</code>"), preview.process)
    assert preview.shows("Nobody has said anything so far")

    dossier.write_text(DOSSIER_YML.replace("Nobody", "Everybody"), encoding="utf-8")
    assert until(lambda: preview.has_said("error parsing the configuration", 2), preview.process)
    assert preview.shows("<code>mkdocs.yml:5:1</code>")

    config.write_text(MKDOCS_YML, encoding="utf-8")
    assert until(lambda: preview.shows("Everybody has said anything so far"), preview.process)
    assert not preview.shows("onrecord-problems")
