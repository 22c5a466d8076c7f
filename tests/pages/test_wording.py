"""The words of the site: what is said of an event fits its kind."""

from typing import get_args

import pytest

from onrecord.pages.words.wording import STATES, states_of
from onrecord.records.vocabulary import EventKind


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
