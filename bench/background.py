"""Who and where: actors, places, topics."""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.words import Words

Entry = Mapping[str, Any]
"""A record as an editor writes it; ``id`` names it."""

_ZONES = ("Europe/Budapest", "Europe/Vienna", "America/New_York", "Asia/Dubai")
_TIES = ("member-of", "represents", "ally-of", "rival-of", "negotiates-with", "owns", "related-to", "leads")
PICTURE = "images/portrait.png"


def topics(words: Words, count: int) -> Iterator[Entry]:
    """Give subjects."""
    for number in range(count):
        yield {"id": f"topic-{number}", "title": words.phrase(2, 4), "summary": words.prose(1)}


def places(words: Words, count: int) -> Iterator[Entry]:
    """Give places."""
    for number in range(count):
        yield {
            "id": f"place-{number}",
            "name": f"Harbour {number}",
            "country": f"Country {number % 20}",
            "lat": f"{words.random.uniform(-60, 70):.4f}",
            "lon": f"{words.random.uniform(-170, 170):.4f}",
            "precision": "city",
            "timezone": words.random.choice(_ZONES),
        }


def actors(words: Words, count: int, subjects: int) -> Iterator[Entry]:
    """Give actors: the first are states, then bodies and media, then persons who hold office in them."""
    states, bodies, media = max(2, count // 12), max(4, count // 4), max(6, count // 3)
    for number in range(count):
        if number < states:
            yield _body(words, number, "state", subjects)
        elif number < bodies:
            parent = words.random.randrange(states)
            kind = words.random.choice(("organisation", "government-body", "group"))
            yield {**_body(words, number, kind, subjects), "relations": _ties(words, number, parent)}
        elif number < media:
            yield {**_body(words, number, "media", subjects), "reliability": words.random.choice("ABCDEF")}
        else:
            yield _person(words, number, bodies, subjects)


def _body(words: Words, number: int, kind: str, subjects: int) -> dict[str, Any]:
    return {
        "id": f"actor-{number}",
        "name": f"{words.phrase(2, 3)} {number}",
        "kind": kind,
        "summary": words.prose(2),
        "links": [{"url": f"https://example.org/actors/{number}", "title": words.phrase(2, 4)}],
        "topics": [f"topic-{words.weighty(subjects)}"],
    }


def _ties(words: Words, number: int, parent: int) -> list[Entry]:
    other = words.weighty(number)
    ties: list[Entry] = [{"to": f"actor-{parent}", "kind": "part-of", "from": "2015-01-01"}]
    if other != parent:
        kind = words.random.choice(_TIES)
        ties.append({"to": f"actor-{other}", "kind": kind, "from": "2019-05", "until": "2025-12-31"})
    return ties


def _person(words: Words, number: int, bodies: int, subjects: int) -> Entry:
    office, before = (words.random.randrange(bodies) for _ in range(2))
    person: dict[str, Any] = {
        "id": f"actor-{number}",
        "name": words.person(number),
        "kind": "anonymous" if words.often(0.02) else "person",
        "summary": words.prose(2),
        "roles": [
            {
                "title": words.phrase(2, 4),
                "organisation": f"actor-{before}",
                "from": "2012",
                "to": "2019-12-31",
            },
            {"title": words.phrase(2, 4), "organisation": f"actor-{office}", "from": "2020-01-01"},
        ],
        "country": f"Country {office % 20}",
        "topics": [f"topic-{words.weighty(subjects)}"],
    }
    if words.often(0.3):
        person |= {"aliases": [f"N. N. {number}"], "wikidata": f"Q{number + 1000}"}
    if words.often(0.02):
        person["formerly"] = [f"actor-{number}-before"]
    if words.often(0.02):
        picture = {"file": PICTURE, "alt": "A portrait", "credit": "Nobody", "licence": "CC0 1.0"}
        person["image"] = picture
    return person
