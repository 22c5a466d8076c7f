"""The timeline's pages: one up to five hundred entries, one a month beyond."""

from dataclasses import replace

import html5lib

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.timeline import entries
from onrecord.pages.addresses import Addresses
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.pages.timeline.facets import facets_in_time
from onrecord.pages.timeline.timeline_pages import ON_ONE_PAGE, timeline_pages
from onrecord.records.ids import ActorId
from onrecord.records.record import Markdown
from tests.built import TEMPLATES
from tests.dossier.make import actor, dossier, event, source, statement, step


def made(found: Dossier) -> tuple[Page, ...]:
    planned = timeline_pages(Site(Statuses(found), Addresses()), renderer(TEMPLATES))
    return tuple(each.make() for each in planned)


def many(count: int) -> Dossier:
    said = (statement(f"s{n}", said=f"2025-{n % 3 + 9:02}-{n % 28 + 1:02}") for n in range(count))
    return dossier(actor("lavrov"), source("tass", published="2025-12-01"), *said)


def test_five_hundred_entries_stand_on_one_page() -> None:
    (page,) = made(many(ON_ONE_PAGE))

    assert page.html.count("or-entry--statement") == ON_ONE_PAGE


def test_more_have_a_page_for_each_month_and_the_timeline_links_them() -> None:
    whole, *months = made(many(ON_ONE_PAGE + 1))

    assert [page.path for page in months] == ["timeline/2025-09/", "timeline/2025-10/", "timeline/2025-11/"]
    assert sum(page.html.count("or-entry--statement") for page in months) == ON_ONE_PAGE + 1
    assert "or-entry--" not in whole.html
    assert all(f'href="../{page.path}"' in whole.html for page in months)


def test_an_entry_says_what_it_is_filtered_by() -> None:
    found = dossier(
        actor("lavrov"),
        source("tass", published="2025-11-13", lang="ru"),
        source("mid", "transcript", published="2025-11-15", publisher="The ministry"),
        statement("said", sources=("tass", "mid")),
        event("talks", "2025-11-20", step("held", "2025-11-20"), kind="meeting"),
    )
    here = Here(Site(Statuses(found), Addresses()), "timeline/")

    said, talks = (facets_in_time(here, each, "") for each in entries(found))

    assert (said.kinds, said.actors, said.langs) == (("statement",), ("lavrov",), ("ru",))
    assert (said.since, said.key, said.present_since) == ("2025-11-13", "on-the-record", "2025-11-15")
    assert [(each.value.key, each.until) for each in said.past] == [("single-origin", "2025-11-15")]
    assert (talks.kinds, talks.event, talks.key, talks.past) == (("event", "meeting"), "talks", "held", ())


def test_who_what_and_the_words_of_an_entry_are_told_apart_without_any_style() -> None:
    plan = (step("announced", "2025-10-16"), step("put-off", "2025-10-21"))
    again = replace(step("put-off", "2025-10-22"), by=ActorId("lavrov"), note=Markdown("Talks go on."))
    ruling = replace(
        event("warrant", "2023-03-17", step("held", "2023-03-17"), kind="ruling"), summary=Markdown("It was.")
    )
    found = dossier(
        actor("lavrov"), statement("said", sources=()), event("summit", "unknown", *plan, again), ruling
    )
    (page,) = made(found)
    lines = [
        " ".join("".join(each.itertext()).split())
        for each in html5lib.parseFragment(page.html, namespaceHTMLElements=False).iter("p")
        if "strong" in {child.tag for child in each}
    ]

    assert lines == [
        "A meeting. It was.",
        "announced: A meeting",
        "put off: A meeting",
        "still put off: A meeting, by Lavrov: Talks go on.",
        "Lavrov: Something. Second-hand",
    ]


def test_a_drawing_with_a_range_tells_how_to_narrow_it_and_has_a_number_on_its_tallest_bar() -> None:
    whole, *months = made(many(ON_ONE_PAGE + 1))

    assert whole.html.count("Drag the handles to narrow the dates") == 1
    assert whole.html.count("or-peak") == 1
    assert not any("Drag the handles" in page.html for page in months)
