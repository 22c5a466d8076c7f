"""A record with all that follows from it and all that is linked to it, as text."""

from collections.abc import Iterable, Iterator
from textwrap import dedent
from typing import Any

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import known_from
from onrecord.dossier.lives import life
from onrecord.dossier.names import actor_name, origin_name
from onrecord.dossier.origins import origins
from onrecord.dossier.positions import changes_of_position, contradictions, latest, positions_of
from onrecord.dossier.sides import capacity, day_of, side
from onrecord.dossier.substance import substance
from onrecord.editing.labels import label
from onrecord.records.actors import Actor
from onrecord.records.claims import Claim
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.sources import Source
from onrecord.records.statements import Statement
from onrecord.records.when import words
from onrecord.source.document import Document
from onrecord.source.positions import stretch

Rows = Iterator[tuple[str, str]]


def shown(dossier: Dossier, record: Record, document: Document, content: str) -> str:
    """Return the record as it is written, what is derived from it, and the records linked to it."""
    here = document.span(record.location.route)
    head = f"{record.id}: {label(record)}\n{content}/{document.path}:{here.line}"
    parts = [head, _written(record, document), _table(_derived(dossier, record))]
    parts += [_links("names", _named(dossier, record)), _links("is named by", _naming(dossier, record))]
    return "\n\n".join(part for part in parts if part)


def as_data(dossier: Dossier, record: Record, document: Document, content: str) -> dict[str, Any]:
    """Return the same for programs; what follows is a list of names and values, for a name may come twice."""
    written: Any = document.value
    for step in record.location.route:
        written = written[step]
    return {
        "id": record.id,
        "folder": dossier.folders[record.id],
        "file": f"{content}/{document.path}",
        "line": document.span(record.location.route).line,
        "record": written,
        "follows": [{"name": name, "value": value} for name, value in _derived(dossier, record) if value],
        "names": [each.to for each in dossier.references[record.id]],
        "named_by": [{"id": each.by, "field": each.field} for each in dossier.backlinks.get(record.id, ())],
    }


def _written(record: Record, document: Document) -> str:
    start, end = stretch(document.text, record.location.route)
    begin = document.text.rfind("\n", 0, start) + 1
    indent = " " * (start - begin)
    return "\n".join(f"  {line}".rstrip() for line in dedent(indent + document.text[start:end]).split("\n"))


def _table(rows: Rows) -> str:
    return "\n".join(("what follows", *(f"  {name}: {value}" for name, value in rows if value)))


def _derived(dossier: Dossier, record: Record) -> Rows:
    known = known_from(dossier, record.id)
    yield "public since", known.isoformat() if known else "not known"
    if isinstance(record, Statement):
        yield from _of_statement(dossier, record)
    elif isinstance(record, Claim):
        yield from _of_claim(dossier, record)
    elif isinstance(record, Event):
        now = life(record)
        yield "state", f"{now.state} since {words(now.since)}"
        yield "planned for", words(now.planned_for) if now.planned_for else ""
    elif isinstance(record, Source):
        yield "goes back to", _origins(dossier, (record.id,))
    elif isinstance(record, Actor):
        yield from _of_actor(dossier, record)


def _of_statement(dossier: Dossier, statement: Statement) -> Rows:
    found = attribution(dossier, statement)
    yield "did they say it", f"{found.status}. {found.because}"
    yield "by the rule", found.rule
    yield "decided by", ", ".join(found.decisive)
    yield "origins", _origins(dossier, (each.source for each in statement.sources))
    yield "spoke as", capacity(dossier, statement)
    yield "on the side of", actor_name(dossier, side(dossier, statement.speaker, day_of(statement.said)))


def _of_claim(dossier: Dossier, claim: Claim) -> Rows:
    found = substance(dossier, claim)
    editor = " So an editor says." if found.by_editor else ""
    yield "is it so", f"{found.status}. {found.because}{editor}"
    yield "by the rule", found.rule
    yield "decided by", ", ".join(found.decisive)
    for actor, position in sorted(latest(dossier, claim.id).items()):
        yield actor_name(dossier, actor), f"{position.stance} ({position.statement}, {words(position.said)})"
    for each in contradictions(dossier, claim.id):
        yield "contradiction", f"{each.asserts.statement} against {each.denies.statement}"


def _of_actor(dossier: Dossier, actor: Actor) -> Rows:
    yield "on the side of", actor_name(dossier, side(dossier, actor.id, dossier.about.as_of.last_day))
    for claim, taken in sorted(positions_of(dossier, actor.id).items()):
        yield f"on {claim}", f"{taken[-1].stance} ({taken[-1].statement}, {words(taken[-1].said)})"
    for change in changes_of_position(dossier, actor.id):
        moved = f"from {change.before.stance} to {change.after.stance}"
        yield "change of position", f"{moved} on {change.claim} ({change.after.statement})"


def _origins(dossier: Dossier, sources: Iterable[str]) -> str:
    found = origins(dossier, sources)
    return "; ".join(
        f"{origin_name(dossier, each.key)}{'' if each.named else ' (unnamed)'}: {', '.join(each.sources)}"
        for each in found
    )


def _named(dossier: Dossier, record: Record) -> Rows:
    for reference in dossier.references[record.id]:
        field = ".".join(step for step in reference.route if isinstance(step, str))
        found = dossier.find(reference.to)
        yield f"{field}: {reference.to}", label(found) if found else ""


def _naming(dossier: Dossier, record: Record) -> Rows:
    for link in dossier.backlinks.get(record.id, ()):
        found = dossier.find(link.by)
        yield f"{dossier.folders[link.by]}: {link.by} ({link.field})", label(found) if found else ""


def _links(title: str, rows: Rows) -> str:
    lines = tuple(f"  {name}  {value}".rstrip() for name, value in rows)
    return "\n".join((f"{title} ({len(lines)})", *lines)) if lines else ""
