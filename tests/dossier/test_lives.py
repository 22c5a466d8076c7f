import pytest

from onrecord.dossier.lives import Life, life
from onrecord.records.vocabulary import EventState
from tests.dossier.make import event, step


def test_the_last_step_in_time_tells_the_state_whatever_the_order_in_the_file() -> None:
    put_off, announced = step("put-off", "2025-10-21"), step("announced", "2025-10-16")
    found = life(event("summit", "2025-11", put_off, announced))

    assert (found.state, found.since.text) == ("put-off", "2025-10-21")
    assert found.steps == (announced, put_off)


def test_of_two_steps_on_one_day_the_later_written_holds() -> None:
    found = life(event("summit", "2025-11", step("announced", "2025-10-16"), step("confirmed", "2025-10-16")))

    assert found.state == "confirmed"


def test_a_step_that_names_no_date_leaves_the_plan_as_it_was() -> None:
    found = life(
        event(
            "summit",
            "2025-11",
            step("announced", "2025-10-16", "2025-10-30"),
            step("confirmed", "2025-10-17"),
        )
    )

    assert found.planned_for is not None
    assert found.planned_for.text == "2025-10-30"


@pytest.mark.parametrize("state", ["put-off", "called-off", "under-way", "held", "never-held"])
def test_an_event_that_was_put_off_or_took_place_is_planned_no_more(state: EventState) -> None:
    steps = step("announced", "2025-10-16", "2025-10-30"), step(state, "2025-10-21")

    assert life(event("summit", "2025-11", *steps)).planned_for is None


def test_an_event_can_be_put_off_to_another_date() -> None:
    steps = step("announced", "2025-10-16", "2025-10-30"), step("put-off", "2025-10-21", "2025-12")
    planned_for = life(event("summit", "2025-11", *steps)).planned_for

    assert planned_for is not None
    assert planned_for.text == "2025-12"


def test_an_event_without_steps_counts_as_floated() -> None:
    summit = event("summit")

    assert life(summit) == Life("floated", summit.when, None, ())


def test_a_state_holds_since_the_first_of_the_last_steps_that_say_so() -> None:
    steps = step("announced", "2025-10-16"), step("put-off", "2025-10-21"), step("put-off", "2025-11-02")

    assert life(event("summit", "2025-11", *steps)).since.text == "2025-10-21"


def test_an_event_whose_steps_name_no_date_is_planned_for_none() -> None:
    assert life(event("summit", "2025-11", step("announced"))).planned_for is None
