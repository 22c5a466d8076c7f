"""What happens: events, each with a life of one to three steps."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bench.background import Entry
from bench.sources import source_id
from bench.words import Words, day_at, written

_KINDS = (
    "summit",
    "call",
    "visit",
    "meeting",
    "negotiation",
    "sanction",
    "ruling",
    "vote",
    "deadline",
    "other",
)
_ENDS = ("held", "held", "put-off", "called-off", "never-held", "under-way")


def events(words: Words, count: int, others: dict[str, int]) -> Iterator[Entry]:
    """Give events, oldest first; ``others`` tells how many records of each other kind there are."""
    for number in range(count):
        yield _event(words, number, count, others)


def _event(words: Words, number: int, count: int, others: dict[str, int]) -> Entry:
    day = day_at(number, count)
    at = number * others["sources"] // count
    carriers = sorted({words.near(at + 6, others["sources"]) for _ in range(2)})
    event: dict[str, Any] = {
        "id": f"event-{number}",
        "title": words.phrase(4, 8),
        "when": written(words, day),
        "kind": words.random.choice(_KINDS),
        "history": list(_steps(words, day, carriers, others["actors"])),
        "place": f"place-{words.weighty(others['places'])}",
        "participants": [
            {"actor": f"actor-{each}", "role": words.phrase(1, 2)}
            for each in sorted({words.weighty(others["actors"]) for _ in range(4)})
        ],
        "summary": words.prose(2),
        "outcome": words.prose(1),
        "topics": [f"topic-{words.weighty(others['topics'])}"],
        "sources": [source_id(each) for each in carriers],
    }
    if number % 50 and words.often(0.2):
        event["part_of"] = f"event-{number // 50 * 50}"
    if number and words.often(0.2):
        event["follows"] = [f"event-{words.near(number - 1, count)}"]
    return event


def _steps(words: Words, day: date, carriers: list[int], actors: int) -> Iterator[Entry]:
    printed = [source_id(carriers[0])]
    for state, before in (("floated", 40), ("announced", 20)):
        if words.often(0.5):
            yield {
                "state": state,
                "on": (day - timedelta(days=before)).isoformat(),
                "planned_for": f"{day:%Y-%m}",
                "by": f"actor-{words.weighty(actors)}",
                "sources": printed,
                "note": words.prose(1),
            }
    yield {"state": words.random.choice(_ENDS), "on": day.isoformat(), "sources": printed}
