import pytest

from tests.checks.conftest import Finding, said

ROLES = (
    "{name: Ann, kind: person, roles: ["
    "{title: Minister, from: 2020-01-10, to: 2021-01-10}, {title: Minister, from: 2023}, {title: Senator}]}"
)


def found(find: Finding, day: str, capacity: str = "", roles: str = ROLES) -> list[tuple[str, object]]:
    more = f", capacity: {capacity}" if capacity else ""
    files = {"actors/ann.yml": roles, "statements/x.yml": said(day, more)}
    return [(code, route) for code, _, route in find(files) if code == "statement-before-role"]


@pytest.mark.parametrize("day", ["2020-01-10", "2021-01-10", "2023-06-01", "2020", "2019/2022"])
def test_an_office_held_on_the_day_or_perhaps_held_is_believed(find: Finding, day: str) -> None:
    assert found(find, day, "Minister") == []


@pytest.mark.parametrize("day", ["2020-01-09", "2021-01-11", "2019"])
def test_an_office_not_held_on_the_day_is_found(find: Finding, day: str) -> None:
    assert found(find, day, "Minister") == [("statement-before-role", ("capacity",))]


def test_a_capacity_that_is_no_role_is_the_business_of_editors(find: Finding) -> None:
    assert found(find, "1999-01-01", "Poet") == []


def test_a_role_without_a_beginning_may_have_been_held_ever(find: Finding) -> None:
    assert found(find, "1999-01-01", "Senator") == found(find, "1999-01-01") == []


def test_words_before_all_roles_are_found(find: Finding) -> None:
    later = (
        "{name: Ann, kind: person, roles: [{title: Minister, from: '2020'}, {title: Senator, from: '2010'}]}"
    )

    assert found(find, "1999-01-01", roles=later) == [("statement-before-role", ("said",))]
    assert found(find, "2015-01-01", roles=later) == []


LATER = "{name: Ann, kind: person, roles: [{title: Minister, from: '2020', to: '2021'}]}"


def test_a_capacity_that_is_no_role_counts_in_no_way(find: Finding) -> None:
    assert found(find, "1999-01-01", "Poet", LATER) == []
