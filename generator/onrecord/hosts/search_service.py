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
from typing import IO, Any, cast

_END = b","
_AT_ONCE = 1 << 20
_LAST_WORDS = 2
"""Seconds in which a service that says nothing more ends by itself."""
_MEND = "install it again: pip install --force-reinstall 'pagefind[bin]'"


class SearchIndexError(Exception):
    """Pagefind would not make an index; the message is its own."""


Request = Mapping[str, Any]
Answer = Mapping[str, Any]


def indexed(pagefind: Path, pages: Mapping[str, str], left_out: Iterable[str]) -> Mapping[str, bytes]:
    """Return the files of an index of ``pages``, in their order: HTML by the name of the page's file.

    Elements that are ``left_out``, by their selectors, are not read.
    """
    with TemporaryFile() as aside:
        service = _started(pagefind, aside)
        asking = Thread(target=_ask, args=(service, _requests(pages, left_out)))
        with service:
            asking.start()
            try:
                last, unread = _last_answer(service.stdout, len(pages) + 2)
                if last is None:
                    with suppress(subprocess.TimeoutExpired):
                        service.wait(_LAST_WORDS)
            finally:
                service.kill()
                asking.join()
                with suppress(OSError):
                    cast("IO[bytes]", service.stdin).close()
        if last is None:
            aside.seek(0)
            said = (unread + aside.read()).decode(errors="replace").strip()
            raise SearchIndexError(said or f"'{pagefind}' ended with {service.returncode}; {_MEND}")
    return {file["path"]: b64decode(file["content"]) for file in last["files"]}


def _started(pagefind: Path, aside: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603  # Pagefind, with our own arguments
            [pagefind, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=aside
        )
    except OSError as fault:
        reason = (fault.strerror or "it cannot be run").lower()
        raise SearchIndexError(f"'{pagefind}' cannot be started: {reason}; {_MEND}") from fault


def _requests(pages: Mapping[str, str], left_out: Iterable[str]) -> Iterator[Request]:
    yield {"type": "NewIndex", "config": {"exclude_selectors": list(left_out)}}
    for name, html in pages.items():
        yield {"type": "AddFile", "index_id": 0, "file_path": name, "file_contents": html, "url": None}
    yield {"type": "GetFiles", "index_id": 0}


def _ask(service: subprocess.Popen[bytes], requests: Iterable[Request]) -> None:
    """Ask while answers are listened to; who hears none, because the service ended, tells of it."""
    into = cast("IO[bytes]", service.stdin)
    try:
        with suppress(OSError):
            for number, each in enumerate(requests, 1):
                into.write(b64encode(json.dumps({"message_id": number, "payload": each}).encode()) + _END)
            into.flush()
    except BaseException:
        service.kill()  # nobody would answer what was not asked
        raise


def _last_answer(out: Any, count: int) -> tuple[Answer | None, bytes]:
    """Return the last of ``count`` answers; or, if there are not so many, none and what is no answer."""
    held = bytearray()
    while said := out.read1(_AT_ONCE):
        held += said
        if _END not in said:
            continue
        *messages, held = held.split(_END)
        for place, each in enumerate(messages):
            answer = _understood(each)
            if answer is None:
                return None, _END.join((*messages[place:], held))
            count -= 1
            if not count:
                return answer, b""
    return None, bytes(held)


def _understood(message: bytearray) -> Answer | None:
    """Return an answer, or nothing if it is none; one that tells of an error is raised."""
    try:
        answer: Answer = json.loads(b64decode(message))["payload"]
        is_error = answer["type"] == "Error"
    except (KeyError, TypeError, ValueError):
        return None
    if is_error:
        raise SearchIndexError(str(answer.get("message")))
    return answer
