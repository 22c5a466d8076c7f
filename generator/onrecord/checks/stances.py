"""Checks of the stances that statements take on claims."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location, Note, Problem, Severity


def stance_twice(dossier: Dossier) -> Iterator[Problem]:
    """A statement takes one stance on a claim."""
    for statement in dossier.statements.values():
        first: dict[str, Location] = {}
        for index, taken in enumerate(statement.stances):
            here = statement.location.at("stances", index, "claim")
            earlier = first.setdefault(taken.claim, here)
            if earlier is not here:
                yield Problem(
                    "stance-twice",
                    here,
                    f"the statement takes a second stance on '{taken.claim}'",
                    "keep the one that its words carry, or split the claim in two",
                    (Note(earlier, "the first stance"),),
                )


def condition_missing(dossier: Dossier) -> Iterator[Problem]:
    """A conditional stance says on what it depends."""
    for statement in dossier.statements.values():
        for index, taken in enumerate(statement.stances):
            if taken.stance == "conditional" and not taken.condition:
                yield Problem(
                    "condition-missing",
                    statement.location.at("stances", index, "stance"),
                    f"the stance on '{taken.claim}' is 'conditional', but its condition is not given",
                    "write in 'condition' on what it depends",
                    severity=Severity.WARNING,
                )


def condition_unexpected(dossier: Dossier) -> Iterator[Problem]:
    """Only a stance that is conditional has a condition."""
    for statement in dossier.statements.values():
        for index, taken in enumerate(statement.stances):
            if taken.condition and taken.stance != "conditional":
                yield Problem(
                    "condition-unexpected",
                    statement.location.at("stances", index, "condition"),
                    f"the stance is '{taken.stance}', yet a condition is given",
                    "write 'stance: conditional', or take the condition out",
                    severity=Severity.WARNING,
                )
