"""The editions of a dossier, and what changed from one to the next, by meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.lives import Life
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.substance import Substance
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
    return differences_between(Statuses(before), Statuses(after))


def differences_between(before: Statuses, after: Statuses) -> tuple[Difference, ...]:
    """Return the ``differences`` of two dossiers whose statuses are known already."""
    found = (*_new(before.dossier, after.dossier), *_claims(before, after), *_statements(before, after))
    moved = (*_events(before, after), *_judgments(before.dossier, after.dossier))
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


def _claims(before: Statuses, after: Statuses) -> Iterator[Difference]:
    for claim_id, now in after.substances.items():
        if was := before.substances.get(claim_id):
            yield from _moved("claim-moved", claim_id, "claims", (_label(was), _label(now)))


def _statements(before: Statuses, after: Statuses) -> Iterator[Difference]:
    for statement_id, now in after.attributions.items():
        if was := before.attributions.get(statement_id):
            yield from _moved("attribution-moved", statement_id, "statements", (was.status, now.status))


def _events(before: Statuses, after: Statuses) -> Iterator[Difference]:
    for event_id, now in after.lives.items():
        if was := before.lives.get(event_id):
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
