"""What a record is called, and words cut to a length."""

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.names import actor_name
from onrecord.pages.words.markdown import plain
from onrecord.records.actors import Actor
from onrecord.records.background import Place
from onrecord.records.record import Record
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
        return plain(str(text))
    return f"Correction of {short_words(getattr(record, 'on'))}"  # noqa: B009


def short_title(dossier: Dossier, record: Record) -> str:
    """Return what a record is called where many stand in a row: who said or published it, and when."""
    if isinstance(record, Statement):
        return f"{actor_name(dossier, record.speaker)}, {short_words(record.said)}"
    if isinstance(record, Source):
        return f"{actor_name(dossier, record.publisher)}, {short_words(record.published)}"
    return title(dossier, record)


def _words_of(statement: Statement) -> str:
    return statement.paraphrase or (f"“{statement.quote.text}”" if statement.quote else "")


def first_words(statement: Statement) -> str:
    """Return how a statement begins, in our words or as printed."""
    return shortened(plain(_words_of(statement)))


def shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """Return ``text`` cut at a word's end, with an ellipsis if anything was cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.– ") + "…"
