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
    assert [each.actor for each in (*clash.ours, *clash.theirs)] == ["rubio", "orban"]


def test_what_was_taken_back_is_no_contradiction() -> None:
    words = (said("rubio", "asserts"), said("orban", "denies"), said("orban", "asserts", "2025-11-14"))

    assert fronts(make.dossier(*PEOPLE, make.claim(), *words)).against == {}


def test_nobody_named_is_of_no_side() -> None:
    words = (said("rubio", "asserts"), said("nobody-named", "denies"))

    assert fronts(make.dossier(*PEOPLE, make.claim(), *words)).against == {}
