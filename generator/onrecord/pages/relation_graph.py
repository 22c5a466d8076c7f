"""An actor and those tied to it, as a small drawing."""

from itertools import groupby

from onrecord.pages.here import Here
from onrecord.pages.record_views import GraphView, NodeView
from onrecord.pages.titles import shortened
from onrecord.pages.views import LinkView
from onrecord.pages.wording import listed, spaced
from onrecord.records.actors import Actor, Relation

_WIDTH, _ROW, _TOP, _MOST, _LONGEST = 360, 38, 20, 12, 30


def ties_to(here: Here, actor: Actor) -> tuple[tuple[str, Relation], ...]:
    """Return the ties to an actor that stand on the records of others, each with the other's id."""
    actors, wanted = here.dossier.actors, str(actor.id)
    others = here.dossier.naming(wanted, "relations")
    return tuple((other, tie) for other in others for tie in actors[other].relations if str(tie.to) == wanted)


def relation_graph(here: Here, actor: Actor) -> GraphView | None:
    """Return the drawing of an actor's ties, one line an actor; none if there are no ties."""
    outgoing = {(str(tie.to), str(tie.kind), False) for tie in actor.relations}
    incoming = {(other, str(tie.kind), True) for other, tie in ties_to(here, actor)}
    found = sorted(outgoing | incoming)
    grouped = [(key, tuple(group)) for key, group in groupby(found, key=lambda tie: tie[0])][:_MOST]
    if not grouped:
        return None
    nodes = tuple(_node(here, key, group, index) for index, (key, group) in enumerate(grouped))
    height = _TOP + _ROW * len(nodes)
    name = shortened(actor.name, _LONGEST)
    return GraphView(f"Ties of {actor.name}", _WIDTH, height, height // 2, name, nodes)


def _node(here: Here, other: str, group: tuple[tuple[str, str, bool], ...], index: int) -> NodeView:
    link = here.record(other)
    words = listed(f"{'← ' if incoming else ''}{spaced(kind)}" for _, kind, incoming in group)
    short = LinkView(link.href, shortened(link.text, _LONGEST), link.kind)
    return NodeView(_TOP + _ROW * index, short, words, all(incoming for *_, incoming in group))
