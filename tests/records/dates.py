"""All that a date says, since dates are compared by their canonical text."""

from dataclasses import astuple

from onrecord.records.when import When


def told(when: When) -> tuple[object, ...]:
    """Return everything but the words in which it was written."""
    _, *rest = astuple(when)
    return tuple(rest)
