from dataclasses import replace
from itertools import chain

from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Page
from onrecord.pages.sections.lists import PER_PAGE, anchor_of, grouped, pages_of, part
from onrecord.pages.sections.section_pages import section_pages
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.records.record import Record
from tests.built import TEMPLATES
from tests.dossier import make

MANY = PER_PAGE + 1


def test_a_list_is_cut_into_pages_that_hold_everything_once() -> None:
    numbers = range(1, len(pages_of("topics", MANY)) + 1)
    items = list(range(MANY))

    assert list(chain.from_iterable(part(items, number) for number in numbers)) == items
    assert pages_of("topics", MANY) == ("topics/", "topics/page/2/")
    assert pages_of("topics", 0) == ("topics/",)
    assert pages_of("claims", 11, 10) == ("claims/", "claims/page/2/")
    assert part(range(11), 2, 10) == range(10, 11)


def test_cards_are_grouped_under_headings_with_anchors() -> None:
    (first, second) = grouped([("October 2025", 1), ("October 2025", 2), ("No date set", 3)])

    assert (first.anchor, first.cards) == ("october-2025", (1, 2))
    assert (second.anchor, second.cards) == ("no-date-set", (3,))
    assert anchor_of("«»") == "rest"


def made(site: Site) -> list[Page]:
    return [each.make() for each in section_pages(site, renderer(TEMPLATES))]


def test_every_record_of_a_kind_is_listed_on_one_of_its_pages() -> None:
    topics = [make.topic(f"topic-{number}") for number in range(MANY)]
    site = Site(Statuses(make.dossier(*topics)), Addresses())
    pages = [page for page in made(site) if page.section == "topics/"]

    assert [page.path for page in pages] == ["topics/", "topics/page/2/"]
    linked = "".join(page.html for page in pages)
    assert all(f'topics/topic-{number}/"' in linked for number in range(MANY))


def list_of(folder: str, *records: Record) -> str:
    site = Site(Statuses(make.dossier(*records)), Addresses())
    (page,) = (each for each in made(site) if each.section == f"{folder}/")
    return page.html


def test_judgments_are_listed_as_the_brief_shows_them_in_the_order_of_their_editors() -> None:
    sure = make.judgment("sure", likelihood="very-likely", confidence="low", rests_on=("ready",))
    shown = list_of("judgments", make.claim(), make.judgment("another"), sure)

    assert shown.index("judgments/another/") < shown.index("judgments/sure/")
    assert "or-scale--6" in shown
    assert "<strong>very likely</strong>" in shown
    assert "Confidence: <strong>low</strong>" in shown
    assert "Rests on 1 record" in shown


def test_a_place_is_listed_in_words_with_what_happened_there() -> None:
    place = replace(make.place("here"), country="AE", precision="city")
    shown = list_of("places", place, make.event("talks", place="here"))

    assert "city, United Arab Emirates" in shown
    assert "1 event<" in shown


def test_what_is_still_open_without_a_date_stands_before_all_other_events() -> None:
    announced, off = make.step("announced", "2025-10-16"), make.step("called-off", "2025-10-22")
    shown = list_of(
        "events",
        make.event("dated", "2025-11-13", announced),
        make.event("open", "unknown", announced),
        make.event("gone", "unknown", announced, off),
    )

    places = [shown.index(f"events/{key}/") for key in ("open", "dated", "gone")]
    assert places == sorted(places)
    assert shown.index("Still open, no date set") < shown.index("No date set")


def test_a_source_without_a_date_is_undated_and_a_question_is_not_counted() -> None:
    question = make.question("why")
    assert "Undated" in list_of("sources", make.source("wire", published="unknown"))
    assert "or-row__count" not in list_of("questions", question, make.claim(question="why"))


def test_of_an_event_that_took_place_only_its_own_page_says_so() -> None:
    held, planned = (
        make.event(state, "2025-11-13", make.step(state, "2025-11-13")) for state in ("held", "announced")
    )
    shown = list_of("events", held, planned)

    assert shown.count("or-chip") == 1
    assert "announced" in shown


def test_actors_are_listed_with_the_role_that_they_have_or_had_last() -> None:
    office = make.role("minister", since="2004")
    left = replace(make.role("speaker", since="2010"), to=make.parse("2025-01-12/.."))
    shown = list_of("actors", make.actor("lavrov", roles=(office,)), make.actor("kover", roles=(left,)))

    assert ">minister<" in shown
    assert "last role: speaker" in shown
