from datetime import date

import pytest

from onrecord.dossier.sides import capacity, day_of, last_role, role_on, side
from tests.dossier.make import actor, dossier, parse, role, source, statement, tie

NOVEMBER = date(2025, 11, 13)
RUSSIA = (actor("russia", "state"), actor("mid", "government-body", relations=(tie("russia"),)))


def test_the_role_of_a_day_is_the_one_begun_last() -> None:
    lavrov = actor("lavrov", roles=(role("envoy", since="1994"), role("minister", since="2004-03-09")))

    held = role_on(lavrov, NOVEMBER)
    assert held is not None
    assert held.title == "minister"


def test_a_role_that_has_ended_or_not_begun_is_not_held() -> None:
    roles = (role("envoy", since="1994", to="2004-03-08"), role("retired", since="2030"))

    assert role_on(actor("lavrov", roles=roles), NOVEMBER) is None


def test_a_role_is_held_on_its_first_and_last_day() -> None:
    office = actor("lavrov", roles=(role("minister", since="2025-11-13", to="2025-11-13"),))

    assert role_on(office, NOVEMBER) is not None


@pytest.mark.parametrize(
    ("to", "held"), [("2025-11-13/..", True), ("2025-11-12/..", False), ("../2025-11", True)]
)
def test_of_an_end_that_is_not_known_nothing_is_known_after_its_first_day(to: str, held: bool) -> None:
    office = actor("kover", roles=(role("speaker", since="2010", to=to),))

    assert (role_on(office, NOVEMBER) is not None) is held
    assert last_role(office) is not None


def test_a_minister_is_on_the_side_of_the_state() -> None:
    linked = dossier(*RUSSIA, actor("lavrov", roles=(role("minister", "mid", "2004"),)))

    assert side(linked, "lavrov", NOVEMBER) == "russia"


def test_a_side_is_left_with_the_office() -> None:
    linked = dossier(*RUSSIA, actor("lavrov", roles=(role("minister", "mid", "2004", "2025-11-12"),)))

    assert side(linked, "lavrov", date(2025, 11, 12)) == "russia"
    assert side(linked, "lavrov", NOVEMBER) == "lavrov"


def test_a_title_without_an_organisation_hides_no_office() -> None:
    roles = (role("minister", "mid", "2004"), role("honorary doctor", since="2020"))

    assert side(dossier(*RUSSIA, actor("lavrov", roles=roles)), "lavrov", NOVEMBER) == "russia"


def test_only_being_part_of_something_makes_a_side() -> None:
    linked = dossier(*RUSSIA, actor("orban", relations=(tie("russia", "ally-of"),)))

    assert side(linked, "orban", NOVEMBER) == "orban"


def test_a_tie_counts_on_its_days_only() -> None:
    linked = dossier(*RUSSIA, actor("crew", "group", relations=(tie("russia", until="2024"),)))

    assert side(linked, "crew", NOVEMBER) == "crew"


def test_a_medium_stands_for_itself_whoever_owns_it() -> None:
    linked = dossier(
        *RUSSIA,
        actor("tass", "media", relations=(tie("russia"),)),
        actor("reporter", roles=(role("correspondent", "tass"),)),
    )

    assert side(linked, "reporter", NOVEMBER) == "tass"


def test_all_of_a_circle_are_on_one_side() -> None:
    circle = dossier(
        actor("b", relations=(tie("c"),)),
        actor("c", relations=(tie("a"),)),
        actor("a", relations=(tie("b"),)),
        actor("z", relations=(tie("c"),)),
    )

    assert {side(circle, each, NOVEMBER) for each in "abcz"} == {"a"}


def test_a_speaker_speaks_in_the_role_of_the_day_unless_another_is_written() -> None:
    linked = dossier(
        source("tass"),
        actor("lavrov", roles=(role("minister", since="2004"),)),
        statement("as-minister"),
        statement("as-guest", capacity="guest"),
        statement("before", said="1999"),
    )

    found = {key: capacity(linked, each) for key, each in linked.statements.items()}
    assert found == {"as-minister": "minister", "as-guest": "guest", "before": ""}


def test_a_tie_that_has_not_begun_does_not_count_and_of_several_the_latest_begun_does() -> None:
    ties = tie("alliance", since="1999"), tie("union", since="2004"), tie("russia", since="2030")
    linked = dossier(*RUSSIA, actor("union"), actor("alliance"), actor("hungary", relations=ties))

    assert side(linked, "hungary", NOVEMBER) == "union"


def test_where_the_day_is_not_known_every_role_counts_as_held() -> None:
    held = role_on(actor("lavrov", roles=(role("envoy", since="1994", to="2004"),)), None)

    assert held is not None
    assert held.title == "envoy"


@pytest.mark.parametrize(
    ("written", "day"), [("2025-11", date(2025, 11, 1)), ("../2025-11-13", NOVEMBER), ("unknown", None)]
)
def test_the_day_that_counts_is_the_first_else_the_last(written: str, day: date | None) -> None:
    assert day_of(parse(written)) == day
