"""Where things are printed: sources, some of which relay others."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bench.background import Entry
from bench.words import Words, day_at

_KINDS = ("official-text", "transcript", "video", "interview", "agency", "news", "news", "analysis", "post")
STORED = "texts/{}.txt"
"""Where the text of a source is kept that has one."""


def source_id(number: int) -> str:
    """Return the id of the ``number``-th source."""
    return f"source-{number}"


def sources(words: Words, count: int, speakers: int, subjects: int) -> Iterator[Entry]:
    """Give sources, oldest first; a third of them have their story from others."""
    for number in range(count):
        yield _source(words, number, count, speakers) | {"topics": [f"topic-{words.weighty(subjects)}"]}


def _source(words: Words, number: int, count: int, speakers: int) -> dict[str, Any]:
    day = day_at(number, count)
    made: dict[str, Any] = {
        "id": source_id(number),
        "title": f"[{words.phrase(6, 12)}]" if words.often(0.3) else words.phrase(6, 12),
        "publisher": f"actor-{words.weighty(speakers)}" if words.often(0.5) else f"Herald {number % 97}",
        "kind": words.random.choice(_KINDS),
        "url": f"https://example.org/{day:%Y/%m/%d}/{number}",
        "published": day.isoformat(),
        "accessed": (day + timedelta(days=3)).isoformat(),
        "authors": [words.person(number)],
        "lang": words.random.choice(("en", "ru", "hu", "de")),
    }
    if number and words.often(0.3):
        made["derived_from"] = [source_id(words.near(number - 1, count))]
    elif words.often(0.1):
        made["derived_from"] = [f"report of agency {words.random.randrange(40)}"]
    if words.often(0.2):
        made["archive"] = {
            "state": "archived",
            "url": f"https://archive.example.org/{number}",
            "on": (day + timedelta(days=3)).isoformat(),
            "sha256": f"{words.random.getrandbits(256):064x}",
        }
    if words.often(0.1):
        made |= {"reliability": words.random.choice("ABCDE"), "note": words.prose(1)}
    if words.often(0.01):
        made["text_file"] = STORED.format(number)
    return made
