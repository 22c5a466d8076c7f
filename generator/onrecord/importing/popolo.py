"""Popolo, the format of parliament watchers: persons, organisations, memberships, posts, areas, events."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from onrecord.importing.drafts import Draft, Import, Loss, UnreadableError, flat, kept, named, some

Thing = Mapping[str, Any]

_LISTS = {"persons", "organizations", "memberships", "posts", "areas"}
_READ = {
    "persons": ("id", "name", "other_names", "summary", "biography", "identifiers", "links", "memberships"),
    "organizations": (
        "id",
        "name",
        "other_names",
        "summary",
        "description",
        "parent_id",
        "links",
        "identifiers",
    ),
    "areas": ("id", "name"),
}


def read_popolo(text: str) -> Import:
    """Return the persons and organisations of a Popolo file, with memberships as roles, and its areas.

    Events, speeches, motions and votes are losses: a record of them needs a source, and Popolo names none.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UnreadableError(f"the file is no JSON: {fault}") from fault
    if not isinstance(whole, dict) or not _LISTS & set(whole):
        raise UnreadableError("the file has no list 'persons' or 'organizations'")
    reading = _Reading({str(post.get("id")): post for _, post in _things(whole, "posts")})
    for kind in ("organizations", "persons", "areas"):
        for row, thing in _things(whole, kind):
            reading.add(kind, row, thing)
    for row, thing in _memberships(whole):
        reading.membership(row, thing)
    return Import(tuple(reading.drafts.values()), (*reading.losses, *_others(whole)))


def _things(whole: Thing, kind: str) -> Iterator[tuple[str, Thing]]:
    found = whole.get(kind)
    for number, thing in enumerate(found if isinstance(found, list) else []):
        yield f"{kind}[{number}]", thing if isinstance(thing, dict) else {}


def _memberships(whole: Thing) -> Iterator[tuple[str, Thing]]:
    yield from _things(whole, "memberships")
    for row, person in _things(whole, "persons"):
        for inner, thing in _things(person, "memberships"):
            yield f"{row}.{inner}", {"person_id": person.get("id"), **thing}


def _others(whole: Thing) -> Iterator[Loss]:
    for kind in whole:
        if kind not in _LISTS:
            for row, thing in _things(whole, kind):
                words = flat(thing.get("name") or thing.get("text") or thing.get("id"))[:80]
                yield Loss(row, words, "a record of it needs a source, and the file names none")


class _Reading:
    """The drafts so far, by kind and id of Popolo."""

    def __init__(self, posts: Mapping[str, Thing]) -> None:
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.losses: list[Loss] = []
        self._posts = posts

    def add(self, kind: str, row: str, thing: Thing) -> None:
        """Add a person, an organisation or an area."""
        name = flat(thing.get("name"))
        if not name:
            self.losses.append(Loss(row, flat(thing)[:80], "it has no name"))
            return
        folder = "places" if kind == "areas" else "actors"
        own = flat(thing.get("id"))
        words = own if own and not own.isdigit() and len(own) < 36 else name  # noqa: PLR2004 - a UUID says nothing
        record_id = named(words, [each.id for each in self.drafts.values()], folder.removesuffix("s"))
        fields = {"name": name} if kind == "areas" else _actor(kind, name, thing)
        rest = {key: value for key, value in thing.items() if key not in _READ[kind]}
        rest["other identifiers"] = [each for each in thing.get("identifiers") or [] if not _wikidata([each])]
        draft = Draft(folder, record_id, fields, row, kept(rest))
        parent = self.drafts.get(("organizations", flat(thing.get("parent_id"))))
        if parent:
            draft = replace(draft, fields={**fields, "relations": [{"to": parent.id, "kind": "part-of"}]})
        elif flat(thing.get("parent_id")):
            draft = replace(draft, kept=(*draft.kept, ("parent_id", flat(thing["parent_id"]))))
        self.drafts[kind, own or record_id] = draft

    def membership(self, row: str, thing: Thing) -> None:
        """Add a role to the person who holds it."""
        key = ("persons", flat(thing.get("person_id")))
        draft = self.drafts.get(key)
        body = self.drafts.get(("organizations", flat(thing.get("organization_id"))))
        if draft is None:
            self.losses.append(Loss(row, flat(thing)[:80], "its person is not in the file"))
            return
        post = self._posts.get(flat(thing.get("post_id")), {})
        title = (
            flat(thing.get("role") or thing.get("label") or post.get("label") or post.get("role")) or "Member"
        )
        role = some(
            title=title,
            organisation=body.id if body else "",
            from_=flat(thing.get("start_date")),
            to=flat(thing.get("end_date")),
        )
        used = ("id", "person_id", "organization_id", "role", "label", "start_date", "end_date", "post_id")
        rest = dict(kept(thing, used)) | ({} if body else dict(kept(thing, set(thing) - {"organization_id"})))
        told = ((f"membership '{title}'", flat(rest)),) if rest else ()
        fields = {**draft.fields, "roles": [*draft.fields.get("roles", []), role]}
        self.drafts[key] = replace(draft, fields=fields, kept=(*draft.kept, *told))


def _actor(kind: str, name: str, thing: Thing) -> dict[str, Any]:
    others = [flat(each.get("name")) for each in thing.get("other_names") or [] if isinstance(each, dict)]
    links = [
        some(url=flat(each.get("url")), title=flat(each.get("note")))
        for each in thing.get("links") or []
        if isinstance(each, dict)
    ]
    summary = flat(thing.get("summary") or thing.get("description"))
    told = flat(thing.get("biography"))
    return some(
        name=name,
        kind="person" if kind == "persons" else "organisation",
        aliases=[each for each in dict.fromkeys(others) if each and each != name],
        summary="\n\n".join(part for part in (summary, told) if part),
        wikidata=_wikidata(thing.get("identifiers") or []),
        links=links,
    )


def _wikidata(identifiers: list[Any]) -> str:
    found = (each for each in identifiers if isinstance(each, dict))
    return next((flat(each.get("identifier")) for each in found if each.get("scheme") == "wikidata"), "")
