"""Checks that what is said rests on something: claims, judgments, assessments, archived copies."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem


def claim_nobody_speaks_to(dossier: Dossier) -> Iterator[Problem]:
    """Some statement takes a stance on each claim, or some source is evidence for or against it."""
    spoken_to: set[str] = {
        taken.claim for statement in dossier.statements.values() for taken in statement.stances
    }
    for claim in dossier.claims.values():
        if claim.id not in spoken_to and not claim.evidence:
            yield Problem(
                "claim-nobody-speaks-to",
                claim.location,
                f"no statement takes a stance on '{claim.id}', and it has no 'evidence'",
                "name it in the 'stances' of a statement\nor give it 'evidence', or make it a question",
            )


def judgment_rests_on_nothing(dossier: Dossier) -> Iterator[Problem]:
    """A judgment names the records that it rests on."""
    for judgment in dossier.judgments.values():
        if not judgment.rests_on:
            yield Problem(
                "judgment-rests-on-nothing",
                judgment.location.at("rests_on"),
                f"the judgment '{judgment.id}' rests on nothing",
                "write in 'rests_on' the ids of the statements, events and claims that led to it",
            )


def assessment_without_reason(dossier: Dossier) -> Iterator[Problem]:
    """An editor who overrides a computed status says why."""
    for claim in dossier.claims.values():
        if claim.assessment and not claim.assessment.reason:
            yield Problem(
                "assessment-without-reason",
                claim.location.at("assessment", "status"),
                f"the claim '{claim.id}' is assessed as '{claim.assessment.status}' without a reason",
                "write in 'reason' what readers should know\nit is shown beside the status",
            )


def archive_without_original(dossier: Dossier) -> Iterator[Problem]:
    """An archived copy is shown beside the address that it is a copy of."""
    for source in dossier.sources.values():
        if source.archive and source.archive.url and not source.url:
            yield Problem(
                "archive-without-original",
                source.location.at("archive", "url"),
                f"the source '{source.id}' has the address of an archived copy, but none of the original",
                "write in 'url' the address that was archived",
            )
