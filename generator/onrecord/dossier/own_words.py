"""Which sources carry somebody's words themselves, and do not only tell of them."""

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.sides import day_of, side
from onrecord.records.sources import Source
from onrecord.records.statements import Statement

_FIRST_HAND = frozenset({"official-text", "transcript", "video", "interview"})


def carries_the_words(dossier: Dossier, statement: Statement, source_id: str) -> bool:
    """Tell whether a source carries a statement: by its kind, and by all that it is derived from.

    A transcript made from a news report is no more than the report. A copy of an official text whose
    origin has no record here still is an official text. So is whatever the speaker publishes, unless it
    is derived from what others did: an article in its own voice was said by whoever printed it.
    """
    seen: set[str] = set()
    waiting = [source_id]
    while waiting:
        source = dossier.sources.get(waiting.pop())
        if source is None:
            continue
        if not _is_first_hand(dossier, statement, source):
            return False
        seen.add(source.id)
        waiting.extend(each for each in source.derived_from if each not in seen)
    return bool(seen)


def _is_first_hand(dossier: Dossier, statement: Statement, source: Source) -> bool:
    if source.kind in _FIRST_HAND or str(source.publisher) == statement.speaker:
        return True
    return source.kind == "post" and _is_own(dossier, statement, source)


def _is_own(dossier: Dossier, statement: Statement, post: Source) -> bool:
    """Tell whether a post is by the speaker, or by the speaker's side; a medium is a side of its own."""
    day = day_of(statement.said)
    ours = side(dossier, statement.speaker, day)
    if post.publisher in dossier.actors and side(dossier, post.publisher, day) == ours:
        return True
    speaker = dossier.actors.get(statement.speaker)
    names = {name.casefold() for name in (speaker.name, *speaker.aliases)} if speaker else set()
    return any(text.casefold() in names for text in (post.publisher, *post.authors))
