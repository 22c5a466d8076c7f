"""The controls of the timeline: by what it can be filtered, each choice with its number of entries."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.pages.here import Here
from onrecord.pages.timeline.facets import FacetsView
from onrecord.pages.words.languages import language_name
from onrecord.pages.words.wording import ANY_STATES, ATTRIBUTIONS, spaced


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice and how many entries it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FilterView:
    """A control: its name in the address, its label, the words for no choice, and the choices."""

    name: str
    label: str
    every: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class ControlsView:
    """All controls; ``first`` and ``last`` are the ISO days since which the first and last entry is known."""

    total: int
    filters: tuple[FilterView, ...]
    first: str
    last: str


def controls(here: Here, found: Sequence[FacetsView]) -> ControlsView:
    """Return the controls for entries with these facets."""
    states = Counter(each.key for each in found if each.event)
    statuses = Counter(each.key for each in found if not each.event)
    known = sorted(each.since for each in found if each.since)
    made = (
        FilterView("kind", "Kind", "Everything", _kinds(found)),
        FilterView("actor", "Actor", "Everybody", _by_name(_words(found, "actors"), _named(here))),
        FilterView("topic", "Topic", "All topics", _by_name(_words(found, "topics"), _named(here))),
        FilterView("state", "State of an event", "Any", _in_order(states, ANY_STATES)),
        FilterView("status", "Did they say it?", "Any", _in_order(statuses, ATTRIBUTIONS)),
        FilterView("lang", "Source language", "Any", _by_name(_words(found, "langs"), language_name)),
    )
    return ControlsView(
        len(found),
        tuple(each for each in made if each.choices),
        *((known[0], known[-1]) if known else ("", "")),
    )


def _words(found: Iterable[FacetsView], field: str) -> Counter[str]:
    return Counter(word for each in found for word in getattr(each, field))


def _kinds(found: Iterable[FacetsView]) -> tuple[ChoiceView, ...]:
    counts = _words(found, "kinds")
    main = {"statement": "Statements", "event": "Events"}
    rest = Counter({kind: count for kind, count in counts.items() if kind not in main})
    return (*_in_order(counts, main), *_by_name(rest, lambda kind: f"Events: {spaced(kind)}"))


def _by_name(counts: Counter[str], name: Callable[[str], str]) -> tuple[ChoiceView, ...]:
    named = (ChoiceView(value, name(value), count) for value, count in counts.items())
    return tuple(sorted(named, key=lambda choice: (choice.label.casefold(), choice.value)))


def _in_order(counts: Counter[str], labels: Mapping[str, str]) -> tuple[ChoiceView, ...]:
    return tuple(
        ChoiceView(value, label[0].upper() + label[1:], counts[value])
        for value, label in labels.items()
        if counts[value]
    )


def _named(here: Here) -> Callable[[str], str]:
    return lambda record_id: here.record(record_id).text
