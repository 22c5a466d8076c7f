"""Every quotation compared with the stored text of its source."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from onrecord.checks.printed import LEFT_OUT, Texts, fold, in_its_language, stands
from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location
from onrecord.records.statements import Statement

State = Literal["words found", "found altered", "not found", "no text"]

_NEAR = 0.6
"""How alike a passage must be to count as the words altered: the ratio of ``difflib`` over words."""

_SLACK = 3
_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one quotation; ``difference`` marks words left out ``[-…-]`` and put in ``{+…+}``."""

    location: Location
    source: str
    words: str
    state: State
    difference: str = ""


def verdicts(dossier: Dossier, texts: Texts) -> Iterator[Verdict]:
    """Judge the words of every citation and of every quotation; ``texts`` are by name of ``text_file``.

    Kinds of space, quotation mark and dash make no difference, nor do marked cuts and additions.
    Anything else does.
    """
    folded = {name: fold(text) for name, text in texts.items()}
    by_source: dict[str, str] = {
        source.id: folded[source.text_file]
        for source in dossier.sources.values()
        if source.text_file in folded
    }
    for statement in dossier.statements.values():
        for index, citation in enumerate(statement.sources):
            if citation.as_printed:
                here = statement.location.at("sources", index, "as_printed")
                yield _verdict(here, citation.as_printed, (citation.source,), by_source)
        if statement.quote:
            here = statement.location.at("quote", "text")
            yield _verdict(here, statement.quote.text, _printers(dossier, statement), by_source)


def _printers(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    """Return the sources that may print the quotation: those cited for it in its language, else all."""
    words = statement.quote.text if statement.quote else ""
    cited = tuple(each.source for each in statement.sources if fold(each.as_printed) == fold(words))
    others = tuple(source.id for source in in_its_language(dossier, statement))
    return (*cited, *others) or tuple(each.source for each in statement.sources)


def _verdict(here: Location, words: str, sources: tuple[str, ...], by_source: Mapping[str, str]) -> Verdict:
    held = {source: by_source[source] for source in sources if source in by_source}
    for source, text in held.items():
        if stands(words, text):
            return Verdict(here, source, words, "words found")
    nearest = max((_nearest(words, source, text) for source, text in held.items()), default=None)
    if nearest and nearest[0] >= _NEAR:
        return Verdict(here, nearest[1], words, "found altered", nearest[2])
    if held:
        return Verdict(here, next(iter(held)), words, "not found")
    return Verdict(here, ", ".join(sources), words, "no text")


def _nearest(words: str, source: str, text: str) -> tuple[float, str, str]:
    """Return how alike the likeliest passage is, its source, and the difference from it."""
    wanted = _TOKEN.findall(fold(" ".join(LEFT_OUT.split(words))))
    passage = _passage(wanted, _TOKEN.findall(text))
    alike = SequenceMatcher(None, _words(wanted), _words(passage), autojunk=False).ratio()
    return alike, source, _difference(wanted, passage)


def _passage(wanted: list[str], stood: list[str]) -> list[str]:
    """Return the stretch of the text to which most words of the quotation point."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(stood):
        places.setdefault(_bare(word), []).append(place)
    votes = Counter(
        max(0, place - index)
        for index, word in enumerate(wanted)
        for place in places.get(_bare(word), ())
        if word[0].isalnum()
    )
    if not votes:
        return []
    start = max(
        votes, key=lambda place: (sum(votes[place + near] for near in range(-_SLACK, _SLACK + 1)), -place)
    )
    return _trimmed(wanted, stood[max(0, start - _SLACK) : start + len(wanted) + _SLACK])


def _trimmed(wanted: list[str], passage: list[str]) -> list[str]:
    """Leave out what stands before the first and behind the last word that both have."""
    known = {_bare(word) for word in _words(wanted)}
    shared = [place for place, word in enumerate(passage) if _bare(word) in known]
    return passage[shared[0] : shared[-1] + 1] if shared else []


def _bare(word: str) -> str:
    return word.casefold()


def _words(tokens: list[str]) -> list[str]:
    return [token for token in tokens if token[0].isalnum()]


def _difference(wanted: list[str], passage: list[str]) -> str:
    parts = []
    for kind, a, b, c, d in SequenceMatcher(None, wanted, passage, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(" ".join(wanted[a:b]))
        else:
            parts += [f"[-{' '.join(wanted[a:b])}-]"] if b > a else []
            parts += [f"{{+{' '.join(passage[c:d])}+}}"] if d > c else []
    return " ".join(parts)
