"""Roles and relations of actors as links of FollowTheMoney."""

from collections.abc import Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.exports.ftm_parts import SCHEMATA, Entity, date, entity
from onrecord.records.actors import Actor
from onrecord.records.when import When

_Ends = tuple[str, str, str, str, str]
_ORGANISATIONS = frozenset({"Organization", "PublicBody"})


def actor_links(dossier: Dossier, actor: Actor) -> Iterator[Entity]:
    """Return a link for each role with an organisation and for each relation.

    Their ids have a full stop, which no record's id has. A link whose ends the model does not allow
    is an ``UnknownLink`` that says the tie in words.
    """
    for number, role in enumerate(actor.roles, 1):
        if role.organisation in dossier.actors:
            key = f"{actor.id}.role.{number}"
            ends = _ends(dossier, actor, role.organisation, "employment")
            yield _link(key, ends, role.title, (role.from_, role.to))
    for number, tie in enumerate(actor.relations, 1):
        if tie.to in dossier.actors:
            key = f"{actor.id}.relation.{number}"
            ends = _ends(dossier, actor, tie.to, tie.kind)
            yield _link(key, ends, tie.kind.replace("-", " "), (tie.from_, tie.until))


def _ends(dossier: Dossier, actor: Actor, other: str | None, tie: str) -> _Ends:
    """Return the schema of a link, the property and the id of its one end and of its other."""
    is_body = SCHEMATA[dossier.actors[str(other)].kind] in _ORGANISATIONS
    schema, this, that = "UnknownLink", "subject", "object"
    if tie == "employment" and actor.kind == "person" and is_body:
        schema, this, that = "Employment", "employee", "employer"
    elif tie in {"part-of", "member-of"} and is_body:
        schema, this, that = "Membership", "member", "organization"
    elif tie == "represents":
        schema, this, that = "Representation", "agent", "client"
    return schema, this, str(actor.id), that, str(other)


def _link(key: str, ends: _Ends, role: str, dates: tuple[When | None, When | None]) -> Entity:
    schema, this, one, that, other = ends
    start, end = (date(each) if each else "" for each in dates)
    return entity(key, schema, **{this: [one], that: [other]}, role=[role], startDate=[start], endDate=[end])
