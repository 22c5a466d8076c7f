"""An actor and those tied to it, as a small drawing."""

from collections.abc import Mapping
from itertools import groupby

from onrecord.pages.charts.views import GraphView, NodeView
from onrecord.pages.here import Here
from onrecord.pages.views import LinkView
from onrecord.pages.words.titles import shortened
from onrecord.pages.words.wording import listed
from onrecord.records.actors import Actor, Relation
from onrecord.records.vocabulary import RelationKind

_WIDTH, _ROW, _TOP, _MOST, _LONGEST = 360, 38, 20, 12, 30


_ONWARD: Mapping[str, str] = {
    "part-of": "is part of",
    "member-of": "is a member of",
    "ally-of": "is an ally of",
    "rival-of": "is a rival of",
    "negotiates-with": "negotiates with",
    "related-to": "is related to",
}
_BACK: Mapping[str, str] = {
    **_ONWARD,
    "part-of": "includes",
    "member-of": "counts among its members",
    "represents": "is represented by",
    "leads": "is led by",
    "owns": "is owned by",
}


def tie_words(kind: RelationKind, *, back: bool = False) -> str:
    """Return what an actor is to another, to be followed by the other's name; ``back`` is the way back."""
    return (_BACK if back else _ONWARD).get(kind, kind)


def ties_to(here: Here, actor: Actor) -> tuple[tuple[str, Relation], ...]:
    """Return the ties to an actor that stand on the records of others, each with the other's id."""
    actors, wanted = here.dossier.actors, str(actor.id)
    others = here.dossier.naming(wanted, "relations")
    return tuple((other, tie) for other in others for tie in actors[other].relations if str(tie.to) == wanted)


def relation_graph(here: Here, actor: Actor) -> GraphView | None:
    """Return the drawing of an actor's ties, one line an actor; none if there are no ties."""
    own = {(str(tie.to), tie_words(tie.kind)) for tie in actor.relations}
    others = {(other, tie_words(tie.kind, back=True)) for other, tie in ties_to(here, actor)}
    found = sorted(own | others)
    grouped = [(key, tuple(group)) for key, group in groupby(found, key=lambda tie: tie[0])][:_MOST]
    if not grouped:
        return None
    nodes = tuple(_node(here, key, group, index) for index, (key, group) in enumerate(grouped))
    height = _TOP + _ROW * len(nodes)
    name = shortened(actor.name, _LONGEST)
    return GraphView(f"Ties of {actor.name}", _WIDTH, height, height // 2, name, nodes)


def _node(here: Here, other: str, group: tuple[tuple[str, str], ...], index: int) -> NodeView:
    link = here.record(other)
    words = listed(words for _, words in group)
    short = LinkView(link.href, shortened(link.text, _LONGEST), link.kind)
    return NodeView(_TOP + _ROW * index, short, words)
