"""A look at a few records of a past day sees what the whole dossier of that day holds."""

from datetime import date

import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.glance import glance
from onrecord.dossier.known import as_of
from onrecord.records.kinds import FOLDERS
from tests.dossier.make import (
    actor,
    claim,
    correction,
    dossier,
    event,
    evidence,
    place,
    question,
    resolved,
    source,
    stance,
    statement,
    step,
    topic,
)

DAYS = [date(2025, 10, day) for day in (1, 16, 17, 18, 20)]


@pytest.fixture(scope="module")
def whole() -> Dossier:
    days = {"first": "2025-10-16", "second": "2025-10-17", "third": "2025-10-18"}
    return dossier(
        actor("lavrov"),
        place("budapest"),
        topic("talks"),
        question("who", "ready"),
        *(source(each, published=day) for each, day in days.items()),
        source("relay", published="2025-10-17", derived_from=("first",)),
        source("forerunner", published="2025-10-16", derived_from=("third",)),
        statement("said", sources=("first", "second", "third"), about=("budapest",), topics=("talks",)),
        statement("again", sources=("third",), stances=stance("asserts"), replies_to="said", at="visit"),
        claim(
            evidence=(evidence("first"), evidence("third")), resolved=resolved("true", "2025-10-17", "third")
        ),
        event(
            "visit",
            "2025-10-18",
            step("announced", "2025-10-16", None, "first", "third"),
            step("held", "2025-10-18", None, "third", by="lavrov"),
            sources=("second",),
            place="budapest",
        ),
        correction("slip", "said", "2025-10-18"),
    )


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_glance_finds_the_records_of_the_day_and_every_actor(whole: Dossier, day: date) -> None:
    seen, then = glance(whole, day), as_of(whole, day)

    for folder in FOLDERS:
        of_day = whole.actors if folder == "actors" else then.of_kind(folder)
        assert dict(seen.of_kind(folder)) == of_day
        assert len(seen.of_kind(folder)) == len(of_day)
    assert {**then.folders, "lavrov": "actors"} == dict(seen.folders)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_glance_finds_who_named_what_on_the_day(whole: Dossier, day: date) -> None:
    seen, then = glance(whole, day), as_of(whole, day)

    assert dict(seen.backlinks) == then.backlinks


def test_who_is_looked_for_in_vain_is_told_by_name(whole: Dossier) -> None:
    with pytest.raises(KeyError, match="second"):
        glance(whole, DAYS[1]).sources["second"]


def test_a_record_is_found_among_its_own_kind_alone(whole: Dossier) -> None:
    assert "said" not in glance(whole, DAYS[-1]).sources
