"""What the poster of a record says: who and when, the words, and how sure they are."""

from dataclasses import dataclass

from onrecord.pages.here import substance_label
from onrecord.pages.page import Finding, Poster
from onrecord.pages.site import Site
from onrecord.pages.words.titles import told, words_of
from onrecord.pages.words.wording import ATTRIBUTIONS, KINDS, LIKELIHOODS, states_of
from onrecord.records.analysis import Judgment
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.statements import Statement
from onrecord.records.when import short_words

_TELLING = ("summary", "why_it_matters", "now")


@dataclass(frozen=True, slots=True)
class _Status:
    """A status as a poster says it: in words, with what belongs to it, and in a shape."""

    words: str = ""
    beside: str = ""
    mark: str = ""


def poster(site: Site, record: Record, found: Finding) -> Poster:
    """Return what the poster of a record says, of which a search knows ``found``."""
    kind = KINDS[site.dossier.folders[record.id]][0].capitalize()
    status = _status(site, record)
    return Poster(
        kicker=" · ".join(each for each in (kind, found.who, found.when) if each),
        title=_title(record) or found.title,
        told=_told(site, record),
        status=status.words,
        beside=status.beside,
        mark=status.mark,
    )


def _title(record: Record) -> str:
    """Return the words of a statement in full: a poster has more room than a list."""
    return words_of(record) if isinstance(record, Statement) else ""


def _told(site: Site, record: Record) -> str:
    if isinstance(record, Claim):
        return site.substances[record.id].because
    return told(record, _TELLING)


def _status(site: Site, record: Record) -> _Status:
    match record:
        case Statement():
            said = site.attributions[record.id].status
            return _Status(ATTRIBUTIONS[said], "Did they say it?", said)
        case Claim():
            found = site.substances[record.id]
            return _Status(substance_label(found), "Is it so?", found.status)
        case Event():
            life = site.lives[record.id]
            since = "" if life.state == "held" else f"since {short_words(life.since)}"
            return _Status(states_of(record.kind)[life.state].capitalize(), since, life.state)
        case Judgment(likelihood=str(likelihood), confidence=confidence):
            words, span = LIKELIHOODS[likelihood]
            return _Status(f"{words.capitalize()} ({span})", f"{confidence} confidence" if confidence else "")
    return _Status()
