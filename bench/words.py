"""Made-up prose: the same words for the same seed."""

from datetime import date, timedelta
from random import Random

FIRST_DAY = date(2021, 1, 1)
DAYS = 1946
"""From 1 January 2021 to 30 April 2026."""

_NAMES = [
    "Adler",
    "Barin",
    "Castel",
    "Dorn",
    "Elvas",
    "Ferro",
    "Galen",
    "Haldor",
    "Ilves",
    "Jansa",
    "Korda",
    "Lemko",
    "Marek",
    "Norin",
    "Oslan",
    "Petrak",
    "Quist",
    "Radev",
    "Sorel",
    "Tamm",
    "Ullman",
    "Varga",
    "Wendt",
    "Yaros",
    "Zeman",
]
_FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "Denis",
    "Emil",
    "Freya",
    "Goran",
    "Helena",
    "Ivan",
    "Jana",
    "Karl",
    "Lena",
    "Milan",
    "Nora",
    "Oleg",
    "Petra",
]
_NOUNS = [
    "talks",
    "ceasefire",
    "agreement",
    "harbour",
    "delegation",
    "licence",
    "border",
    "summit",
    "minister",
    "corridor",
    "pipeline",
    "election",
    "sanction",
    "mandate",
    "treaty",
    "garrison",
    "envoy",
    "proposal",
    "exchange",
    "guarantee",
    "railway",
    "embassy",
    "verdict",
    "reactor",
    "budget",
    "convoy",
    "inspection",
    "deadline",
    "archive",
    "parliament",
]
_VERBS = [
    "opens",
    "delays",
    "rejects",
    "welcomes",
    "extends",
    "limits",
    "confirms",
    "questions",
    "ties",
    "names",
    "promises",
    "withdraws",
    "expects",
]
_REST = [
    "the",
    "a",
    "this",
    "no",
    "every",
    "of",
    "on",
    "under",
    "before",
    "after",
    "without",
    "despite",
    "between",
    "new",
    "joint",
    "written",
    "earlier",
    "eastern",
    "final",
    "open",
    "draft",
    "partial",
    "common",
    "public",
    "northern",
    "temporary",
    "second",
    "formal",
]


class Words:
    """A source of prose, names and days."""

    def __init__(self, seed: str) -> None:
        """Begin at ``seed``."""
        self.random = Random(seed)

    def often(self, share: float) -> bool:
        """Tell yes in ``share`` of all cases."""
        return self.random.random() < share

    def phrase(self, least: int, most: int) -> str:
        """Return words without a full stop."""
        pick = self.random.choice
        count = self.random.randint(least, most)
        return " ".join(pick((_REST, _NOUNS, _VERBS, _NOUNS)[i % 4]) for i in range(count)).capitalize()

    def prose(self, sentences: int) -> str:
        """Return sentences, some with an emphasis, as Markdown."""
        told = (self.phrase(8, 18) for _ in range(sentences))
        return " ".join(f"*{each}*." if self.often(0.03) else f"{each}." for each in told)

    def person(self, number: int) -> str:
        """Return the name of a person, another one for each number."""
        last = _NAMES[number % len(_NAMES)]
        return f"{self.random.choice(_FIRST)} {last}-{_NAMES[number // 25 % 25]} {number}"

    def near(self, index: int, count: int, back: int = 12) -> int:
        """Return a number at most ``back`` below ``index``, within ``count``."""
        return max(0, min(count - 1, index - self.random.randint(0, back)))

    def weighty(self, count: int) -> int:
        """Return a number below ``count``, the low ones far more often."""
        return int(count * self.random.random() ** 3)


def day_at(index: int, count: int) -> date:
    """Return the day of the ``index``-th of ``count`` things spread evenly over the dossier's years."""
    return FIRST_DAY + timedelta(days=index * DAYS // count)


def written(words: Words, day: date) -> str:
    """Return a day as editors write it: mostly plain, at times with an hour, about, or a month only."""
    lot = words.random.random()
    if lot < 0.92:  # noqa: PLR2004
        return day.isoformat()
    if lot < 0.95:  # noqa: PLR2004
        return f"{day.isoformat()}T{words.random.randint(6, 20):02}:30+01:00"
    return f"{day.isoformat()}~" if lot < 0.98 else f"{day:%Y-%m}"  # noqa: PLR2004
