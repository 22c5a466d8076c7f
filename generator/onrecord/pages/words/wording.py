"""The words that readers see for the words that editors write."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.records.events import Step

KINDS: Mapping[str, tuple[str, str]] = {
    "actors": ("actor", "actors"),
    "claims": ("claim", "claims"),
    "corrections": ("correction", "corrections"),
    "events": ("event", "events"),
    "judgments": ("judgment", "judgments"),
    "places": ("place", "places"),
    "questions": ("open question", "open questions"),
    "sources": ("source", "sources"),
    "statements": ("statement", "statements"),
    "topics": ("topic", "topics"),
}
"""Folder to the name of one and of several of its records."""

ATTRIBUTIONS: Mapping[str, str] = {
    "disputed": "Disputed",
    "on-the-record": "On the record",
    "confirmed": "Independent reports",
    "single-origin": "One original report",
    "second-hand": "Second-hand",
}
SUBSTANCES: Mapping[str, str] = {
    "confirmed": "Confirmed",
    "refuted": "Refuted",
    "resolved": "Resolved",
    "contested": "Contested",
    "conditional": "Conditional",
    "one-sided": "One-sided",
    "agreed": "Agreed",
    "open": "Open",
}
STANCES: Mapping[str, str] = {
    "asserts": "asserts",
    "denies": "denies",
    "conditional": "asserts on a condition",
    "doubts": "doubts",
    "declines-to-comment": "declines to comment",
}
"""What is said of whoever takes a stance: ``Sergey Lavrov denies``."""

TAKEN_BY: Mapping[str, str] = {
    "asserts": "asserted by",
    "denies": "denied by",
    "conditional": "asserted on a condition by",
    "doubts": "doubted by",
    "declines-to-comment": "no comment by",
}
"""What stands before the names of those who take a stance: after a verb they would be its object."""
STATES: Mapping[str, str] = {
    "floated": "floated",
    "announced": "announced",
    "confirmed": "confirmed",
    "put-off": "put off",
    "called-off": "called off",
    "under-way": "under way",
    "held": "held",
    "never-held": "never held",
}
ANY_STATES: Mapping[str, str] = {**STATES, "held": "happened", "never-held": "never happened"}
"""The words for events of all kinds together: a sanction happens as a meeting does, but is not held."""

_DONE: Mapping[str, str] = {
    "agreement": "concluded",
    "appointment": "made",
    "deadline": "passed",
    "decision": "taken",
    "military": "took place",
    "other": "took place",
    "publication": "published",
    "ruling": "given",
    "sanction": "imposed",
}
"""What is said of an event that is over, where nobody would say that it was held."""

_OVER = frozenset({"held", "never-held", "called-off"})

_UNDONE: Mapping[str, str] = {
    "deadline": "never came",
    "military": "never took place",
    "other": "never took place",
}
LIKELIHOODS: Mapping[str, tuple[str, str]] = {
    "almost-no-chance": ("almost no chance", "1–5 %"),
    "very-unlikely": ("very unlikely", "5–20 %"),
    "unlikely": ("unlikely", "20–45 %"),
    "roughly-even-chance": ("roughly even chance", "45–55 %"),
    "likely": ("likely", "55–80 %"),
    "very-likely": ("very likely", "80–95 %"),
    "almost-certain": ("almost certain", "95–99 %"),
}
"""Words and ranges of the US Intelligence Community Directive 203 (2015)."""

RELIABILITIES: Mapping[str, str] = {
    "A": "A, reliable",
    "B": "B, usually reliable",
    "C": "C, fairly reliable",
    "D": "D, not usually reliable",
    "E": "E, unreliable",
    "F": "F, cannot be judged",
}
"""The letters of the Admiralty (NATO) system for the reliability of a source."""


def states_of(kind: str) -> Mapping[str, str]:
    """Return the words for the states of an event of that kind: a sanction is imposed, a meeting held."""
    done = _DONE.get(kind)
    if done is None:
        return STATES
    return {**STATES, "held": done, "never-held": _UNDONE.get(kind, f"never {done}")}


def stance_on(stance: str) -> str:
    """Return what stands before the words of a claim: ``denies:``."""
    return f"{STANCES[stance]}{' on' if stance == 'declines-to-comment' else ''}:"


def step_word(kind: str, steps: Sequence[Step], index: int) -> str:
    """Return the word for a step of an event: ``still put off`` if nothing is new since an earlier day."""
    word = states_of(kind)[steps[index].state]
    return f"still {word}" if index > 0 and _is_again(steps[index - 1], steps[index]) else word


def _is_again(before: Step, step: Step) -> bool:
    same = step.state == before.state and step.planned_for in (None, before.planned_for)
    return same and step.state not in _OVER and step.on.first_day != before.on.first_day


def spaced(word: str) -> str:
    """Return a word of the vocabulary as people write it: ``press-conference`` as ``press conference``."""
    return word.replace("-", " ")


def counted(number: int, folder: str) -> str:
    """Return ``1 statement``, ``12 statements``."""
    one, several = KINDS[folder]
    return f"{number} {one if number == 1 else several}"


def listed(words: Iterable[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    *most, last = tuple(words) or ("",)
    return f"{', '.join(most)} and {last}" if most else last
