from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import differences
from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.here import Here
from onrecord.pages.sections.differences import ChangesView, changes_view
from onrecord.pages.site import Site
from onrecord.records.events import Step
from tests.dossier import make

WHO = (make.actor("lavrov", name="Sergey Lavrov"), make.actor("rubio", name="Marco Rubio"), make.claim())
LAVROV = make.statement("lavrov-says", "lavrov", stances=make.stance("asserts"))
RUBIO = make.statement("rubio-says", "rubio", stances=make.stance("denies"))


def seen(before: Dossier, after: Dossier) -> ChangesView:
    return changes_view(Here(Site(Statuses(after), Addresses()), "changes/"), differences(before, after))


def test_what_moved_comes_first_and_says_from_what_to_what() -> None:
    found = seen(make.dossier(*WHO, LAVROV), make.dossier(*WHO, LAVROV, RUBIO))

    assert [group.title for group in found.groups] == [
        "1 claim moved to contested",
        "1 new statement by Marco Rubio",
    ]
    assert found.groups[0].lines[0].moved == "one-sided → contested"
    assert found.summary == "1 claim moved to contested and 1 new statement by Marco Rubio"
    assert [group.telling for group in found.groups] == [True, False]


def test_those_who_spoke_most_are_named_and_the_rest_are_counted() -> None:
    actors = [make.actor(f"a{number}", name=f"Actor {number}") for number in range(6)]
    said = [make.statement(f"said-{number}", f"a{number}") for number in range(6)]
    found = seen(make.dossier(*actors), make.dossier(*actors, *said))

    assert found.groups[0].title == "6 new statements by Actor 0, Actor 1, Actor 2 and 3 others"


def test_the_same_dossier_has_not_changed() -> None:
    found = seen(make.dossier(*WHO, LAVROV), make.dossier(LAVROV, *reversed(WHO)))

    assert (found.summary, found.groups) == ("nothing", ())


def test_an_event_that_moved_is_told_as_one_tells_events_of_all_kinds_and_its_line_as_of_its_own() -> None:
    def oil(*steps: Step) -> Dossier:
        return make.dossier(*WHO, make.event("oil", "2025-10-22", *steps, kind="sanction"))

    announced, imposed = make.step("announced", "2025-10-20"), make.step("held", "2025-10-22")
    happened = seen(oil(announced), oil(announced, imposed)).groups[0]
    off = seen(oil(announced), oil(announced, make.step("called-off", "2025-10-21"))).groups[0]

    assert (happened.title, happened.lines[0].moved) == ("1 event has happened", "announced → imposed")
    assert (off.title, off.lines[0].moved) == ("1 event now called off", "announced → called off")


def test_an_event_that_will_never_be_is_told_as_marked_so_in_the_word_of_its_kind() -> None:
    def titles(*kinds: str) -> list[str]:
        def dossier(*steps: Step) -> Dossier:
            return make.dossier(*(make.event(kind, "2025-10-22", *steps, kind=kind) for kind in kinds))

        planned, never = make.step("announced", "2025-10-20"), make.step("never-held", "2025-10-22")
        return [each.title for each in seen(dossier(planned), dossier(planned, never)).groups]

    assert titles("summit") == ["1 event marked as never held"]
    assert titles("ruling", "summit") == ["2 events marked as never happened"]


def test_a_statement_that_more_report_is_not_said_to_be_confirmed() -> None:
    tass, origo = (make.source(key, "agency", publisher=key) for key in ("tass", "origo"))
    once, twice = (make.statement("said", sources=ids) for ids in (("tass",), ("tass", "origo")))
    found = seen(make.dossier(*WHO, tass, origo, once), make.dossier(*WHO, tass, origo, twice))

    assert found.groups[0].title == "1 statement now with independent reports"
    assert found.groups[0].lines[0].moved == "one original report → independent reports"
