from onrecord.checks.places import unknown_timezone
from onrecord.problems import Location, Problem
from onrecord.records.background import Place
from onrecord.records.ids import RecordId
from tests.dossier.make import dossier


def test_a_time_zone_that_resembles_none_is_told_with_an_example() -> None:
    here = Location("places/p.yml")
    known = Place(id=RecordId("k"), name="K", timezone="Europe/Budapest", location=here)
    place = Place(id=RecordId("p"), name="P", timezone="harbour time", location=here)

    assert list(unknown_timezone(dossier(known, place))) == [
        Problem(
            "unknown-timezone",
            here.at("timezone"),
            "there is no time zone 'harbour time'",
            "write a name such as 'Europe/Budapest'",
        )
    ]
