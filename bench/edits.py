"""How long an editor waits for a saved statement in a running preview: ``python -m bench.edits 10000``."""

import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from bench.content import write_project
from bench.dossier import made_up

_EDITS = 7
_PATIENCE = 600
_RELOADS = re.compile(r"livereload\((\d+),")
_WORDS = re.compile(r"(?m)^(paraphrase: )(['\"]?)")


def main(size: int) -> None:
    """Print the seconds from the saving of a statement to its page, for some statements, and the median."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        project.mkdir()
        write_project(made_up(size), project, "files")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            at = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", at]
        with subprocess.Popen(command, cwd=project) as server:
            try:
                seconds = tuple(_edits(project, f"http://{at}/"))
            finally:
                server.terminate()
    print(*(f"{each:.2f}" for each in seconds), f"median {median(seconds):.2f} s", flush=True)


def _edits(project: Path, host: str) -> Iterator[float]:
    _wait_for(f"{host}made-up/")
    for number, file in enumerate(sorted((project / "content/statements").iterdir())[:_EDITS]):
        page = f"{host}made-up/statements/{file.stem}/"
        known = _RELOADS.search(_get(page))
        if known is None:
            raise RuntimeError("the preview does not reload pages")
        text = file.read_text(encoding="utf-8")
        begun = time.perf_counter()
        file.write_text(_WORDS.sub(rf"\1\2Edited{number} ", text, count=1), encoding="utf-8")
        while int(_get(f"{host}livereload/{known[1]}/1")) <= int(known[1]):
            pass
        if f"Edited{number} " not in _get(page):
            raise RuntimeError(f"{page} does not show what was saved")
        yield time.perf_counter() - begun


def _wait_for(page: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            _get(page)
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return


def _get(address: str) -> str:
    with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
