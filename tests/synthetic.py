"""A dossier of any size, the same for the same numbers: what budgets for large dossiers are measured on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

Entry = dict[str, Any]

BEGIN = date(2023, 1, 2)
DAYS = 900
VOCABULARY = """
agreement airport ambassador bank border bridge budget bureau cabinet calls ceasefire chamber
charter coast committee conference convoy council court deadline delegation deny deputy dispute
district draft embassy energy envoy exchange exemption export fleet force foreign frontier gas
general grain guarantee harbour hearing heating hold import inquiry island judge leave letter line
list loan mandate market meeting minister mission morning offer office oil paper parliament pipeline
port postpone prepare president press prisoner promise proposal protest quota railway reactor refuse
report reserve river route sanction season session shelter signal state strike summit tanker tariff
term treaty truce valley vessel visit vote warehouse warrant winter withdraw word
"""
WORDS = tuple(VOCABULARY.split())
STANCES = ("asserts", "asserts", "asserts", "denies", "doubts", "declines-to-comment")


@dataclass(frozen=True)
class Size:
    """How many entries a timeline has, and how many records tell of them; of claims there may be more."""

    events: int
    statements: int
    least_claims: int = 4

    @classmethod
    def of(cls, records: int) -> "Size":
        """Return the size of a dossier of about that many records."""
        return cls(events=records // 10, statements=records * 4 // 10)

    @cached_property
    def actors(self) -> int:
        return max(8, self.statements // 8)

    @cached_property
    def claims(self) -> int:
        return max(self.least_claims, self.statements // 10)

    @cached_property
    def sources(self) -> int:
        return max(6, self.statements * 4 // 5)

    def source_of(self, number: int) -> str:
        """Return the first source that was published on that day or later."""
        return f"source-{min(self.sources - 1, number * self.sources // DAYS)}"


def write(content: Path, size: Size, seed: int = 1) -> None:
    """Write the content folder of a dossier of that size; JSON is YAML, and written faster."""
    random = Random(seed)  # noqa: S311  # not for secrets
    kinds = {
        "topics": ({"id": f"topic-{i}", "title": phrase(random, 2)} for i in range(8)),
        "actors": _actors(random, size),
        "sources": _sources(random, size),
        "claims": _claims(random, size),
        "events": _events(random, size),
        "statements": _statements(random, size),
    }
    for folder, entries in kinds.items():
        (content / folder).mkdir(parents=True)
        held = json.dumps(tuple(entries), indent=1)
        (content / folder / "all.yml").write_text(held, encoding="utf-8")
    about = {
        "title": "Seeded",
        "language": "en",
        "bottom_line": phrase(random, 30),
        "as_of": str(day(DAYS + 9)),
    }
    (content / "dossier.yml").write_text(json.dumps(about), encoding="utf-8")


def day(number: int) -> date:
    return BEGIN + timedelta(number)


def phrase(random: Random, words: int) -> str:
    """Return that many words as a sentence."""
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def _actors(random: Random, size: Size) -> Iterator[Entry]:
    for number in range(size.actors):
        name = " ".join(random.sample(WORDS, 2)).title()
        side = {"relations": [{"to": f"actor-{number % 4}", "kind": "part-of"}]} if number > 3 else {}
        kind = "person" if number > 3 else "state"
        yield {
            "id": f"actor-{number}",
            "name": f"{name} {number}",
            "kind": kind,
            "summary": phrase(random, 14),
        } | side


def _sources(random: Random, size: Size) -> Iterator[Entry]:
    for number in range(size.sources):
        first = f"source-{random.randrange(number)}" if number and number % 3 == 0 else ""
        yield {
            "id": f"source-{number}",
            "title": phrase(random, 9),
            "publisher": f"actor-{random.randrange(size.actors)}",
            "kind": "news",
            "url": f"https://example.org/{number}",
            "published": str(day((number + 1) * DAYS // size.sources)),
            "lang": "en",
        } | ({"derived_from": [first]} if first else {})


def _claims(random: Random, size: Size) -> Iterator[Entry]:
    for number in range(size.claims):
        yield {"id": f"claim-{number}", "text": phrase(random, 10), "topics": [f"topic-{number % 8}"]}


def _events(random: Random, size: Size) -> Iterator[Entry]:
    for number in range(size.events):
        when = number * DAYS // size.events
        sources = [size.source_of(when)]
        steps = [{"state": "announced", "on": str(day(when)), "sources": sources}]
        yield {
            "id": f"event-{number}",
            "title": phrase(random, 5),
            "when": str(day(when + 9)),
            "kind": "meeting",
            "history": [*steps, {"state": "held", "on": str(day(when + 9)), "sources": sources}],
            "participants": [{"actor": f"actor-{random.randrange(size.actors)}"}],
            "summary": phrase(random, 22),
            "topics": [f"topic-{number % 8}"],
            "sources": sources,
        }


def _statements(random: Random, size: Size) -> Iterator[Entry]:
    for number in range(size.statements):
        said = number * DAYS // size.statements
        claim = {"claim": f"claim-{number % size.claims}", "stance": random.choice(STANCES)}
        yield {
            "id": f"statement-{number}",
            "speaker": f"actor-{random.randrange(size.actors)}",
            "said": str(day(said)),
            "paraphrase": phrase(random, 24),
            "setting": "remarks",
            "stances": [claim],
            "topics": [f"topic-{number % 8}"],
            "sources": [{"source": size.source_of(said)}],
        }
