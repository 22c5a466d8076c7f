"""The editions of a dossier, and what changed from one to the next, by meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.lives import Life, life
from onrecord.dossier.substance import Substance, substance
from onrecord.records.analysis import Judgment

DifferenceKind = Literal[
    "new", "claim-moved", "attribution-moved", "event-moved", "correction", "judgment-moved"
]
_ORDER = {kind: place for place, kind in enumerate(get_args(DifferenceKind))}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it was.

    ``before`` and ``after`` are statuses, states or texts, empty for what is new.
    """

    kind: DifferenceKind
    record_id: str
    folder: str
    before: str = ""
    after: str = ""


def editions(dossier: Dossier) -> tuple[date, ...]:
    """Return the days of all editions, the present one included, oldest first."""
    declared = (edition.on.last_day for edition in dossier.about.editions)
    return tuple(sorted({day for day in (*declared, dossier.about.as_of.last_day) if day is not None}))


def differences(before: Dossier, after: Dossier) -> tuple[Difference, ...]:
    """Return what ``after`` says that ``before`` did not, sorted by kind of difference, folder and id."""
    found = (*_new(before, after), *_claims(before, after), *_statements(before, after))
    moved = (*_events(before, after), *_judgments(before, after))
    return tuple(sorted((*found, *moved), key=lambda each: (_ORDER[each.kind], each.folder, each.record_id)))


def _new(before: Dossier, after: Dossier) -> Iterator[Difference]:
    for record_id, folder in after.folders.items():
        if before.folders.get(record_id) == folder:
            continue
        correction = after.corrections.get(record_id)
        if correction:
            yield Difference("correction", record_id, folder, correction.was, correction.now)
        else:
            yield Difference("new", record_id, folder)


def _claims(before: Dossier, after: Dossier) -> Iterator[Difference]:
    for claim_id, claim in after.claims.items():
        if claim_id in before.claims:
            was, now = substance(before, before.claims[claim_id]), substance(after, claim)
            yield from _moved("claim-moved", claim_id, "claims", (_label(was), _label(now)))


def _statements(before: Dossier, after: Dossier) -> Iterator[Difference]:
    for statement_id, statement in after.statements.items():
        if statement_id in before.statements:
            was = attribution(before, before.statements[statement_id]).status
            now = attribution(after, statement).status
            yield from _moved("attribution-moved", statement_id, "statements", (was, now))


def _events(before: Dossier, after: Dossier) -> Iterator[Difference]:
    for event_id, event in after.events.items():
        if event_id in before.events:
            was, now = life(before.events[event_id]), life(event)
            change = (was.state, now.state) if was.state != now.state else (_plan(was), _plan(now))
            yield from _moved("event-moved", event_id, "events", change)


def _judgments(before: Dossier, after: Dossier) -> Iterator[Difference]:
    for judgment_id, judgment in after.judgments.items():
        if judgment_id in before.judgments:
            change = (_strength(before.judgments[judgment_id]), _strength(judgment))
            yield from _moved("judgment-moved", judgment_id, "judgments", change)


def _moved(
    kind: DifferenceKind, record_id: str, folder: str, change: tuple[str, str]
) -> Iterator[Difference]:
    if change[0] != change[1]:
        yield Difference(kind, record_id, folder, *change)


def _label(found: Substance) -> str:
    return f"{found.status}: {found.resolution}" if found.resolution else found.status


def _plan(now: Life) -> str:
    return f"planned for {now.planned_for.edtf}" if now.planned_for else "no date planned"


def _strength(judgment: Judgment) -> str:
    return ", ".join(part for part in (judgment.likelihood, judgment.confidence) if part)
