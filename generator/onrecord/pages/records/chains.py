"""The way of words from the speaker to the page: speaker, agency, paper."""

from collections import Counter
from collections.abc import Iterator

from onrecord.dossier.origins import chain
from onrecord.pages.cards import publisher_link
from onrecord.pages.here import Here
from onrecord.pages.views import LinkView
from onrecord.pages.words.languages import language_name

_LIMIT = 6


def upward(here: Here, source_id: str) -> tuple[tuple[LinkView, ...], ...]:
    """Return the ways back from a source to where its news began, each beginning at its origin."""
    return tuple(tuple(here.record_or_words(step) for step in way) for way in _ways(here, source_id))


def from_speaker(here: Here, speaker: str, source_id: str) -> tuple[tuple[LinkView, ...], ...]:
    """Return the same ways by the names of those who published, with the speaker before each."""
    first = here.record(speaker)
    return tuple((first, *_by_name(here, way)) for way in _ways(here, source_id))


def _ways(here: Here, source_id: str) -> tuple[tuple[str, ...], ...]:
    return tuple(way[::-1] for way in chain(here.dossier, source_id)[:_LIMIT])


def _by_name(here: Here, way: tuple[str, ...]) -> Iterator[LinkView]:
    """Yield the steps of a way; editions of one publisher are told apart by their languages."""
    sources = here.dossier.sources
    links = [publisher_link(here, each) if each in sources else here.record_or_words(each) for each in way]
    names = Counter(each.text for each in links)
    for step, link in zip(way, links, strict=True):
        lang = sources[step].lang if step in sources and names[link.text] > 1 else ""
        yield link._replace(text=f"{link.text} ({language_name(lang)})") if lang else link
