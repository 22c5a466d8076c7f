"""FollowTheMoney, the model of Aleph and OpenSanctions: actors with their ties, events, documents, places."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from onrecord.importing.drafts import Draft, Import, Loss, UnreadableError, flat, kept, some
from onrecord.records.slugs import slug

Entity = Mapping[str, Any]

_ACTORS = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "government-body",
    "LegalEntity": "organisation",
}
_DOCUMENTS = {
    "Article": "news",
    "Document": "reference",
    "Pages": "reference",
    "HyperText": "reference",
    "PlainText": "reference",
    "Email": "reference",
}
_TIES = {
    "Membership": ("member", "organization", "member-of"),
    "Directorship": ("director", "organization", "leads"),
    "Ownership": ("owner", "asset", "owns"),
    "Representation": ("agent", "client", "represents"),
    "UnknownLink": ("subject", "object", "related-to"),
    "Family": ("person", "relative", "related-to"),
    "Associate": ("person", "associate", "related-to"),
}
_READ = {
    "actors": (
        "name",
        "alias",
        "weakAlias",
        "previousName",
        "summary",
        "country",
        "nationality",
        "wikidataId",
    ),
    "events": ("name", "date", "startDate", "endDate", "summary", "involved", "proof", "addressEntity"),
    "sources": (
        "title",
        "name",
        "publisher",
        "author",
        "publishedAt",
        "date",
        "retrievedAt",
        "sourceUrl",
        "language",
    ),
    "places": ("name", "full", "country", "latitude", "longitude"),
}


def read_ftm(text: str) -> Import:
    """Return the entities of a file that has one a line.

    Ids that are none of ours are rewritten. A link is a relation or a role of the actor at its one end.
    """
    entities = tuple(_entities(text))
    drafts: dict[str, Draft] = {}
    losses: list[Loss] = []
    for row, entity in entities:
        draft = _draft(row, entity)
        if draft:
            drafts[str(entity.get("id"))] = draft
    for row, entity in entities:
        schema = str(entity.get("schema"))
        if schema in _TIES or schema == "Employment":
            losses += _tied(row, entity, drafts)
        elif str(entity.get("id")) not in drafts:
            losses.append(
                Loss(
                    row,
                    f"{schema} '{_first(entity, 'name') or entity.get('id')}'",
                    "records have no kind for it",
                )
            )
    return Import(tuple(drafts.values()), tuple(losses))


def _entities(text: str) -> Iterator[tuple[str, Entity]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as fault:
            raise UnreadableError(f"line {number} is no JSON: {fault}", "write one entity a line") from fault
        if not isinstance(entity, dict) or "schema" not in entity:
            raise UnreadableError(f"line {number} is no entity: it has no 'schema'")
        yield f"line {number}", entity


def _draft(row: str, entity: Entity) -> Draft | None:
    schema = str(entity["schema"])
    if schema in _ACTORS:
        folder, fields = "actors", _actor(entity, _ACTORS[schema])
    elif schema == "Event":
        folder, fields = "events", _event(entity)
    elif schema in _DOCUMENTS:
        folder, fields = "sources", _source(entity, _DOCUMENTS[schema])
    elif schema == "Address":
        folder, fields = "places", _place(entity)
    else:
        return None
    rest = {key: value for key, value in _properties(entity).items() if key not in _READ[folder]}
    return Draft(folder, _id(entity.get("id")), fields, row, kept(rest))


def _actor(entity: Entity, kind: str) -> dict[str, Any]:
    names = [each for key in ("name", "alias", "weakAlias", "previousName") for each in _all(entity, key)]
    first, *others = dict.fromkeys(names) or ("",)
    country = _first(entity, "country") or _first(entity, "nationality")
    return some(
        name=first,
        kind=kind,
        aliases=others,
        summary=_first(entity, "summary"),
        country=country.upper(),
        wikidata=_first(entity, "wikidataId"),
    )


def _event(entity: Entity) -> dict[str, Any]:
    start, end = _first(entity, "startDate") or _first(entity, "date"), _first(entity, "endDate")
    when = f"{_date(start)}/{_date(end)}" if end and end != start else _date(start)
    sources = [_id(each) for each in _all(entity, "proof")]
    history = [{"state": "held", "on": when, "sources": sources}] if sources else []
    people = [{"actor": _id(each)} for each in _all(entity, "involved")]
    return some(
        title=_first(entity, "name"),
        when=when,
        history=history,
        participants=people,
        summary=_first(entity, "summary"),
        place=_id(_first(entity, "addressEntity")),
        sources=sources,
    )


def _source(entity: Entity, kind: str) -> dict[str, Any]:
    title = _first(entity, "title") or _first(entity, "name")
    published = _date(_first(entity, "publishedAt") or _first(entity, "date"))
    return some(
        title=title,
        publisher=_first(entity, "publisher") or "Unknown, imported",
        kind=kind,
        url=_first(entity, "sourceUrl"),
        published=published,
        accessed=_first(entity, "retrievedAt")[:10],
        authors=list(_all(entity, "author")),
        lang=_first(entity, "language"),
    )


def _place(entity: Entity) -> dict[str, Any]:
    return some(
        name=_first(entity, "name") or _first(entity, "full"),
        country=_first(entity, "country").upper(),
        lat=_first(entity, "latitude"),
        lon=_first(entity, "longitude"),
    )


def _tied(row: str, entity: Entity, drafts: dict[str, Draft]) -> list[Loss]:
    """Add a link to the actor at its one end; return what is lost if one of the ends is no actor."""
    schema = str(entity["schema"])
    ends = _TIES.get(schema, ("employee", "employer", ""))
    one, other = (_first(entity, end) for end in ends[:2])
    if one not in drafts or other not in drafts or drafts[one].folder != "actors":
        return [Loss(row, f"{schema} of '{one}' and '{other}'", "one of its ends is no actor of the file")]
    key, made = _tie(entity, _id(other), ends[2])
    used = (*ends[:2], "startDate", "endDate", *(("role",) if key == "roles" else ()))
    rest = "; ".join(f"{name} {text}" for name, text in kept(_properties(entity), used))
    told = ((f"{schema} with {_id(other)}", rest),) if rest else ()
    draft = drafts[one]
    fields = {**draft.fields, key: [*draft.fields.get(key, []), made]}
    drafts[one] = replace(draft, fields=fields, kept=(*draft.kept, *told))
    return []


def _tie(entity: Entity, other: str, kind: str) -> tuple[str, dict[str, Any]]:
    start, end = _first(entity, "startDate"), _first(entity, "endDate")
    if kind:
        return "relations", some(to=other, kind=kind, from_=start, until=end)
    title = _first(entity, "role") or "member of staff"
    return "roles", some(title=title, organisation=other, from_=start, to=end)


def _date(text: str) -> str:
    """Return a date of the model, whose moments are in UTC; "unknown" if there is none."""
    if "T" not in text:
        return text or "unknown"
    return text if text.endswith("Z") or "+" in text else f"{text}Z"


def _id(value: Any) -> str:
    return slug(str(value or ""))


def _properties(entity: Entity) -> Mapping[str, Any]:
    found = entity.get("properties")
    return found if isinstance(found, dict) else {}


def _all(entity: Entity, name: str) -> tuple[str, ...]:
    found = _properties(entity).get(name, [])
    return tuple(flat(each) for each in (found if isinstance(found, list) else [found]) if flat(each))


def _first(entity: Entity, name: str) -> str:
    return next(iter(_all(entity, name)), "")
