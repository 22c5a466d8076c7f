"""What changed between two editions, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from onrecord.dossier.editions import Difference
from onrecord.pages.here import Here
from onrecord.pages.views import LinkView
from onrecord.pages.words.wording import ANY_STATES, ATTRIBUTIONS, KINDS, SUBSTANCES, listed, states_of


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One record that is new or has moved; ``moved`` says from what to what."""

    link: LinkView
    moved: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one sort, such as ``2 claims moved to contested``; ``telling`` ones are shown at once."""

    title: str
    telling: bool
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All changes of an edition: a sentence, and the groups with every item linked."""

    summary: str
    groups: tuple[ChangeGroup, ...]


_SORTS = ("correction", "event-moved", "claim-moved", "judgment-moved", "new", "attribution-moved")
_FOLDERS = (
    "statements", "claims", "judgments", "events", "questions", "actors",
    "topics", "places", "sources", "corrections",
)  # fmt: skip
_WORDS: Mapping[str, Mapping[str, str]] = {
    "attribution-moved": ATTRIBUTIONS,
    "claim-moved": SUBSTANCES,
    "event-moved": ANY_STATES,
}
_LIMIT = 200
_SPEAKERS = 3


def changes_view(here: Here, differences: Iterable[Difference]) -> ChangesView:
    """Return what readers of an edition find different from the one before."""
    found = sorted(differences, key=_order)
    groups = tuple(
        _group(here, tuple(group)) for _, group in groupby(found, key=lambda each: _order(each)[:3])
    )
    return ChangesView(listed(group.title for group in groups) or "nothing", groups)


def _order(difference: Difference) -> tuple[int, int, str, str]:
    """Sort what moved before what is new, and what moved by where it moved to."""
    to = difference.after if difference.kind.endswith("-moved") else ""
    return _SORTS.index(difference.kind), _FOLDERS.index(difference.folder), to, difference.record_id


def _group(here: Here, found: tuple[Difference, ...]) -> ChangeGroup:
    return ChangeGroup(_title(here, found), found[0].kind != "new", tuple(_lines(here, found)))


def _title(here: Here, found: tuple[Difference, ...]) -> str:
    first = found[0]
    one, several = KINDS[first.folder]
    noun = one if len(found) == 1 else several
    if first.kind == "correction":
        return f"{len(found)} {noun}"
    if first.kind == "attribution-moved":
        with_reports = "with " if first.after in {"confirmed", "single-origin"} else ""
        return f"{len(found)} {noun} now {with_reports}{_word(first.kind, first.after)}"
    if first.kind == "event-moved":
        return f"{len(found)} {noun} {_now(here, found)}"
    if first.kind != "new":
        return f"{len(found)} {noun} moved to {_word(first.kind, first.after)}"
    return f"{len(found)} new {noun}{_by(here, found) if first.folder == 'statements' else ''}"


def _now(here: Here, found: tuple[Difference, ...]) -> str:
    """Say in what state events are now, in the word of their kind if they are all of kinds with one word."""
    state = found[0].after
    if state == "held":
        return f"{'has' if len(found) == 1 else 'have'} {ANY_STATES[state]}"
    words = {states_of(here.dossier.events[each.record_id].kind)[state] for each in found}
    word = words.pop() if len(words) == 1 else ANY_STATES[state]
    return f"marked as {word}" if state == "never-held" else f"now {word}"


def _by(here: Here, found: tuple[Difference, ...]) -> str:
    """Name those who spoke most, the rest by number."""
    speakers = Counter(here.dossier.statements[each.record_id].speaker for each in found)
    most = sorted(speakers, key=lambda actor: (-speakers[actor], actor))
    rest = len(most) - _SPEAKERS
    names = [here.record(each).text for each in (most if rest <= 1 else most[:_SPEAKERS])]
    return f" by {listed([*names, f'{rest} others'] if rest > 1 else names)}"


def _lines(here: Here, found: Iterable[Difference]) -> Iterable[ChangeLine]:
    for each in tuple(found)[:_LIMIT]:
        moved = _moved(here, each) if each.kind.endswith("-moved") else ""
        yield ChangeLine(here.record(each.record_id), moved)


def _moved(here: Here, change: Difference) -> str:
    event = here.dossier.events.get(change.record_id)
    words = states_of(event.kind) if event else {}
    return " → ".join(words.get(key) or _word(change.kind, key) for key in (change.before, change.after))


def _word(kind: str, key: str) -> str:
    return _WORDS.get(kind, {}).get(key, key).lower()
