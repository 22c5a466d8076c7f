"""A made-up dossier of any size: the same one for the same size, on any machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bench import analysis, background, events, sources, statements
from bench.background import Entry
from bench.words import Words

SEED = "onrecord"
_SHARES = {
    "actors": 0.04,
    "claims": 0.05,
    "corrections": 0.003,
    "events": 0.06,
    "judgments": 0.004,
    "places": 0.005,
    "questions": 0.008,
    "sources": 0.27,
    "topics": 0.005,
}
"""The share of each kind; all the rest are statements."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """The title page, and the records of each folder of ``content/``."""

    about: Mapping[str, Any]
    records: Mapping[str, tuple[Entry, ...]]


def made_up(size: int) -> MadeUp:
    """Return a dossier of ``size`` records, at least a hundred."""
    others = {folder: max(2, int(size * share)) for folder, share in _SHARES.items()}
    others["statements"] = size - sum(others.values())
    words = Words(f"{SEED}-{size}")
    count, subjects = others.__getitem__, others["topics"]
    made = {
        "actors": background.actors(words, count("actors"), subjects),
        "claims": statements.claims(words, count("claims"), others),
        "corrections": analysis.corrections(words, count("corrections"), others),
        "events": events.events(words, count("events"), others),
        "judgments": analysis.judgments(words, count("judgments"), others),
        "places": background.places(words, count("places")),
        "questions": analysis.questions(words, count("questions"), others),
        "sources": sources.sources(words, count("sources"), count("actors"), subjects),
        "statements": statements.statements(words, count("statements"), others),
        "topics": background.topics(words, count("topics")),
    }
    return MadeUp(_about(words), {folder: tuple(entries) for folder, entries in made.items()})


def _about(words: Words) -> Mapping[str, Any]:
    editions = ("2022-01-14", "2023-06-30", "2025-01-10", "2026-05-11")
    return {
        "title": "A made-up dossier",
        "subtitle": words.phrase(6, 10),
        "language": "en",
        "bottom_line": words.prose(2),
        "rests_on": ["statement-0", "event-0", "claim-0"],
        "as_of": editions[-1],
        "editions": [{"on": day, "note": words.prose(1), "bottom_line": words.prose(2)} for day in editions],
        "scope": {"covers": words.prose(1), "leaves_out": words.prose(1)},
        "publisher": "Nobody",
        "licence": "CC0 1.0",
        "quote_limit": "20",
    }
