"""What a record is called, and words cut to a length."""

from collections.abc import Iterable
from typing import Any

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.names import actor_name
from onrecord.pages.words.markdown import plain
from onrecord.pages.words.territories import country_name
from onrecord.records.actors import Actor
from onrecord.records.background import Place
from onrecord.records.lines import one_line
from onrecord.records.record import Markdown, Record
from onrecord.records.shape import shape
from onrecord.records.sources import Source
from onrecord.records.statements import Statement
from onrecord.records.when import short_words

_TITLE_LENGTH = 110


def title(dossier: Dossier, record: Record) -> str:
    """Return what a record is called in links and headings."""
    if isinstance(record, (Actor, Place)):
        return record.name
    if isinstance(record, Statement):
        return f"{short_title(dossier, record)}: {first_words(record)}"
    if (heading := getattr(record, "title", None)) is not None:
        return str(heading)
    if (text := getattr(record, "text", None)) is not None:
        return one_line(str(text))
    return f"Correction of {short_words(getattr(record, 'on'))}"  # noqa: B009


def short_title(dossier: Dossier, record: Record) -> str:
    """Return what a record is called where many stand in a row: who said or published it, and when."""
    if isinstance(record, Statement):
        return f"{actor_name(dossier, record.speaker)}, {short_words(record.said)}"
    if isinstance(record, Source):
        return f"{actor_name(dossier, record.publisher)}, {short_words(record.published)}"
    return title(dossier, record)


def short_name(actor: Actor, length: int) -> str:
    """Return a name of an actor in so many letters: its own, its country's, another one, or its own cut."""
    country = country_name(actor.country) if actor.kind == "state" and actor.country else actor.name
    names = (actor.name, country, *actor.aliases)
    return next((each for each in names if len(each) <= length), shortened(actor.name, length))


def words_of(statement: Statement) -> str:
    """Return what was said on one line: in our words, without markup, or as printed, in quotation marks."""
    if statement.paraphrase or not statement.quote:
        return plain(statement.paraphrase)
    return f"“{one_line(statement.quote.text)}”"


def first_words(statement: Statement) -> str:
    """Return how a statement begins, in our words or as printed."""
    return shortened(words_of(statement))


def told(record: Record, names: Iterable[str]) -> str:
    """Return the words of the first of these fields that holds any: on one line, Markdown without markup."""
    kind: Any = type(record)
    markdown = {field.name for field in shape(kind) if field.hint is Markdown}
    found = ((name, text) for name in names if (text := getattr(record, name, "")))
    name, text = next(found, ("", ""))
    return plain(text) if name in markdown else one_line(text)


def shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """Return ``text`` cut at a word's end, with an ellipsis if anything was cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.– ") + "…"
