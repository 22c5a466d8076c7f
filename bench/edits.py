"""How long one waits for a preview, and in it for what was saved: ``python -m bench.edits 10000``."""

import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from bench.content import write_project
from bench.dossier import made_up
from onrecord.hosts.templates import packaged_templates

_EDITS = 7
_TEMPLATE = "pages/statement.html.jinja"
_PATIENCE = 600
_RELOADS = re.compile(r"livereload\((\d+),")
_BODY = re.compile(r"({% block body %})")
_WORDS = re.compile(r"(?m)^(paraphrase: )(['\"]?)")


def main(size: int) -> None:
    """Print the seconds from saving to seeing, for some statements and as often for a template."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        project.mkdir()
        write_project(made_up(size), project, "files")
        own = project / "site_templates" / _TEMPLATE
        own.parent.mkdir(parents=True)
        copyfile(packaged_templates() / _TEMPLATE, own)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            at = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", at]
        started = time.perf_counter()
        with subprocess.Popen(command, cwd=project) as server:
            try:
                for what, name in (("first page", ""), ("whole site", "data/ids.json")):
                    _wait_for(f"http://{at}/made-up/{name}")
                    print(f"{what}: {time.perf_counter() - started:.1f} s after the start", flush=True)
                _told("statements", _edits(project, f"http://{at}/"))
                _told("templates", _edits_of(own, f"http://{at}/made-up/statements/statement-0/"))
            finally:
                server.terminate()


def _told(what: str, taken: Iterator[float]) -> None:
    seconds = tuple(taken)
    print(f"{what}:", *(f"{each:.2f}" for each in seconds), f"median {median(seconds):.2f} s", flush=True)


def _edits(project: Path, host: str) -> Iterator[float]:
    for number, file in enumerate(sorted((project / "content/statements").iterdir())[:_EDITS]):
        text = _WORDS.sub(rf"\1\2Edited{number} ", file.read_text(encoding="utf-8"), count=1)
        yield _seen(file, text, f"Edited{number} ", f"{host}made-up/statements/{file.stem}/")


def _edits_of(template: Path, page: str) -> Iterator[float]:
    text = template.read_text(encoding="utf-8")
    for number in range(_EDITS):
        words = f"<p>Edited{number}</p>"
        yield _seen(template, _BODY.sub(rf"\1{words}", text, count=1), words, page)


def _seen(file: Path, text: str, words: str, page: str) -> float:
    """Save a file, and return after how many seconds the page, which reloads, shows the words."""
    known = _RELOADS.search(_get(page))
    if known is None:
        raise RuntimeError("the preview does not reload pages")
    reloads = f"{page.partition('/made-up/')[0]}/livereload/{known[1]}/1"
    begun = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    while int(_get(reloads)) <= int(known[1]):
        pass
    if words not in _get(page):
        raise RuntimeError(f"{page} does not show what was saved")
    return time.perf_counter() - begun


def _wait_for(page: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            _get(page)
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return


def _get(address: str) -> str:
    with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
