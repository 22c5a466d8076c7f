"""How often something is tried: a few times, the same each time, or many times for ``make fuzz``."""

import os

from hypothesis import HealthCheck, settings

MANY = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many examples ``make fuzz`` asks for."""


def tried(few: int) -> settings:
    """Return the settings of a test that tries ``few`` examples, or as many others as are asked for."""
    return settings(
        max_examples=MANY or few,
        derandomize=not MANY,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
