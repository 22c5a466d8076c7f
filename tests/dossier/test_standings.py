from datetime import date

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import Difference
from onrecord.dossier.standings import standings
from onrecord.dossier.statuses import Statuses
from tests.dossier.make import about, dossier, edition, source

FIRST, SECOND, TODAY = date(2025, 10, 16), date(2025, 10, 21), date(2025, 11, 13)


def linked() -> Dossier:
    papers = {"a": FIRST, "b": SECOND, "c": TODAY}
    return dossier(
        *(source(each, published=day.isoformat()) for each, day in papers.items()),
        of=about("2025-11-13", edition("2025-10-21"), edition("2025-10-16")),
    )


def test_each_edition_tells_what_was_known_and_what_it_brought() -> None:
    now = Statuses(linked())
    stood = standings(now)

    assert [(each.day, list(each.then.dossier.sources), each.differences) for each in stood] == [
        (FIRST, ["a"], None),
        (SECOND, ["a", "b"], (Difference("new", "b", "sources"),)),
        (TODAY, ["a", "b", "c"], (Difference("new", "c", "sources"),)),
    ]
    assert stood[-1].then is now
