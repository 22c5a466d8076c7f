"""Did they say it? The status of a statement, from its sources and from who denies it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.names import actor_name, counted, listed, origin_name, sentence
from onrecord.dossier.origins import Origin, origins
from onrecord.dossier.own_words import carries_the_words
from onrecord.dossier.sides import sides_of
from onrecord.records.statements import Statement

AttributionStatus = Literal["disputed", "on-the-record", "confirmed", "single-origin", "second-hand"]

RULES: tuple[tuple[AttributionStatus, str], ...] = (
    ("disputed", "The speaker, or somebody on the speaker's side, denies that it was said."),
    (
        "on-the-record",
        "A source is an official text, transcript, video, the interview itself, or published by the speaker.",
    ),
    ("confirmed", "Two or more independent sources, each named, report it."),
    (
        "single-origin",
        "One named source reports it; whatever else does leads back to it or to nobody named.",
    ),
    ("second-hand", "Every origin relays somebody who is not named."),
)
"""The statuses in the order in which they are tried, each with its rule; the first that fits holds."""

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whether somebody said something.

    ``rule`` is the general rule that fired and ``because`` this case, both plain sentences.
    ``decisive`` holds the ids of what decided: the statements that deny, or the sources.
    """

    status: AttributionStatus
    rule: str
    because: str
    origins: tuple[Origin, ...]
    decisive: tuple[str, ...]


def attribution(dossier: Dossier, statement: Statement) -> Attribution:
    """Apply the rules to a statement, in order. Sources that relay its other sources change nothing."""
    cited = tuple(dict.fromkeys(citation.source for citation in statement.sources))
    found = origins(dossier, cited)
    status, because, decisive = (
        _disputed(dossier, statement)
        or _on_the_record(dossier, statement, cited)
        or _by_origins(dossier, found)
    )
    return Attribution(status, dict(RULES)[status], because, found, decisive)


_Verdict = tuple[AttributionStatus, str, tuple[str, ...]]


def _disputed(dossier: Dossier, statement: Statement) -> _Verdict | None:
    denials = tuple(dossier.statements[each] for each in dossier.naming(statement.id, "denies_saying"))
    denying = tuple(each for each in denials if sides_of(dossier, statement) & sides_of(dossier, each))
    if not denying:
        return None
    who = tuple(dict.fromkeys(denial.speaker for denial in denying))
    verb = "denies" if len(who) == 1 else "deny"
    because = sentence(f"{_names(dossier, who)} {verb} that it was said")
    return "disputed", because, tuple(denial.id for denial in denying)


def _on_the_record(dossier: Dossier, statement: Statement, cited: Iterable[str]) -> _Verdict | None:
    carrying = tuple(each for each in cited if carries_the_words(dossier, statement, each))
    if not carrying:
        return None
    kinds = {dossier.sources[each].kind for each in carrying}
    what = " and ".join(_KINDS[kind] for kind in _KINDS if kind in kinds)
    because = sentence(f"it stands in {what} published by {_publishers(dossier, carrying)}")
    return "on-the-record", because, carrying


_KINDS = {
    "official-text": "an official text",
    "transcript": "a transcript",
    "video": "a video",
    "interview": "the interview itself",
    "post": "the speaker's own post",
    "agency": "a report",
    "news": "an article",
    "analysis": "an analysis",
    "reference": "a work of reference",
    "legal": "a legal text",
}


def _by_origins(dossier: Dossier, found: tuple[Origin, ...]) -> _Verdict:
    named = tuple(origin for origin in found if origin.named)
    if len(named) >= _ENOUGH:
        status: AttributionStatus = "confirmed"
        because = f"{_publishers(dossier, _keys(named))} print it independently of each other"
    elif named:
        status, because = "single-origin", _only(dossier, named[0], found)
    elif found:
        status, because = "second-hand", f"nobody named: it goes back to {_publishers(dossier, _keys(found))}"
    else:
        status, because = "second-hand", "no source carries it"
    deciding = dict.fromkeys(_witness(dossier, origin) for origin in (named or found))
    return status, sentence(because), tuple(deciding)


def _only(dossier: Dossier, origin: Origin, found: tuple[Origin, ...]) -> str:
    unnamed = "; the other reports of it name no source" if len(found) > 1 else ""
    name, relays = origin_name(dossier, origin.key), [each for each in origin.sources if each != origin.key]
    if len(relays) == len(origin.sources):
        return f"it leads back to {name} alone, by way of {counted(len(relays), 'source')}{unnamed}"
    repeat = "repeats" if len(relays) == 1 else "repeat"
    repeated = f"; {counted(len(relays), 'more source')} {repeat} it" if relays else ""
    return f"only {name} is cited for it here{repeated}{unnamed}"


def _witness(dossier: Dossier, origin: Origin) -> str:
    """Return the source that stands for an origin: itself where it has a record, or one that relays it."""
    return origin.key if origin.key in dossier.sources else origin.sources[0]


def _keys(found: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(origin.key for origin in found)


def _publishers(dossier: Dossier, keys: Iterable[str]) -> str:
    return listed(origin_name(dossier, key) for key in keys)


def _names(dossier: Dossier, actors: Iterable[str]) -> str:
    return listed(actor_name(dossier, actor) for actor in actors)
