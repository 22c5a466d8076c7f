"""What proves that words were said: who printed them, where, with what words, and from whom."""

from onrecord.pages.here import Here
from onrecord.pages.records.chains import from_speaker
from onrecord.pages.records.views import FactView, ReceiptView
from onrecord.pages.views import LinkView
from onrecord.pages.words.fragments import at_words
from onrecord.pages.words.languages import direction
from onrecord.pages.words.wording import spaced
from onrecord.records.sources import Archive, Source
from onrecord.records.statements import Citation, Quote, Statement

ARCHIVES = {
    "archived": "an archived copy exists",
    "refused": "the publisher refuses archiving",
    "missing": "no archived copy was found",
    "not-tried": "archiving was not tried",
}
"""State of an archived copy, in words."""


def receipts(here: Here, statement: Statement) -> tuple[ReceiptView, ...]:
    """Return the sources that carry a statement, in the order of the record."""
    return tuple(
        _receipt(here, statement, citation, here.dossier.sources[citation.source])
        for citation in statement.sources
        if citation.source in here.dossier.sources
    )


def _receipt(here: Here, statement: Statement, citation: Citation, source: Source) -> ReceiptView:
    lang = source.lang or "und"
    return ReceiptView(
        here.record(source.id),
        here.record_or_words(source.publisher),
        here.time(source.published),
        spaced(source.kind),
        citation.as_printed,
        lang,
        direction(lang),
        citation.locator,
        outside(source, words_in(source, citation, statement.quote)),
        archive_fact(here, source.archive) if source.archive else None,
        from_speaker(here, statement.speaker, source.id),
    )


def words_in(source: Source, citation: Citation, quote: Quote | None) -> str:
    """Return the words to look for in a source: those printed there, else a quotation in its language."""
    if citation.as_printed or quote is None:
        return citation.as_printed
    if quote.lang == source.lang:
        return quote.text
    translation = quote.translation
    return translation.text if translation and translation.lang == source.lang else ""


def outside(source: Source, text: str = "") -> LinkView | None:
    """Return a link to the source itself, at ``text`` where it can be found there."""
    if not source.url:
        return None
    href = at_words(source.url, "" if source.kind == "video" else text)
    shown = "open the source at these words" if href != source.url else "open the source"
    return LinkView(href, shown, "outside", source.lang)


def archive_fact(here: Here, archive: Archive) -> FactView:
    """Return the state of a source's archived copy, with a link to it if there is one."""
    links = (LinkView(archive.url, "open the archived copy", "outside"),) if archive.url else ()
    digest = f"; SHA-256 {archive.sha256}" if archive.sha256 else ""
    time = here.time(archive.on) if archive.on else None
    return FactView("Archive", links, time, ARCHIVES[archive.state] + digest)
