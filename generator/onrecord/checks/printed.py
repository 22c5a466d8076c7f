"""Checks of quotations against the stored texts of their sources."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem
from onrecord.records.forms import shown
from onrecord.records.sources import Source
from onrecord.records.statements import Statement

Texts = Mapping[str, str]
"""The stored text of each ``text_file``, by the name that sources give it."""

_ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞＂", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)  # fmt: skip
LEFT_OUT = re.compile(r"\[[^\[\]]*\]|\.\.\.|…")
"""What editors put in: ``[…]`` and ``...`` for words cut, ``[the Russian side]`` for words added."""


def text_file_missing(dossier: Dossier, texts: Texts) -> Iterator[Problem]:
    """The stored text that a source names is there, and is text."""
    for source in dossier.sources.values():
        if source.text_file and source.text_file not in texts:
            yield Problem(
                "text-file-missing",
                source.location.at("text_file"),
                f"there is no text file '{source.text_file}' in the content folder",
                "save the text of the source there in UTF-8, or take the line out",
            )


def as_printed_differs(dossier: Dossier, texts: Texts) -> Iterator[Problem]:
    """Quoted words stand in the stored text of their source, kinds of space, quotation mark, dash aside."""
    folded = {name: fold(text) for name, text in texts.items()}
    for statement in dossier.statements.values() if folded else ():
        yield from _printed(dossier, statement, folded)
        quote = statement.quote
        if not quote:
            continue
        held = _stored(in_its_language(dossier, statement), folded)
        if held and not any(stands(quote.text, text) for text in held):
            yield Problem(
                "as-printed-differs",
                statement.location.at("quote", "text"),
                f"the words {shown(quote.text)} do not stand in the stored text of any source",
                "copy them from the source\nmark what you cut with […] and what you add with [ ]",
            )


def _printed(dossier: Dossier, statement: Statement, folded: Texts) -> Iterator[Problem]:
    for index, citation in enumerate(statement.sources):
        if not citation.as_printed:
            continue
        source = dossier.sources.get(citation.source)
        held = _stored((source,) if source else (), folded)
        if held and not stands(citation.as_printed, held[0]):
            yield Problem(
                "as-printed-differs",
                statement.location.at("sources", index, "as_printed"),
                f"the words {shown(citation.as_printed)} do not stand in the text of '{citation.source}'",
                "copy them from the source\nmark what you cut with […] and what you add with [ ]",
            )


def in_its_language(dossier: Dossier, statement: Statement) -> tuple[Source, ...]:
    """Return the sources that can have printed the quotation itself: not those with ``as_printed`` words."""
    its = ("", statement.quote.lang.split("-")[0]) if statement.quote else ("",)
    cited = ((citation, dossier.sources.get(citation.source)) for citation in statement.sources)
    return tuple(
        source
        for citation, source in cited
        if source and not citation.as_printed and source.lang.split("-")[0] in its
    )


def _stored(sources: tuple[Source, ...], folded: Texts) -> tuple[str, ...]:
    """Return the stored texts if every one of ``sources`` has one: else nothing can be said."""
    held = tuple(folded[source.text_file] for source in sources if source.text_file in folded)
    return held if len(held) == len(sources) else ()


def stands(words: str, text: str) -> bool:
    """Tell whether the pieces of ``words`` stand in ``text`` in their order."""
    for piece in filter(None, (fold(piece) for piece in LEFT_OUT.split(words))):
        _, found, text = text.partition(piece)
        if not found:
            return False
    return True


def fold(text: str) -> str:
    """Return ``text`` with one kind of space, quotation mark and dash."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split())
