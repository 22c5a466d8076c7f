"""Who refers to a record, beyond what its page already shows."""

from collections.abc import Iterable
from itertools import groupby

from onrecord.pages.capped import group
from onrecord.pages.here import Here
from onrecord.pages.views import LinkGroup
from onrecord.pages.words.wording import KINDS, spaced

_LIMIT = 30
_PHRASES = {
    ("actors", "relations"): "Actors related to it",
    ("actors", "roles"): "Actors with a role there, or whose role rests on it",
    ("claims", "assessment"): "Claims assessed by it",
    ("claims", "evidence"): "Claims it is evidence for or against",
    ("claims", "question"): "Claims that bear on it",
    ("claims", "resolved"): "Claims settled by it",
    ("corrections", "of"): "Corrections of it",
    ("events", "follows"): "Events that follow it",
    ("events", "history"): "Events with a step by it, or resting on it",
    ("events", "part_of"): "Events that are part of it",
    ("events", "participants"): "Events it took part in",
    ("events", "place"): "Events there",
    ("events", "sources"): "Events that rest on it",
    ("judgments", "rests_on"): "Judgments that rest on it",
    ("questions", "claims"): "Open questions it bears on",
    ("sources", "derived_from"): "Sources that relay it",
    ("sources", "publisher"): "Sources it published",
    ("statements", "about"): "Statements about it",
    ("statements", "at"): "Statements made there",
    ("statements", "corrects"): "Statements that correct it",
    ("statements", "denies_saying"): "Statements that deny it was said",
    ("statements", "for"): "Statements made on its behalf",
    ("statements", "quote"): "Statements whose words it translated",
    ("statements", "replies_to"): "Statements in reply",
    ("statements", "sources"): "Statements it carries",
    ("statements", "speaker"): "Statements by it",
    ("statements", "stances"): "Statements that take a stance on it",
    ("statements", "to"): "Statements addressed to it",
}


def backlinks(here: Here, record_id: str, shown: Iterable[tuple[str, str]]) -> tuple[LinkGroup, ...]:
    """Return the records that name this one, by kind and field, but for the pairs that are ``shown``."""
    left_out = frozenset(shown)
    found = sorted(
        (here.dossier.folders[link.by], link.field, link.by)
        for link in here.dossier.backlinks.get(record_id, ())
        if (here.dossier.folders[link.by], link.field) not in left_out
    )
    return tuple(
        group(here, _phrase(*key), tuple(dict.fromkeys(by for *_, by in links)), _LIMIT)
        for key, links in groupby(found, key=lambda link: link[:2])
    )


def _phrase(folder: str, field: str) -> str:
    several = KINDS[folder][1].capitalize()
    if field == "topics":
        return f"{several} on this topic"
    return _PHRASES.get((folder, field), f"{several} that name it ({spaced(field.replace('_', ' '))})")
