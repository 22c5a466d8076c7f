"""Whose side somebody is on, and in what office they speak, on a given day."""

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.remembered import remembered
from onrecord.records.actors import Actor, Role
from onrecord.records.statements import Statement
from onrecord.records.when import When


def role_on(actor: Actor, day: date | None) -> Role | None:
    """Return the role held on ``day``, the latest begun if there are several; open ends count as held.

    Where the day is not known, every role counts as held.
    """
    return _last_begun(actor.roles, day)


def roles_on(actor: Actor, day: date | None) -> Iterator[Role]:
    """Yield every role held on ``day``; open ends count as held."""
    return (role for role in actor.roles if _covers(role.from_, role.to, day))


@remembered
def side(dossier: Dossier, actor_id: str, day: date | None) -> str:
    """Return the id at the root of an actor's ties: the organisation of the role, then what that is part of.

    A medium stands for itself, whoever owns it. In a circle of ties the first id in the alphabet is the root.
    """
    way = way_up(dossier, actor_id, day)
    above = _above(dossier.actors.get(way[-1]), day)
    return way[-1] if above is None else min(way[way.index(above) :])


@remembered
def way_up(dossier: Dossier, actor_id: str, day: date | None) -> tuple[str, ...]:
    """Return an actor with all those the actor belongs to on a day, each once, from near to far."""
    passed: list[str] = []
    here: str | None = actor_id
    while here is not None and here not in passed:
        passed.append(here)
        here = _above(dossier.actors.get(here), day)
    return tuple(passed)


def capacity(dossier: Dossier, statement: Statement) -> str:
    """Return the office in which a statement was made: as written, else the role of that day."""
    speaker = dossier.actors.get(statement.speaker)
    if statement.capacity or speaker is None:
        return statement.capacity
    role = role_on(speaker, day_of(statement.said))
    return role.title if role else ""


def sides_of(dossier: Dossier, statement: Statement) -> frozenset[str]:
    """Return the sides a statement was made for: the speaker's, and that of whomever it was made ``for``."""
    day = day_of(statement.said)
    speaks_for = (statement.speaker, statement.on_behalf_of)
    return frozenset(side(dossier, actor_id, day) for actor_id in speaks_for if actor_id)


def day_of(when: When) -> date | None:
    """Return the day that counts for a date: its first, else its last, else none."""
    return when.first_day or when.last_day


def _above(actor: Actor | None, day: date | None) -> str | None:
    if actor is None or actor.kind == "media":
        return None
    office = _last_begun((role for role in actor.roles if role.organisation), day)
    if office is not None:
        return office.organisation
    ties = (tie for tie in actor.relations if tie.kind == "part-of" and _covers(tie.from_, tie.until, day))
    tie = max(ties, key=lambda tie: _first(tie.from_), default=None)
    return tie.to if tie else None


def last_role(actor: Actor) -> Role | None:
    """Return the role that was begun last, whether or not it is still held."""
    return _last_begun(actor.roles, None)


def _last_begun(roles: Iterable[Role], day: date | None) -> Role | None:
    held = (role for role in roles if _covers(role.from_, role.to, day))
    return max(held, key=lambda role: _first(role.from_), default=None)


def _first(begin: When | None) -> date:
    return (begin.first_day if begin else None) or date.min


def _covers(begin: When | None, end: When | None, day: date | None) -> bool:
    if day is None:
        return True
    last = (end.last_day or end.first_day) if end else None  # nothing is known of what goes on after a day
    return _first(begin) <= day and (last is None or day <= last)
