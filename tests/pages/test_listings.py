"""What a page that shows no single record is taken over for, and when it is made anew."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest

from onrecord.dossier.cells import altered, concluded, traced_statuses
from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.beside.listings import NONE_KNOWN, Listing, listings
from onrecord.pages.page import Page
from onrecord.pages.planned import Planned
from onrecord.pages.render import section_portions
from onrecord.pages.site import Site
from onrecord.records.record import Markdown
from tests.built import TEMPLATES
from tests.dossier import make

HERE = Addresses()


class Section:
    """Plans a list of three pages; the words on them can be exchanged."""

    def __init__(self) -> None:
        self.words = "as ever"
        self.made: list[str] = []
        self.plans: dict[str, object] = {path: (path,) for path in ("a/", "b/", "c/")}

    def planned(self) -> list[Planned]:
        return [Planned(path, partial(self.page, path), plan) for path, plan in self.plans.items()]

    def page(self, path: str) -> Page:
        self.made.append(path)
        return Page(path, path, "", f"<p>{self.words}</p>", (), "a/")

    def taken_over(self, known: Mapping[str, Listing]) -> dict[str, Listing]:
        self.made.clear()
        return {each.page.path: each for each in listings(HERE, self.planned, known)}


@pytest.fixture
def section() -> Section:
    return Section()


@pytest.fixture
def known(section: Section) -> dict[str, Listing]:
    return {path: replace(each, reads=None) for path, each in section.taken_over(NONE_KNOWN).items()}


def test_what_is_not_known_is_made_with_its_twin_and_its_reads(section: Section) -> None:
    found = section.taken_over(NONE_KNOWN)

    assert section.made == ["a/", "b/", "c/"]
    assert [(each.twin.path, each.reads) for each in found.values()] == [
        ("a/index.md", ()),
        ("b/index.md", ()),
        ("c/index.md", ()),
    ]


def test_pages_whose_plan_is_the_same_are_taken_over_but_for_one_that_proves_it(
    section: Section, known: dict[str, Listing]
) -> None:
    found = section.taken_over(known)

    assert section.made == ["c/"]
    assert [each.page for each in found.values()] == [each.page for each in known.values()]


def test_if_that_one_comes_out_otherwise_all_are_made(section: Section, known: dict[str, Listing]) -> None:
    section.words = "as never before"
    found = section.taken_over(known)

    assert sorted(section.made) == ["a/", "b/", "c/"]
    assert all("never" in each.page.html for each in found.values())


def test_a_page_with_another_plan_is_made(section: Section, known: dict[str, Listing]) -> None:
    section.plans["a/"] = ("a/", "and one more")
    found = section.taken_over(known)

    assert sorted(section.made) == ["a/", "c/"]
    assert found["a/"].plan == ("a/", "and one more")


def test_a_page_without_a_plan_is_made_each_time(section: Section, known: dict[str, Listing]) -> None:
    section.plans = dict.fromkeys(section.plans)
    found = section.taken_over({path: replace(each, plan=None) for path, each in known.items()})

    assert section.made == ["a/", "b/", "c/"]
    assert {each.reads for each in found.values()} == {None}


def test_what_a_list_shows_is_noted_and_nothing_else_is() -> None:
    war, others = make.topic("war"), (make.actor("ann"), make.source("paper"), make.claim("ready"))
    before = Statuses(make.dossier(war, *others))
    after = Statuses(make.dossier(replace(war, summary=Markdown("Of words.")), *others))
    site, noting = Site(before, HERE), Site(traced_statuses(before), HERE)
    portions = section_portions(site, noting, TEMPLATES)
    found = {each.page.path: each for portion in portions for each in listings(HERE, portion, NONE_KNOWN)}
    noted = {path: each.reads for path, each in found.items() if each.reads}
    changed = altered(concluded(before), concluded(after))

    assert noted.keys() == {"actors/", "topics/", "sources/", "claims/"}
    assert {path for path, reads in noted.items() if not changed.isdisjoint(reads)} == {"topics/"}
