"""House rules on wording: likelihood, single origins, paraphrases, names."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location
from onrecord.records.record import Record
from onrecord.records.references import markdown_fields

Finding = tuple[Location, str, str]

_VAGUE = re.compile(
    r"\b(?:possibly|perhaps|maybe|might|conceivabl[ey]|presumabl[ey]|plausibl[ey]|arguabl[ey]"
    r"|(?:good|fair|slim|outside) chance|cannot be ruled out|fifty-fifty|odds[ -]on)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:single|one|sole|only|alone)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z]\w{4,}\b")
_ALIKE = 0.8


def likelihood_words(dossier: Dossier, limit: int) -> Iterator[Finding]:  # noqa: ARG001 - rules are called alike
    """A judgment speaks of likelihood in the words of the seven-step scale alone (ICD 203)."""
    for judgment in dossier.judgments.values():
        for found in _VAGUE.finditer(judgment.text):
            yield (
                judgment.location.at("text"),
                f"'{found[0]}' is no word of the seven-step scale",
                "write one from 'almost no chance' to 'almost certain', and the same in 'likelihood'",
            )


def single_origin_unsaid(dossier: Dossier, limit: int) -> Iterator[Finding]:  # noqa: ARG001 - as above
    """A judgment that rests on a statement with one origin says so, in its text or its note."""
    for judgment in dossier.judgments.values():
        if _SAID.search(f"{judgment.text} {judgment.note}"):
            continue
        for index, record_id in enumerate(judgment.rests_on):
            statement = dossier.statements.get(record_id)
            if statement and attribution(dossier, statement).status == "single-origin":
                yield (
                    judgment.location.at("rests_on", index),
                    f"'{record_id}' has a single origin, and the judgment does not say so",
                    "say in 'text' or 'note' that it rests on one origin, or find another",
                )


def long_paraphrase(dossier: Dossier, limit: int) -> Iterator[Finding]:
    """A paraphrase has no more words than those it renders, and ``limit`` more."""
    for statement in dossier.statements.values():
        quoted = (
            statement.quote.text if statement.quote else "",
            *(each.as_printed for each in statement.sources),
        )
        longest = max(len(words.split()) for words in quoted)
        number = len(statement.paraphrase.split())
        if longest and number > longest + limit:
            yield (
                statement.location.at("paraphrase"),
                f"the paraphrase has {number} words, and the words that it renders are {longest}",
                "shorten it, or quote all that it renders",
            )


def known_names(dossier: Dossier, limit: int) -> Iterator[Finding]:  # noqa: ARG001 - as above
    """A person is called by the actor's name or an alias, in one spelling."""
    surnames = _surnames(dossier)
    known = {word for record in dossier for word in _NAME.findall(_called(record))}
    for record in dossier:
        for route, text in markdown_fields(record):
            for word in dict.fromkeys(_NAME.findall(text)):
                near = None if word in known else _near(word, surnames)
                if near:
                    yield (
                        record.location.at(*route),
                        f"'{word}' is nearly '{near}', the name of an actor",
                        "spell it as the actor's name, or add it to the actor's 'aliases'",
                    )


def _surnames(dossier: Dossier) -> frozenset[str]:
    persons = (actor for actor in dossier.actors.values() if actor.kind == "person")
    return frozenset(actor.name.split()[-1] for actor in persons if len(actor.name.split()[-1]) > 4)  # noqa: PLR2004


def _called(record: Record) -> str:
    names = (getattr(record, key) for key in ("name", "title") if hasattr(record, key))
    return " ".join((*names, *getattr(record, "aliases", ())))


def _near(word: str, surnames: frozenset[str]) -> str | None:
    return next((name for name in sorted(surnames) if _is_variant(word, name)), None)


@cache
def _is_variant(word: str, name: str) -> bool:
    """Tell whether two spellings are alike but neither is the other with an ending, such as a plural's."""
    if word[0] != name[0] or word.startswith(name) or abs(len(word) - len(name)) > 2:  # noqa: PLR2004
        return False
    return SequenceMatcher(None, _bare(word), _bare(name)).ratio() >= _ALIKE


def _bare(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(mark for mark in parts if not unicodedata.combining(mark))
