"""What changed between two editions, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import Difference, differences
from onrecord.pages.here import Here
from onrecord.pages.views import LinkView
from onrecord.pages.wording import ATTRIBUTIONS, KINDS, STATES, SUBSTANCES, listed


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One record that is new or has moved; ``moved`` says from what to what."""

    link: LinkView
    moved: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one sort: ``5 new statements``, ``2 claims moved``. ``key`` names the sort."""

    key: str
    title: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All changes of an edition: a sentence, and the groups with every item linked."""

    summary: str
    groups: tuple[ChangeGroup, ...]


_ORDER = ("correction", "claim-moved", "event-moved", "judgment-moved", "attribution-moved", "new")
_WORDS = {**STATES, **ATTRIBUTIONS, **SUBSTANCES}
_LIMIT = 200


def changes_view(here: Here, before: Dossier, after: Dossier) -> ChangesView:
    """Return what readers of ``after`` find different from ``before``."""
    found = sorted(differences(before, after), key=lambda d: (_ORDER.index(d.kind), d.folder, d.record_id))
    groups = tuple(
        _group(here, kind, folder, tuple(group))
        for (kind, folder), group in groupby(found, key=lambda d: (d.kind, d.folder))
    )
    return ChangesView(listed(group.title for group in groups) or "nothing", groups)


def _group(here: Here, kind: str, folder: str, found: tuple[Difference, ...]) -> ChangeGroup:
    one, several = KINDS[folder]
    noun = one if len(found) == 1 else several
    title = {
        "new": f"{len(found)} new {noun}",
        "correction": f"{len(found)} {noun}",
        "attribution-moved": f"{len(found)} {noun} with a new attribution",
    }.get(kind, f"{len(found)} {noun} moved")
    return ChangeGroup(f"{kind}-{folder}", title, tuple(_lines(here, found)))


def _lines(here: Here, found: Iterable[Difference]) -> Iterable[ChangeLine]:
    for each in tuple(found)[:_LIMIT]:
        moved = f"{_word(each.before)} → {_word(each.after)}" if each.kind.endswith("-moved") else ""
        yield ChangeLine(here.record(each.record_id), moved)


def _word(key: str) -> str:
    return _WORDS.get(key, key).lower()
