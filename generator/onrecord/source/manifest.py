"""The list of ids that a site has published, from a file or over the network."""

import json
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

_FILE = "data/ids.json"
_PATIENCE = 30
"""Seconds that a server may take."""

_LARGEST = 200_000_000
_MISSING = (404, 410)


class ManifestError(Exception):
    """The list cannot be read; the message says why."""


def read_manifest(where: str) -> frozenset[tuple[str, str]] | None:
    """Return folder and id of every published address, former ids included.

    ``where`` is a file, the address of an ``ids.json``, or that of a site, which has it at ``data/ids.json``.
    ``None`` if a server answers that there is no such list: then nothing has been published there yet.
    """
    data = _fetched(where) if where.startswith(("http://", "https://")) else _file(where)
    return None if data is None else _addresses(data, where)


def _file(where: str) -> bytes:
    try:
        return Path(where).read_bytes()
    except OSError as fault:
        reason = (fault.strerror or "it cannot be opened").lower()
        raise ManifestError(f"the file '{where}' cannot be read: {reason}") from fault


def _fetched(where: str) -> bytes | None:
    address = where if where.endswith(".json") else f"{where.rstrip('/')}/{_FILE}"
    request = Request(address, headers={"User-Agent": "onrecord"})  # noqa: S310  # http and https only
    try:
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            return bytes(answer.read(_LARGEST))
    except HTTPError as refusal:
        if refusal.code in _MISSING:
            return None
        raise ManifestError(f"'{address}' cannot be read: the server answers {refusal.code}") from refusal
    except (URLError, OSError) as fault:
        raise ManifestError(f"'{address}' cannot be reached") from fault


def _addresses(data: bytes, where: str) -> frozenset[tuple[str, str]]:
    try:
        entries: list[Any] = json.loads(data)["ids"]
        return frozenset(
            (str(entry["folder"]), str(record_id))
            for entry in entries
            for record_id in (entry["id"], *entry.get("formerly", ()))
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise ManifestError(f"'{where}' is no list of published ids") from fault
