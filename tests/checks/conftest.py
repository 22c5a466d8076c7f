"""Dossiers written in the test itself."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from onrecord.loading import load
from onrecord.problems import Route

Found = list[tuple[str, str, Route]]
"""Code, file and route of each problem."""

Finding = Callable[[Mapping[str, str]], Found]

ABOUT = "{title: T, language: en, bottom_line: B, as_of: 2026-01-01}"
SPEAKER = "{name: Ann, kind: person}"
SOURCE = "{title: S, publisher: P, kind: news, published: 2025-11-13}"
BASE = {"dossier.yml": ABOUT, "actors/ann.yml": SPEAKER, "sources/s.yml": SOURCE}


@pytest.fixture
def find(tmp_path: Path) -> Finding:
    """Write a dossier and return what is wrong with it; an actor ``ann`` and a source ``s`` are there."""

    def finding(files: Mapping[str, str]) -> Found:
        for name, text in {**BASE, **files}.items():
            file = tmp_path / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        problems = load(tmp_path / "content").problems
        return [(each.code, each.location.file, each.location.route) for each in problems]

    return finding


def said(day: str = "2025-11-13", more: str = "", cited: str = "{source: s}") -> str:
    """Return a statement by ``ann``; ``more`` is a comma and further keys."""
    return f"{{speaker: ann, said: '{day}', paraphrase: It is so., sources: [{cited}]{more}}}"
