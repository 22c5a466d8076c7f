"""What the editors add: questions, judgments, corrections."""

from collections.abc import Iterator

from bench.background import Entry
from bench.words import Words

_LIKELY = ("very-unlikely", "unlikely", "roughly-even-chance", "likely", "very-likely")


def questions(words: Words, count: int, others: dict[str, int]) -> Iterator[Entry]:
    """Give what is not known."""
    for number in range(count):
        yield {
            "id": f"question-{number}",
            "text": f"{words.phrase(6, 12)}?",
            "why_it_matters": words.prose(1),
            "watch": [words.phrase(4, 8), words.phrase(4, 8)],
            "claims": [f"claim-{words.random.randrange(others['claims'])}"],
            "topics": [f"topic-{words.weighty(others['topics'])}"],
        }


def judgments(words: Words, count: int, others: dict[str, int]) -> Iterator[Entry]:
    """Give what the editors think, and on what it rests."""
    for number in range(count):
        statements = sorted({words.random.randrange(others["statements"]) for _ in range(4)})
        yield {
            "id": f"judgment-{number}",
            "text": words.prose(2),
            "likelihood": words.random.choice(_LIKELY),
            "confidence": words.random.choice(("low", "moderate", "high")),
            "rests_on": [f"statement-{each}" for each in statements],
            "would_change": words.prose(1),
            "on": "2026-05-01",
            "topics": [f"topic-{words.weighty(others['topics'])}"],
        }


def corrections(words: Words, count: int, others: dict[str, int]) -> Iterator[Entry]:
    """Give mistakes that were mended."""
    for number in range(count):
        yield {
            "id": f"correction-{number}",
            "of": f"statement-{words.random.randrange(others['statements'])}",
            "on": "2026-04-20",
            "was": words.prose(1),
            "now": words.prose(1),
            "reason": words.prose(1),
        }
