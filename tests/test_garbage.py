"""Python looks at what is old again as soon as nobody is in a hurry."""

import gc

import pytest

from onrecord.garbage import sought_among_the_young


def test_what_is_old_is_let_be_until_the_work_is_done_or_fails() -> None:
    before = gc.get_threshold()

    with sought_among_the_young():
        assert gc.get_threshold()[1] > before[1]
    assert gc.get_threshold() == before

    with pytest.raises(ValueError, match="no such day"), sought_among_the_young():
        raise ValueError("no such day")
    assert gc.get_threshold() == before
