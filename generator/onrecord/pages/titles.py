"""What a record is called, and words cut to a length."""

from onrecord.dossier.dossier import Dossier
from onrecord.pages.markdown import plain
from onrecord.records.actors import Actor
from onrecord.records.background import Place
from onrecord.records.record import Record
from onrecord.records.statements import Statement
from onrecord.records.when import short_words

_TITLE_LENGTH = 110


def title(dossier: Dossier, record: Record) -> str:
    """Return what a record is called in links and headings."""
    if isinstance(record, (Actor, Place)):
        return record.name
    if isinstance(record, Statement):
        speaker = dossier.actors.get(record.speaker)
        name = speaker.name if speaker else record.speaker
        return f"{name}, {short_words(record.said)}: {shortened(plain(_words_of(record)))}"
    if (heading := getattr(record, "title", None)) is not None:
        return str(heading)
    if (text := getattr(record, "text", None)) is not None:
        return plain(str(text))
    return f"Correction of {short_words(getattr(record, 'on'))}"  # noqa: B009


def _words_of(statement: Statement) -> str:
    return statement.paraphrase or (f"“{statement.quote.text}”" if statement.quote else "")


def shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """Return ``text`` cut at a word's end, with an ellipsis if anything was cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.– ") + "…"
