"""Archived copies: whether the Wayback Machine, or a service that answers alike, holds a page."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

SERVICE = "https://archive.org/wayback/available"
"""Asked with ``?url=…``; answers with the copy that is closest."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An archived copy: its address, and its day as an ISO date."""

    url: str
    on: str


def copy_of(url: str, ask: Callable[[str], str], service: str = SERVICE) -> Copy | None:
    """Return the archived copy of a page, ``None`` if there is none; ``ask`` returns what an address answers.

    Raises ``ValueError`` if the answer is none that is known.
    """
    answer: Any = json.loads(ask(f"{service}?{urlencode({'url': url})}"))
    found = answer.get("archived_snapshots") if isinstance(answer, dict) else None
    if found is None:
        raise ValueError("the archive's answer is not understood")
    closest = found.get("closest") or {}
    stamp = str(closest.get("timestamp", ""))
    if not closest.get("available") or not stamp[:8].isdigit():
        return None
    return Copy(str(closest["url"]), f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}")
