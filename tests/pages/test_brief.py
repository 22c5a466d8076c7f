"""What the brief says of sides and of offices."""

from dataclasses import replace

from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.here import Here
from onrecord.pages.sections.brief_page import BriefView, brief_view
from onrecord.pages.site import Site
from onrecord.records.actors import Actor
from onrecord.records.record import Record
from onrecord.records.statements import Statement
from onrecord.records.vocabulary import Stance
from onrecord.records.when import parse
from tests.dossier import make

STATES = (make.actor("usa", "state"), make.actor("hungary", "state"), make.actor("paper", "media"))
RUBIO = make.actor("rubio", roles=(make.role("secretary", "usa", "2025"),))
ORBAN = make.actor("orban", roles=(make.role("prime minister", "hungary", "2010"),))
PEOPLE: tuple[Actor, ...] = (*STATES, RUBIO, ORBAN)


def brief(*records: Record, stood: bool = False) -> BriefView:
    dossier = make.dossier(*PEOPLE, *records)
    return brief_view(Here(Site(Statuses(dossier), Addresses()), ""), None, stood=stood)


def words(speaker: str, taken: Stance, *claims: str) -> tuple[Statement, ...]:
    return tuple(
        make.statement(f"{speaker}-{each}", speaker=speaker, sources=(), stances=make.stance(taken, each))
        for each in claims
    )


def clashes(*claims: str) -> tuple[Record, ...]:
    return (
        *map(make.claim, claims),
        *words("rubio", "asserts", *claims),
        *words("orban", "denies", *claims),
        *words("paper", "denies", *claims),
    )


def test_sides_that_clash_on_several_claims_are_named_and_media_are_no_side() -> None:
    (link,) = brief(*clashes("first", "second")).columns[1].sides

    assert link.text.endswith("(2 claims)")
    assert link.href == "actors/hungary/#against-usa"


def test_one_claim_tells_by_itself_who_clashes_and_a_past_brief_links_no_present_quarrel() -> None:
    assert brief(*clashes("first")).columns[1].sides == ()
    assert brief(*clashes("first", "second"), stood=True).columns[1].sides == ()


def test_who_spoke_last_in_an_office_since_left_was_in_it_then() -> None:
    left = make.role("prime minister", "hungary", "2010")
    former = make.actor("former", roles=(replace(left, to=parse("2025-12")),))
    shown = {
        each.link.text: each.role
        for each in brief(
            former, *words("former", "asserts", "ready"), *words("orban", "asserts", "ready")
        ).actors
    }

    assert {role for role in shown.values() if role} == {"prime minister", "then prime minister"}


def test_what_earlier_editions_changed_is_one_click_away() -> None:
    days = ("2025-11-01", "2026-01-15", "2026-05-31")
    about = make.about("2026-05-31", *map(make.edition, days))
    site = Site(Statuses(make.dossier(*PEOPLE, of=about)), Addresses())

    links = brief_view(Here(site, ""), None).past_changes

    assert [(each.text, each.href) for each in links] == [
        ("15 January 2026", "changes/#edition-2026-01-15"),
        ("1 November 2025", "changes/#edition-2025-11-01"),
    ]
