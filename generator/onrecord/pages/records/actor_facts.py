"""What is known of an actor beside words and deeds: names, picture, roles, ties."""

from dataclasses import replace

from onrecord.dossier.sides import last_role, role_on
from onrecord.pages.capped import capped
from onrecord.pages.charts.relation_graph import tie_words, ties_to
from onrecord.pages.here import Here
from onrecord.pages.records.views import FactView, ImageView, TenureView
from onrecord.pages.views import LinkView, ShortList
from onrecord.pages.words.territories import country_name
from onrecord.pages.words.wording import RELIABILITIES, spaced
from onrecord.records.actors import Actor, Relation, Role

_TIES = 80


def actor_facts(here: Here, actor: Actor) -> tuple[FactView, ...]:
    """Return what an actor is, in facts."""
    outside = tuple(LinkView(each.url, each.title or each.url, "outside") for each in actor.links)
    wikidata = f"https://www.wikidata.org/wiki/{actor.wikidata}"
    return (
        _kind_or_role(here, actor),
        FactView("Country", words=country_name(actor.country)),
        FactView("Also called", words=", ".join(actor.aliases)),
        FactView(
            "Reliability as a source", words=RELIABILITIES[actor.reliability] if actor.reliability else ""
        ),
        FactView("Elsewhere", outside),
        FactView("Wikidata", (LinkView(wikidata, actor.wikidata, "outside"),) if actor.wikidata else ()),
        FactView("On record with", words=_extent(here, actor)),
    )


def _kind_or_role(here: Here, actor: Actor) -> FactView:
    """Return the kind of an actor; of a person the role, now or last, unless the summary names it."""
    if actor.kind != "person":
        return FactView("Kind", words=spaced(actor.kind))
    now = role_on(actor, here.dossier.about.as_of.last_day)
    role = now or last_role(actor)
    if role is None or role.title.casefold() in actor.summary.casefold():
        return FactView("Role")
    return FactView("Role" if now else "Last role", words=role.title)


def _extent(here: Here, actor: Actor) -> str:
    said = len(here.dossier.naming(actor.id, "speaker"))
    return f"{said} statement{'' if said == 1 else 's'}" if said else ""


def image_view(here: Here, actor: Actor) -> ImageView | None:
    """Return the picture of an actor; the site has it under ``media/``."""
    image = actor.image
    if image is None:
        return None
    return ImageView(here.page(f"media/{image.file}", "").href, image.alt, image.credit, image.licence)


def role_rows(here: Here, actor: Actor) -> tuple[TenureView, ...]:
    """Return the roles of an actor, in the order of the record."""
    return tuple(_role(here, role) for role in actor.roles)


def _role(here: Here, role: Role) -> TenureView:
    return TenureView(
        role.title,
        here.record(role.organisation) if role.organisation else None,
        here.time(role.from_) if role.from_ else None,
        here.time(role.to) if role.to else None,
        here.shorts(role.sources),
    )


def relation_rows(here: Here, actor: Actor) -> ShortList[TenureView]:
    """Return an actor's ties: all on its own record, then the first of those on the records of others."""
    own = tuple(_relation(here, tie, tie.to, tie_words(tie.kind)) for tie in actor.relations)
    others = capped(here, ties_to(here, actor), _tied, "actors", _TIES)
    return replace(others, items=(*own, *others.items))


def _tied(here: Here, found: tuple[str, Relation]) -> TenureView:
    other, tie = found
    return _relation(here, tie, other, tie_words(tie.kind, back=True))


def _relation(here: Here, tie: Relation, other: str, words: str) -> TenureView:
    return TenureView(
        words,
        here.record(other),
        here.time(tie.from_) if tie.from_ else None,
        here.time(tie.until) if tie.until else None,
        here.shorts(tie.sources),
    )
