"""What is said: claims, and statements that take stances on them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bench.background import Entry
from bench.sources import source_id
from bench.words import Words, day_at, written

_SETTINGS = ("interview", "press-conference", "briefing", "remarks", "speech", "post", "readout", "report")
_STANCES = (
    "asserts",
    "asserts",
    "asserts",
    "denies",
    "denies",
    "conditional",
    "doubts",
    "declines-to-comment",
)


def claims(words: Words, count: int, others: dict[str, int]) -> Iterator[Entry]:
    """Give propositions, some of them assessed by an editor or settled."""
    for number in range(count):
        claim: dict[str, Any] = {
            "id": f"claim-{number}",
            "text": words.prose(1),
            "kind": words.random.choice(("fact", "fact", "forecast", "commitment")),
            "question": f"question-{number % others['questions']}",
            "evidence": [
                {
                    "source": source_id(words.random.randrange(others["sources"])),
                    "bearing": words.random.choice(("supports", "contradicts")),
                    "note": words.prose(1),
                }
            ],
            "topics": [f"topic-{words.weighty(others['topics'])}"],
        }
        if words.often(0.05):
            reason = {"reason": words.prose(1), "by": "the editors", "on": "2026-03-01"}
            claim["assessment"] = {"status": "contested", **reason}
        if words.often(0.05):
            how = {"how": words.prose(1), "sources": [source_id(words.random.randrange(others["sources"]))]}
            claim["resolved"] = {
                "on": "2026-04-01",
                "as": words.random.choice(("true", "false", "moot")),
                **how,
            }
        yield claim


def statements(words: Words, count: int, others: dict[str, int]) -> Iterator[Entry]:
    """Give statements, oldest first."""
    for number in range(count):
        yield _said(words, number, count, others) | _ties(words, number, count, others)


def _said(words: Words, number: int, count: int, others: dict[str, int]) -> dict[str, Any]:
    printed = sorted(
        {words.near(number * others["sources"] // count, others["sources"], 3) for _ in range(2)}
    )
    day = day_at(printed[0], others["sources"]) - timedelta(days=words.random.randint(0, 1))
    quote = words.phrase(5, 14)
    made: dict[str, Any] = {
        "id": f"statement-{number}",
        "speaker": f"actor-{words.weighty(others['actors'])}",
        "said": written(words, day),
        "paraphrase": words.prose(words.random.randint(1, 3)),
        "setting": words.random.choice(_SETTINGS),
        "occasion": words.phrase(3, 6),
        "sources": [{"source": source_id(each)} for each in printed],
    }
    if words.often(0.5):
        made["quote"] = {"text": quote, "lang": "en"}
        made["sources"][0] |= {"as_printed": quote, "locator": f"p. {number % 40 + 1}"}
        if words.often(0.2):
            translation = {"text": words.phrase(5, 14), "lang": "en", "by": "our translation"}
            made["quote"] = {"text": quote, "lang": "hu", "translation": translation}
    if words.often(0.1):
        made |= {"capacity": words.phrase(2, 3), "note": words.prose(1)}
    return made


def _ties(words: Words, number: int, count: int, others: dict[str, int]) -> dict[str, Any]:
    named = sorted({number * others["claims"] // count, words.weighty(others["claims"])})
    made: dict[str, Any] = {
        "stances": [_stance(words, each) for each in named[: words.random.randint(0, 2)]],
        "about": [f"event-{words.near(number * others['events'] // count, others['events'])}"],
        "topics": [f"topic-{each}" for each in sorted({words.weighty(others["topics"]) for _ in range(2)})],
    }
    if words.often(0.2):
        made["to"] = [f"actor-{words.weighty(others['actors'])}"]
    if words.often(0.1):
        made["for"] = f"actor-{words.random.randrange(max(2, others['actors'] // 12))}"
    if words.often(0.1):
        made["at"] = f"event-{words.near(number * others['events'] // count, others['events'])}"
    if number and words.often(0.15):
        kind = words.random.choice(("replies_to", "replies_to", "replies_to", "corrects", "denies_saying"))
        made[kind] = [f"statement-{words.near(number - 1, count, 30)}"]
    return {key: value for key, value in made.items() if value}


def _stance(words: Words, claim: int) -> Entry:
    stance = words.random.choice(_STANCES)
    made = {"claim": f"claim-{claim}", "stance": stance}
    return made | ({"condition": words.phrase(4, 8)} if stance == "conditional" else {})
