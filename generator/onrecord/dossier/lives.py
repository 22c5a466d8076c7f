"""The life of an event: floated, announced, called off, held; its last step tells where it stands."""

from dataclasses import dataclass
from itertools import takewhile

from onrecord.records.events import Event, Step
from onrecord.records.vocabulary import EventState
from onrecord.records.when import When, timeline_key

_KEEP_THE_PLAN = frozenset({"floated", "announced", "confirmed"})


@dataclass(frozen=True, slots=True)
class Life:
    """Where an event stands: its state, since when, the date still foreseen, and all steps in time order.

    ``since`` is the first of the last steps that all say the same.
    """

    state: EventState
    since: When
    planned_for: When | None
    steps: tuple[Step, ...]


def life(event: Event) -> Life:
    """Return where an event stands after its last step.

    A step without a date leaves the foreseen one as it was, unless the event was put off, called off
    or took place.
    An event without any step, which a check reports, counts as floated.
    """
    steps = tuple(sorted(event.history, key=lambda step: timeline_key(step.on)))
    planned_for: When | None = None
    for step in steps:
        if step.planned_for is not None or step.state not in _KEEP_THE_PLAN:
            planned_for = step.planned_for
    if not steps:
        return Life("floated", event.when, None, ())
    state = steps[-1].state
    run = tuple(takewhile(lambda step: step.state == state, reversed(steps)))
    return Life(state, run[-1].on, planned_for, steps)
