"""The words of the site: what is said of an event fits its kind."""

from typing import get_args

import pytest

from onrecord.pages.words.wording import STATES, states_of, step_word
from onrecord.records.vocabulary import EventKind, EventState
from tests.dossier import make


@pytest.mark.parametrize(
    ("kind", "held", "never"),
    [
        ("summit", "held", "never held"),
        ("sanction", "imposed", "never imposed"),
        ("publication", "published", "never published"),
        ("military", "took place", "never took place"),
        ("deadline", "passed", "never came"),
    ],
)
def test_what_is_over_is_told_as_one_would_of_its_kind(kind: str, held: str, never: str) -> None:
    assert (states_of(kind)["held"], states_of(kind)["never-held"]) == (held, never)


@pytest.mark.parametrize("kind", get_args(EventKind))
def test_every_kind_has_a_word_for_every_state(kind: str) -> None:
    assert states_of(kind).keys() == STATES.keys()


def test_a_step_that_says_what_the_one_before_it_said_is_told_as_still_so() -> None:
    states: tuple[EventState, ...] = ("announced", "put-off", "put-off", "called-off", "called-off")
    steps = [make.step(state, f"2025-10-{day:02}") for day, state in enumerate(states, 1)]

    assert [step_word("summit", steps, index) for index in range(len(steps))] == [
        "announced",
        "put off",
        "still put off",
        "called off",
        "called off",
    ]


def test_a_step_of_the_same_day_or_with_a_new_date_is_not_told_as_still_so() -> None:
    days = (("2025-10-16", None), ("2025-10-16", None), ("2025-10-17", "2025-10-30"), ("2025-10-18", None))
    steps = [make.step("announced", on, planned) for on, planned in days]

    words = [step_word("summit", steps, index) for index in range(len(steps))]
    assert words == ["announced", "announced", "announced", "still announced"]
