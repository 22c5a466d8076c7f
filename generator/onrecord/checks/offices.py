"""Checks of roles and relations: when they were held, and whether words fall within them."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Note, Problem, Severity
from onrecord.records.actors import Actor
from onrecord.records.statements import Statement
from onrecord.records.when import When, certainly_before


def statement_before_role(dossier: Dossier) -> Iterator[Problem]:
    """Nobody speaks in a capacity that they did not hold on that day; who held none yet is worth a look."""
    for statement in dossier.statements.values():
        speaker = dossier.actors.get(statement.speaker)
        if speaker and speaker.roles:
            yield from _outside_office(statement, speaker)


def _outside_office(statement: Statement, speaker: Actor) -> Iterator[Problem]:
    titled = tuple(i for i, role in enumerate(speaker.roles) if role.title == statement.capacity)
    due = titled or (() if statement.capacity else tuple(range(len(speaker.roles))))
    early = tuple(i for i in due if _before(statement.said, speaker.roles[i].from_))
    late = tuple(i for i in due if titled and _before(speaker.roles[i].to, statement.said))
    if not due or len({*early, *late}) < len(due):
        return
    said = f"said '{statement.said.text}'"
    if titled:
        message = f"{said}, when '{speaker.id}' was not '{statement.capacity}'"
    else:
        message = f"{said}, before any role of '{speaker.id}' had begun"
    notes = tuple(
        Note(
            speaker.location.at("roles", i, "from" if i in early else "to"),
            f"the role of '{speaker.roles[i].title}'",
        )
        for i in due
    )
    yield Problem(
        "statement-before-role",
        statement.location.at("capacity" if titled else "said"),
        message,
        "correct the date\nor write in 'capacity' as what they spoke then",
        notes,
        Severity.ERROR if titled else Severity.WARNING,
    )


def role_upside_down(dossier: Dossier) -> Iterator[Problem]:
    """No role ends before it began."""
    for actor in dossier.actors.values():
        for index, role in enumerate(actor.roles):
            if role.to and role.from_ and certainly_before(role.to, role.from_):
                yield Problem(
                    "role-upside-down",
                    actor.location.at("roles", index, "to"),
                    f"the role '{role.title}' ends '{role.to.text}', before it begins '{role.from_.text}'",
                    "swap the two dates, or correct one",
                )


def relation_upside_down(dossier: Dossier) -> Iterator[Problem]:
    """No relation ends before it began."""
    for actor in dossier.actors.values():
        for index, tie in enumerate(actor.relations):
            if tie.until and tie.from_ and certainly_before(tie.until, tie.from_):
                yield Problem(
                    "relation-upside-down",
                    actor.location.at("relations", index, "until"),
                    f"the relation '{tie.kind}' to '{tie.to}' ends '{tie.until.text}', "
                    f"before it begins '{tie.from_.text}'",
                    "swap the two dates, or correct one",
                )


def _before(this: When | None, other: When | None) -> bool:
    """Tell whether ``this`` was certainly over before ``other`` began; an absent date never is."""
    return bool(this and other and certainly_before(this, other))
