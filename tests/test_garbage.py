"""Python looks at what is old again as soon as nobody is in a hurry, and not when all is over."""

import gc
import subprocess
import sys
import weakref

import pytest

from onrecord.garbage import not_sought, sought_among_the_young, to_the_end

_LEAVING_A_CIRCLE = """
class Circle:
    def __init__(self): self.itself = self
    def __del__(self): print("taken apart")
Circle()
"""


def test_what_is_old_is_let_be_until_the_work_is_done_or_fails() -> None:
    before = gc.get_threshold()

    with sought_among_the_young():
        assert gc.get_threshold()[1] > before[1]
    assert gc.get_threshold() == before

    with pytest.raises(ValueError, match="no such day"), sought_among_the_young():
        raise ValueError("no such day")
    assert gc.get_threshold() == before


def test_what_there_is_at_the_end_of_the_last_work_is_let_be() -> None:
    with sought_among_the_young():
        pass
    assert not gc.get_freeze_count()

    with sought_among_the_young(is_last=True):
        pass
    assert gc.get_freeze_count()


def test_what_is_left_when_the_program_ends_is_not_taken_apart() -> None:
    hurried = "from onrecord.garbage import sought_among_the_young\nwith sought_among_the_young(): pass"

    assert _printed(_LEAVING_A_CIRCLE) == "taken apart\n"
    assert not _printed(hurried + _LEAVING_A_CIRCLE)


def test_nothing_is_sought_while_much_is_made_and_then_it_is_again() -> None:
    with not_sought():
        assert not gc.isenabled()
        with not_sought():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count()


def test_what_is_needed_to_the_end_is_held_when_nobody_names_it_any_more() -> None:
    class Many:
        pass

    held = weakref.ref(to_the_end(Many()))
    assert held() is not None

    to_the_end(Many())
    assert held() is None


def _printed(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
