"""The way of words from the speaker to the page: speaker, agency, paper."""

from onrecord.dossier.origins import chain
from onrecord.pages.here import Here
from onrecord.pages.views import LinkView

_LIMIT = 6


def upward(here: Here, source_id: str) -> tuple[tuple[LinkView, ...], ...]:
    """Return the ways back from a source to where its news began, each beginning at its origin."""
    return tuple(
        tuple(here.record_or_words(step) for step in reversed(path))
        for path in chain(here.dossier, source_id)[:_LIMIT]
    )


def from_speaker(here: Here, speaker: str, source_id: str) -> tuple[tuple[LinkView, ...], ...]:
    """Return the same ways with the speaker before each."""
    return tuple((here.record(speaker), *path) for path in upward(here, source_id))
