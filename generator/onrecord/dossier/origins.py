"""Where a chain of sources begins: ten reports of one dispatch are one origin."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.names import actor_name
from onrecord.dossier.remembered import remembered
from onrecord.records.ids import is_id

_UNNAMED = re.compile(r"\b(?:unnamed|anonymous|unidentified|unattributed|not named)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a chain of sources begins.

    ``key`` is the id of a source, or words where the origin has no record; ``named`` tells whether it is
    known who that is; ``sources`` are those of the sources asked about that lead back to it, sorted.
    """

    key: str
    named: bool
    sources: tuple[str, ...]


def chain(dossier: Dossier, source_id: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways up from a source to its origins, each beginning with ``source_id``.

    What was reached before ends a way: what lies beyond it stands in an earlier one, so circles end too.
    """
    ways: list[tuple[str, ...]] = []
    seen: set[str] = set()
    waiting: list[tuple[str, ...]] = [(source_id,)]
    while waiting:
        way = waiting.pop()
        above = () if way[-1] in seen else _above(dossier, way[-1])
        seen.add(way[-1])
        onward = [(*way, each) for each in above if each not in way]
        waiting.extend(reversed(onward))
        if not onward:
            ways.append(way)
    return tuple(ways)


def origins(dossier: Dossier, source_ids: Iterable[str]) -> tuple[Origin, ...]:
    """Return the independent origins of some sources, sorted by key.

    A source that is derived from nothing is an origin; words are one, whatever their capitals.
    Origins of the same publisher are one, because a publisher that repeats itself confirms nothing;
    it is called by what was published first.
    """
    groups: dict[str, tuple[set[str], set[str]]] = {}
    for source_id in source_ids:
        for root in _roots(dossier, source_id):
            members, leading = groups.setdefault(_publisher(dossier, root), (set(), set()))
            members.add(root)
            leading.add(source_id)
    made = (_origin(dossier, members, leading) for members, leading in groups.values())
    return tuple(sorted(made, key=lambda origin: origin.key))


@remembered
def ancestors(dossier: Dossier, source_id: str) -> frozenset[str]:
    """Return everything a source is derived from, at whatever remove: ids and words."""
    reached: set[str] = set()
    waiting = [source_id]
    while waiting:
        onward = [key for key in _above(dossier, waiting.pop()) if key not in reached]
        reached.update(onward)
        waiting.extend(onward)
    return frozenset(reached)


def _above(dossier: Dossier, key: str) -> tuple[str, ...]:
    source = dossier.sources.get(key)
    return tuple(dict.fromkeys(source.derived_from)) if source else ()


def _roots(dossier: Dossier, source_id: str) -> frozenset[str]:
    """Return what a source leads back to; of circles that lead nowhere, the first id in the alphabet."""
    reached = {source_id, *ancestors(dossier, source_id)}
    roots = frozenset(key for key in reached if not _above(dossier, key))
    return roots or frozenset({min(key for key in reached if key in ancestors(dossier, key))})


def _publisher(dossier: Dossier, root: str) -> str:
    """Return what makes two origins one: the publisher's name, or the words themselves."""
    source = dossier.sources.get(root)
    return (actor_name(dossier, source.publisher) if source else root).casefold()


def _origin(dossier: Dossier, members: set[str], leading: set[str]) -> Origin:
    key = min(members, key=lambda member: (_published(dossier, member), member))
    return Origin(key, _is_named(dossier, key), tuple(sorted(leading)))


def _published(dossier: Dossier, key: str) -> date:
    source = dossier.sources.get(key)
    return (source.published.first_day if source else None) or date.max


def _is_named(dossier: Dossier, key: str) -> bool:
    source = dossier.sources.get(key)
    if source is None:
        return is_id(key) or not _UNNAMED.search(key)
    publisher = dossier.actors.get(source.publisher)
    return publisher.kind != "anonymous" if publisher else not _UNNAMED.search(source.publisher)
