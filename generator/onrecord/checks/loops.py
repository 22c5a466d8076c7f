"""Checks of chains that must not come back to where they began."""

from collections.abc import Iterator, Mapping

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location, Problem

Edge = tuple[str, Location]
Edges = Mapping[str, tuple[Edge, ...]]
"""For each record, those it names and the places where it does."""

_SHOWN = 6


def loop_in_derived_from(dossier: Dossier) -> Iterator[Problem]:
    """No source is derived from itself, however long the chain."""
    return _loops("loop-in-derived-from", "is derived from", _edges(dossier, "sources", "derived_from"))


def loop_in_part_of(dossier: Dossier) -> Iterator[Problem]:
    """No event is part of one that is part of it."""
    return _loops("loop-in-part-of", "is part of", _edges(dossier, "events", "part_of"))


def loop_in_relations(dossier: Dossier) -> Iterator[Problem]:
    """No actor is part of one that is part of it: somebody must be whose side it is."""
    parts = {
        name: tuple(
            (str(tie.to), actor.location.at("relations", index, "to"))
            for index, tie in enumerate(actor.relations)
            if tie.kind == "part-of"
        )
        for name, actor in dossier.actors.items()
    }
    return _loops("loop-in-relations", "is part of", parts)


def loop_in_follows(dossier: Dossier) -> Iterator[Problem]:
    """No event follows itself, however many lie between."""
    return _loops("loop-in-follows", "follows", _edges(dossier, "events", "follows"))


def loop_in_replies_to(dossier: Dossier) -> Iterator[Problem]:
    """No statement replies to one that replies to it."""
    return _loops("loop-in-replies-to", "replies to", _edges(dossier, "statements", "replies_to"))


def _edges(dossier: Dossier, folder: str, field: str) -> Edges:
    """Return the references in ``field`` of the records that have any: only they can be part of a loop."""
    named = (
        (record, [found for found in dossier.references[name] if found.route[0] == field])
        for name, record in dossier.of_kind(folder).items()
    )
    return {
        record.id: tuple((found.to, record.location.at(*found.route)) for found in references)
        for record, references in named
        if references
    }


def _loops(code: str, verb: str, edges: Edges) -> Iterator[Problem]:
    """Give a problem for each reference that closes a loop; a record that names itself is another check's."""
    for loop, edge in _closing(edges):
        names = " → ".join((*loop[:_SHOWN], *(("…",) if len(loop) > _SHOWN else ()), edge[0]))
        yield Problem(
            code,
            edge[1],
            f"'{loop[-1]}' {verb} '{edge[0]}', which leads back to it: {names}",
            "take out the link that is wrong",
        )


def _closing(edges: Edges) -> Iterator[tuple[tuple[str, ...], Edge]]:
    """Walk every chain once, depth first; give the loop and the reference that closes it."""
    done: set[str] = set()
    for start in edges:
        trail = {} if start in done else {start: iter(edges[start])}
        while trail:
            here = next(reversed(trail))
            edge = next(trail[here], None)
            if edge is None:
                done.add(here)
                trail.popitem()
            elif edge[0] in trail and edge[0] != here:
                whole = tuple(trail)
                yield whole[whole.index(edge[0]) :], edge
            elif edge[0] in edges and edge[0] not in done and edge[0] != here:
                trail[edge[0]] = iter(edges[edge[0]])
