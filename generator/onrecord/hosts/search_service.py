"""Pagefind as a service: it is told of pages one after another, and hands out the files of their index.

It could read pages from a folder itself, but would number them as the disk lists them, and no two disks list
alike. What is said is JSON in Base64 with a comma behind it, both ways, as in Pagefind's own package.
"""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Any

_END = b","
_AT_ONCE = 1 << 20
_MEND = "install it again: pip install --force-reinstall 'pagefind[bin]'"


class SearchIndexError(Exception):
    """Pagefind would not make an index; the message is its own."""


def indexed(pagefind: Path, pages: Mapping[str, str], left_out: Iterable[str]) -> Mapping[str, bytes]:
    """Return the files of an index of ``pages``, in their order: HTML by the name of the page's file.

    Elements that are ``left_out``, by their selectors, are not read.
    """
    *_, last = _answers(pagefind, tuple(_requests(pages, left_out)))
    return {file["path"]: b64decode(file["content"]) for file in last["files"]}


def _requests(pages: Mapping[str, str], left_out: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    yield {"type": "NewIndex", "config": {"exclude_selectors": list(left_out)}}
    for name, html in pages.items():
        yield {"type": "AddFile", "index_id": 0, "file_path": name, "file_contents": html, "url": None}
    yield {"type": "GetFiles", "index_id": 0}


def _answers(pagefind: Path, requests: tuple[Mapping[str, Any], ...]) -> Iterator[Mapping[str, Any]]:
    with TemporaryFile() as aside:
        heard, status = _heard(pagefind, requests, aside)
        *messages, rest = heard.split(_END)
        if len(messages) < len(requests):
            aside.seek(0)
            said = (rest + aside.read()).decode(errors="replace").strip()
            raise SearchIndexError(said or f"'{pagefind}' ended with {status}; {_MEND}")
    for each in messages:
        answer = json.loads(b64decode(each))["payload"]
        if answer["type"] == "Error":
            raise SearchIndexError(answer["message"])
        yield answer


def _heard(pagefind: Path, requests: tuple[Mapping[str, Any], ...], aside: IO[bytes]) -> tuple[bytes, int]:
    """Return what the service said to all requests, or until it ended, and with what it ended."""
    try:
        service = subprocess.Popen(  # noqa: S603  # Pagefind, with our own arguments
            [pagefind, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=aside
        )
    except OSError as fault:
        reason = (fault.strerror or "it cannot be run").lower()
        raise SearchIndexError(f"'{pagefind}' cannot be started: {reason}; {_MEND}") from fault
    with service:
        asking = Thread(target=_ask, args=(service.stdin, requests))
        asking.start()
        heard, left = bytearray(), len(requests)
        while left > 0 and (said := service.stdout.read1(_AT_ONCE)):  # type: ignore[union-attr]  # it is a pipe
            heard += said
            left -= said.count(_END)
        asking.join()
        with suppress(BrokenPipeError):
            service.stdin.close()  # type: ignore[union-attr]  # so that it ends
    return bytes(heard), service.returncode


def _ask(service: IO[bytes], requests: Iterable[Mapping[str, Any]]) -> None:
    with suppress(BrokenPipeError):  # whoever hears no answer tells of it
        for number, each in enumerate(requests, 1):
            service.write(b64encode(json.dumps({"message_id": number, "payload": each}).encode()) + _END)
        service.flush()
