"""The grid of positions: a column for those who speak to most claims, and one for all others."""

from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.here import Here
from onrecord.pages.positions.claim_history import claim_history
from onrecord.pages.positions.grid import GridView, grid
from onrecord.pages.site import Site
from onrecord.records.record import Record
from tests.dossier import make

MAIN, MINOR = 16, 9
CLAIMS = ("first", "second")


def shown(*records: Record) -> GridView:
    dossier = make.dossier(*map(make.claim, CLAIMS), *records)
    here = Here(Site(Statuses(dossier), Addresses()), "claims/")
    found = grid(here, {each: claim_history(dossier, each) for each in CLAIMS})
    assert found
    return found


def speaks(actor: str, *claims: str) -> tuple[Record, ...]:
    said = (
        make.statement(f"{actor}-{each}", actor, sources=(), stances=make.stance("asserts", each))
        for each in claims
    )
    return (make.actor(actor), *said)


MANY = tuple(record for number in range(MAIN) for record in speaks(f"main-{number:02}", *CLAIMS))


def test_actors_without_a_column_stand_in_the_last_one_as_far_as_there_is_room() -> None:
    minor = [record for number in range(MINOR) for record in speaks(f"minor-{number}", "first")]

    view = shown(*MANY, *minor)

    assert [each.short for each in view.heads] == [f"Main {number:02}" for number in range(MAIN)]
    first, second = view.rows
    assert [each.value.actor for each in first.others] == [f"Minor {number}" for number in range(6)]
    assert (first.more, second.others, second.more) == (MINOR - 6, (), 0)
    assert view.others


def test_whoever_took_another_stance_meanwhile_is_no_further_actor() -> None:
    again = make.statement(
        "again", "minor-0", sources=(), said="2025-12-24", stances=make.stance("denies", "first")
    )

    (first, _) = shown(*MANY, *speaks("minor-0", "first"), again).rows

    assert [each.value.key for each in first.others if not each.until] == ["denies"]
    assert first.more == 0


def test_there_is_no_such_column_if_everybody_has_one() -> None:
    view = shown(*MANY)

    assert not view.others
    assert view.left_out == ""
