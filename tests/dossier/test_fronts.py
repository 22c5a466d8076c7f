from onrecord.dossier.fronts import fronts
from onrecord.records.actors import Actor
from onrecord.records.statements import Statement
from onrecord.records.vocabulary import Stance
from tests.dossier import make

STATES = (make.actor("usa", "state"), make.actor("hungary", "state"))
OFFICE = make.actor("office", "government-body", relations=(make.tie("usa"),))
RUBIO = make.actor("rubio", roles=(make.role("secretary", "office", "2025"),))
ORBAN = make.actor("orban", roles=(make.role("prime minister", "hungary", "2010"),))
NOBODY = make.actor("nobody-named", "anonymous")
PEOPLE: tuple[Actor, ...] = (*STATES, OFFICE, RUBIO, ORBAN, NOBODY)


def said(speaker: str, taken: Stance, day: str = "2025-11-13") -> Statement:
    return make.statement(
        f"{speaker}-{day}", speaker=speaker, said=day, sources=(), stances=make.stance(taken)
    )


def test_whoever_speaks_for_an_office_speaks_for_the_state_above_it() -> None:
    found = fronts(make.dossier(*PEOPLE, make.claim(), said("rubio", "asserts"))).within

    assert {body: [each.actor for each in words["ready"]] for body, words in found.items()} == {
        "rubio": ["rubio"],
        "office": ["rubio"],
        "usa": ["rubio"],
    }


def test_sides_contradict_each_other_both_ways() -> None:
    found = fronts(make.dossier(*PEOPLE, make.claim(), said("rubio", "asserts"), said("orban", "denies")))

    assert {ours: tuple(theirs) for ours, theirs in found.against.items()} == {
        "usa": ("hungary",),
        "hungary": ("usa",),
    }
    (clash,) = found.against["usa"]["hungary"]
    assert clash.claim == "ready"
    assert [each.actor for each in (*clash.ours, *clash.theirs)] == ["rubio", "orban"]


def test_what_was_taken_back_is_no_contradiction() -> None:
    words = (said("rubio", "asserts"), said("orban", "denies"), said("orban", "asserts", "2025-11-14"))

    assert fronts(make.dossier(*PEOPLE, make.claim(), *words)).against == {}


def test_nobody_named_is_of_no_side() -> None:
    words = (said("rubio", "asserts"), said("nobody-named", "denies"))

    assert fronts(make.dossier(*PEOPLE, make.claim(), *words)).against == {}


def test_the_words_of_a_body_stand_newest_first() -> None:
    envoy = make.actor("envoy", roles=(make.role("envoy", "office", "2025"),))
    words = (said("envoy", "asserts", "2025-11-12"), said("rubio", "denies", "2025-11-14"))
    found = fronts(make.dossier(*PEOPLE, envoy, make.claim(), *words)).within["usa"]["ready"]

    assert [each.actor for each in found] == ["rubio", "envoy"]


def test_whoever_left_an_office_speaks_for_it_no_more() -> None:
    former = make.actor("former", roles=(make.role("secretary", "office", "2021", "2024"),))
    words = (said("former", "asserts"), said("orban", "denies"))
    found = fronts(make.dossier(*PEOPLE, former, make.claim(), *words))

    assert set(found.within) == {"former", "orban", "hungary"}
    assert set(found.against) == {"former", "hungary"}


def test_a_side_that_contradicts_itself_is_no_front() -> None:
    envoy = make.actor("envoy", roles=(make.role("envoy", "office", "2025"),))
    words = (said("envoy", "asserts"), said("rubio", "denies"))

    assert fronts(make.dossier(*PEOPLE, envoy, make.claim(), *words)).against == {}


def test_of_a_crowd_of_opponents_a_side_is_told_of_thirty() -> None:
    crowd = [make.actor(f"one-{number:02}") for number in range(31)]
    words = (said("rubio", "asserts"), *(said(each.id, "denies") for each in crowd))
    against = fronts(make.dossier(*PEOPLE, *crowd, make.claim(), *words)).against

    assert len(against["usa"]) == 30
    assert set(against) == {"usa", *(each.id for each in crowd)}
