from onrecord.checks.support import judgment_rests_on_nothing
from onrecord.problems import Location
from onrecord.records.ids import RecordId
from tests.dossier.make import dossier, judgment, source


def test_the_key_that_is_missing_is_the_place_of_a_judgment_that_rests_on_nothing() -> None:
    made = dossier(source("tass"), judgment("a"), judgment("b", rests_on=(RecordId("tass"),)), judgment("c"))

    assert [each.location for each in judgment_rests_on_nothing(made)] == [
        Location("judgments/a.yml", ("rests_on",)),
        Location("judgments/c.yml", ("rests_on",)),
    ]
