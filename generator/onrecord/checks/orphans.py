"""A check for records that nothing leads to."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem, Severity
from onrecord.records.record import Record
from onrecord.records.references import references

_NEED_A_WAY = ("actors", "claims", "places", "questions", "sources", "topics")
"""Statements, events, judgments and corrections stand on pages of their own account."""


def unreferenced_record(dossier: Dossier) -> Iterator[Problem]:
    """Some other record refers to each actor, claim, place, source and topic; a question has claims."""
    named = {found.to for by, mentions in dossier.references.items() for found in mentions if found.to != by}
    named.update(found.to for found in references(dossier.about))
    for folder in _NEED_A_WAY:
        for record in dossier.of_kind(folder).values():
            if record.id not in named and not _stands_alone(dossier, record):
                yield Problem(
                    "unreferenced-record",
                    record.location,
                    f"nothing refers to '{record.id}'",
                    "name it where it belongs, or delete it",
                    severity=Severity.WARNING,
                )


def _stands_alone(dossier: Dossier, record: Record) -> bool:
    """Tell whether another check reports the record, or it is a question that leads on to claims."""
    claim, question = dossier.claims.get(record.id), dossier.questions.get(record.id)
    return bool((claim and not claim.evidence) or (question and question.claims))
