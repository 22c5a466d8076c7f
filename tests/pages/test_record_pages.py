from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import html5lib
import pytest

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Page
from onrecord.pages.records.record_pages import record_page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.records.ids import SourceId
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Markdown, Record
from onrecord.records.statements import Quote
from onrecord.records.vocabulary import EventState
from tests.dossier import make
from tests.pages.filled import filled

RENDER = renderer((Path(__file__).parents[2] / "site_templates",))
NASTY = """<b>'&amp;"</b> {{ view }}"""


def page_of(record_id: str, *records: Record) -> Page:
    dossier = make.dossier(*records)
    record = dossier.find(record_id)
    assert record is not None
    return record_page(Site(Statuses(dossier), Addresses()), RENDER, record)


def tree(html: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)


def text_of(html: str) -> str:
    return " ".join("".join(tree(html).itertext()).split())


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_nothing_that_a_record_holds_is_missing_from_its_page(folder: str) -> None:
    dossier, expected = filled(folder)
    html = unescape(
        record_page(Site(Statuses(dossier), Addresses()), RENDER, dossier.of_kind(folder)["full"]).html
    )

    assert [path for path, shown in expected if not any(text in html for text in shown)] == []


def pages_of(dossier: Dossier) -> tuple[Page, ...]:
    site = Site(Statuses(dossier), Addresses())
    return tuple(record_page(site, RENDER, record) for record in dossier)


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_page_is_sound_html_with_one_heading_of_the_first_rank(folder: str) -> None:
    dossier, _ = filled(folder)
    for page in pages_of(dossier):
        found = tree(page.html)
        ids = [each.get("id") for each in found.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        assert len(found.findall(".//h1")) == 1
        assert not [each for each in found.iter() if each.get("style")]


def test_every_record_has_a_page_at_its_own_address() -> None:
    dossier, _ = filled("claims")

    pages = pages_of(dossier)

    assert {page.path for page in pages} == {f"{dossier.folders[each.id]}/{each.id}/" for each in dossier}
    assert all(page.section == f"{page.path.split('/')[0]}/" for page in pages)
    assert all(len(page.description) <= 160 for page in pages)


def test_a_record_of_few_words_makes_a_page_without_empty_parts() -> None:
    page = page_of("lavrov", make.actor("lavrov"))

    assert [each.text for each in page.headings] == ["Cite this"]


def test_text_comes_out_of_the_page_as_it_was_written() -> None:
    quote = Quote(text=NASTY, lang="en")
    page = page_of("said", make.actor("lavrov"), make.statement("said", sources=(), quote=quote))

    assert NASTY in text_of(page.html)


def test_a_reference_that_leads_nowhere_is_shown_without_a_link() -> None:
    page = page_of("said", make.statement("said", speaker="nobody", sources=("nothing",)))

    assert "nobody" in text_of(page.html)
    assert "actors/nobody/" not in page.html


def test_a_page_is_as_new_as_the_newest_thing_that_names_its_record() -> None:
    early, late = (make.statement(f"on-{day}", said=day, sources=()) for day in ("2025-10-01", "2025-12-24"))

    assert page_of("lavrov", make.actor("lavrov"), early, late).updated == "2025-12-24"


def test_a_change_of_position_is_marked_and_a_repetition_is_told_as_one() -> None:
    said = (
        make.statement("one", said="2025-10-01", sources=(), stances=make.stance("asserts")),
        make.statement("two", said="2025-10-02", sources=(), stances=make.stance("asserts")),
        make.statement("three", said="2025-10-03", sources=(), stances=make.stance("denies")),
    )
    shown = text_of(page_of("lavrov", make.actor("lavrov"), make.claim(), *said).html)

    assert "Changed position on It is so." in shown
    assert "2 Oct 2025 again" in shown
    assert "changed 3 Oct 2025 denies" in shown


def test_a_planned_date_that_a_later_step_gave_up_is_struck() -> None:
    life = (make.step("announced", "2025-10-16", "2025-10-30"), make.step("called-off", "2025-10-21"))
    page = page_of("summit", make.event("summit", "unknown", *life))

    assert [each.findtext(".//time") for each in tree(page.html).iter("s")] == ["30 October 2025"]
    assert "or-tracks__struck" in page.html


def test_the_chain_of_a_receipt_runs_from_the_speaker_to_the_paper() -> None:
    wire = make.source("wire", "agency", publisher="Wire Agency")
    paper = make.source("paper", publisher="The Paper", derived_from=("wire",))
    page = page_of("said", make.actor("lavrov"), wire, paper, make.statement("said", sources=("paper",)))
    steps = next(each for each in tree(page.html).iter("ol") if each.get("class") == "or-chain")

    assert ["".join(each.itertext()) for each in steps] == ["Lavrov", "Wire Agency", "The Paper"]


def test_an_origin_is_not_said_to_carry_itself() -> None:
    wire, paper = make.source("wire", "agency"), make.source("paper", derived_from=("wire",))
    said = make.statement("said", sources=("wire", "paper"))
    shown = text_of(page_of("said", make.actor("lavrov"), wire, paper, said).html)

    assert "It leads back to one named origin: [wire] carried by [paper]" in shown


def test_origins_that_are_the_sources_of_the_receipts_are_not_listed_twice() -> None:
    tass, origo = make.source("tass", "agency", publisher="TASS"), make.source("origo", publisher="Origo")
    said = make.statement("said", sources=("tass", "origo"))
    shown = text_of(page_of("said", make.actor("lavrov"), tass, origo, said).html)

    assert "It leads back to two named origins, independent of each other." in shown
    assert "Where it is reported" in shown


def test_the_words_of_a_statement_stand_under_its_heading_in_full_and_once() -> None:
    page = page_of("said", make.actor("lavrov"), make.statement("said", sources=()))

    assert "".join(tree(page.html).find(".//h1").itertext()) == "Lavrov, 13 Nov 2025"
    assert page.title == "Lavrov, 13 Nov 2025: Something."


def test_a_person_is_told_by_the_role_and_others_by_their_kind() -> None:
    former = make.actor("orban", roles=(make.role("prime minister", "hungary", "2010", "2020"),))

    assert "Role secretary" in text_of(page_of("rubio", RUBIO, USA).html.replace("</dt>", " </dt>"))
    assert "Last role prime minister" in text_of(
        page_of("orban", former, HUNGARY).html.replace("</dt>", " </dt>")
    )
    assert "Kind state" in text_of(page_of("usa", USA).html.replace("</dt>", " </dt>"))


def test_sources_of_one_publisher_are_told_apart_where_they_stand_side_by_side() -> None:
    sources = (
        make.source("one", publisher="RBC", lang="uk", published="2025-11-01"),
        make.source("two", publisher="RBC", lang="ru", published="2025-11-01"),
        make.source("three", publisher="RBC", lang="ru", published="2025-11-02"),
        make.source("four", publisher="TASS", lang="ru", published="2025-11-02"),
    )
    said = make.statement("said", sources=("one", "two", "three", "four"))
    shown = text_of(page_of("lavrov", make.actor("lavrov"), *sources, said).html)

    assert "according to RBC (Ukrainian), RBC (1 Nov 2025), RBC (2 Nov 2025), TASS" in shown


def test_a_source_is_named_by_publisher_and_day_where_it_backs_something() -> None:
    wire = make.source("wire", "agency", publisher="Wire Agency", published="2025-10-16")
    paper = make.source("paper", publisher="The Paper", derived_from=("wire", "Somebody else"))
    step = replace(make.step("announced", "2025-10-16"), sources=(SourceId("wire"),))

    assert "according to Wire Agency, 16 Oct 2025" in text_of(
        page_of("e", make.event("e", "2025-10", step), wire).html
    )
    assert "Derived fromWire Agency, 16 Oct 2025; Somebody else" in text_of(
        page_of("paper", wire, paper).html
    )


def test_a_title_in_brackets_is_explained() -> None:
    assert "in our words: the headline was not seen" in text_of(page_of("wire", make.source("wire")).html)


def test_a_stored_text_is_mentioned_but_its_name_is_not_published() -> None:
    page = page_of("wire", make.source("wire", text_file="texts/secret.txt"))

    assert "on file" in page.html
    assert "secret" not in page.html


def test_a_publishers_reliability_holds_for_its_sources_and_is_told_as_such() -> None:
    page = page_of(
        "page", make.actor("wire", "media", reliability="B"), make.source("page", publisher="wire")
    )

    assert "B, usually reliable (the publisher in general)" in page.html


def test_long_lists_are_cut_and_lead_on() -> None:
    said = [make.statement(f"s-{number}", sources=()) for number in range(20)]
    page = page_of("lavrov", make.actor("lavrov"), *said)

    assert '?actor=lavrov&amp;kind=statement">and 16 earlier statements</a>' in page.html
    assert '<a href="../../timeline/?actor=lavrov">8 earlier entries are on' in page.html


def test_a_list_that_is_hardly_too_long_is_not_cut() -> None:
    said = [make.statement(f"s-{number}", sources=()) for number in range(8)]
    page = page_of("lavrov", make.actor("lavrov"), *said)

    assert page.html.count("or-card--statement") == len(said)
    assert "earlier statements" not in page.html


def test_what_an_event_does_not_show_of_statements_about_it_is_linked() -> None:
    said = [make.statement(f"s-{number}", about=("summit",), sources=()) for number in range(20)]
    page = page_of("summit", make.event("summit"), make.actor("lavrov"), *said)

    assert page.html.count("or-card--statement") == 12
    assert "<summary>and 8 later statements</summary>" in page.html
    assert all(f'href="../../statements/s-{number}/"' in page.html for number in range(20))


@pytest.mark.parametrize(
    ("states", "first"),
    [
        (("announced", "put-off", "floated", "put-off"), "First put off2 November 2025"),
        (("announced", "put-off", "put-off"), None),
    ],
)
def test_of_an_event_that_is_again_what_it_was_the_first_day_is_told(
    states: tuple[EventState, ...], first: str | None
) -> None:
    steps = [make.step(state, f"2025-11-{day:02}") for day, state in enumerate(states, start=1)]

    shown = text_of(page_of("summit", make.event("summit", "2025-11-01", *steps)).html)

    assert "put off since" in shown
    assert first in shown if first else "First put off" not in shown


def test_earlier_entries_are_told_of_above_the_later_ones() -> None:
    said = [
        make.statement(f"s-{number}", topics=("energy",), sources=(), said=f"2025-11-{number + 1:02}")
        for number in range(20)
    ]
    page = page_of("energy", make.topic("energy"), make.actor("lavrov"), *said)

    assert page.html.index("8 earlier entries are on") < page.html.index("or-day__date")


def test_a_body_names_the_first_of_those_that_belong_to_it_and_leads_on() -> None:
    parts = [make.actor(f"office-{number}", relations=(make.tie("usa"),)) for number in range(100)]

    html = page_of("usa", make.actor("usa", "state"), *parts).html

    assert '<a href="../../actors/">and 20 more actors</a>' in html


@pytest.mark.parametrize(
    ("directory_urls", "ledger"), [(True, "../../claims/"), (False, "../claims/index.html")]
)
def test_the_other_claims_on_a_topic_are_in_the_ledger_filtered_by_it(
    directory_urls: bool,
    ledger: str,
) -> None:
    claims = [make.claim(f"claim-{number}", topics=("energy",)) for number in range(25)]
    topic = make.topic("energy")
    site = Site(Statuses(make.dossier(topic, *claims)), Addresses(directory_urls=directory_urls))

    assert f'<a href="{ledger}?topic=energy">and 5 more claims</a>' in record_page(site, RENDER, topic).html


USA, HUNGARY = make.actor("usa", "state"), make.actor("hungary", "state")
RUBIO = make.actor("rubio", roles=(make.role("secretary", "usa", "2025"),))
ORBAN = make.actor("orban", roles=(make.role("prime minister", "hungary", "2010"),))
WORDS = (
    make.statement("yes", speaker="rubio", sources=(), stances=make.stance("asserts")),
    make.statement("no", speaker="orban", sources=(), stances=make.stance("denies")),
    make.statement("perhaps", speaker="lavrov", sources=(), stances=make.stance("doubts")),
)


def test_the_page_of_a_state_tells_where_its_people_stand_and_whom_they_contradict() -> None:
    shown = text_of(page_of("usa", USA, HUNGARY, RUBIO, ORBAN, make.claim(), *WORDS).html)

    assert (
        "Disagrees with¶ Against Hungary It is so.asserted by Rubio, 13 Nov 2025 denied by Orban, 13 Nov 2025"
        in shown
    )
    assert "speaks for it. It is so. Contestedasserted by Rubio, 13 Nov 2025" in shown


def test_who_denies_and_who_doubts_are_told_apart() -> None:
    shown = text_of(page_of("yes", RUBIO, ORBAN, make.actor("lavrov"), make.claim(), *WORDS).html)

    assert "Denied by Orban, 13 Nov 2025" in shown
    assert "Doubted by Lavrov, 13 Nov 2025" in shown


def test_a_claim_tells_its_contradiction_in_one_row_with_the_notes_of_the_stances() -> None:
    noted = (replace(make.stance("asserts")[0], note=Markdown("Said twice.")),)
    words = (make.statement("yes", speaker="rubio", sources=(), stances=noted), WORDS[1])
    shown = text_of(page_of("ready", RUBIO, ORBAN, make.claim(), *words).html)

    assert "Our note Said twice." in shown
    assert "well attested the words are: second-hand. asserted by Rubio" in shown
    assert "denied by Orban" in shown
    assert "Last statement on it" not in shown


def test_an_unsettled_claim_tells_when_it_was_last_spoken_to() -> None:
    assert "Last statement on it: 13 November" in text_of(
        page_of("ready", RUBIO, make.claim(), WORDS[0]).html
    )


def test_a_quotation_that_nobody_translated_is_told_as_such() -> None:
    actor = make.actor("lavrov")
    foreign, own = (
        make.statement("said", sources=(), quote=Quote(text="Да.", lang=lang)) for lang in ("ru", "en-GB")
    )

    assert "As printed, in Russian; no translation printed" in page_of("said", actor, foreign).html
    assert "no translation" not in page_of("said", actor, own).html


def test_editions_of_one_publisher_in_a_chain_are_told_apart_by_language() -> None:
    first = make.source("first", publisher="The Paper", lang="ru")
    second = make.source("second", publisher="The Paper", lang="en", derived_from=("first",))
    said = make.statement("said", sources=("second",))
    steps = next(
        each
        for each in tree(page_of("said", make.actor("lavrov"), first, second, said).html).iter("ol")
        if each.get("class") == "or-chain"
    )

    assert ["".join(each.itertext()) for each in steps] == [
        "Lavrov",
        "The Paper (Russian)",
        "The Paper (English)",
    ]


def test_what_changed_and_what_is_contested_comes_first_among_positions() -> None:
    claims = [make.claim(key) for key in ("steady", "contested", "changed")]
    said = [
        make.statement("a", said="2025-10-01", sources=(), stances=make.stance("asserts", "changed")),
        make.statement("b", said="2025-10-02", sources=(), stances=make.stance("denies", "changed")),
        make.statement("c", said="2025-10-03", sources=(), stances=make.stance("asserts", "contested")),
        make.statement("d", said="2025-10-04", sources=(), stances=make.stance("asserts", "steady")),
        make.statement("e", speaker="orban", sources=(), stances=make.stance("denies", "contested")),
    ]
    html = page_of("lavrov", make.actor("lavrov"), ORBAN, HUNGARY, *claims, *said).html

    places = [html.index(f"../../claims/{key}/") for key in ("changed", "contested", "steady")]
    assert places == sorted(places)


def test_nobody_is_made_the_object_of_a_stance() -> None:
    said = make.statement("said", sources=(), stances=make.stance("declines-to-comment"))
    topic = make.topic("energy")
    known = (make.actor("lavrov"), make.claim(topics=("energy",)), topic, said)

    assert "declines to comment on: It is so." in text_of(page_of("lavrov", *known).html)
    assert "no comment by Lavrov" in text_of(page_of("ready", *known).html)
    assert "no comment by Lavrov" in text_of(page_of("energy", *known).html)


def test_a_card_that_lists_who_takes_which_stance_tells_the_names_once() -> None:
    topic, claim = make.topic("energy"), make.claim(topics=("energy",))
    spoken = text_of(page_of("energy", topic, claim, RUBIO, ORBAN, *WORDS).html)
    silent = text_of(page_of("energy", topic, claim).html)

    assert "It is so. Contested asserted by Rubio denied by Orban" in spoken
    assert "Open Nobody speaks to it and no evidence bears on it." in silent


def test_one_mark_is_explained_once_though_two_ways_to_be_attested_share_it() -> None:
    tass, origo = (make.source(key, "agency", publisher=key) for key in ("tass", "origo"))
    text = make.source("text", "official-text")
    yes = make.statement("yes", speaker="rubio", sources=("tass", "origo"), stances=make.stance("asserts"))
    no = make.statement("no", speaker="orban", sources=("text",), stances=make.stance("denies"))
    shown = text_of(page_of("ready", RUBIO, ORBAN, make.claim(), tass, origo, text, yes, no).html)

    assert "well attested the words are: on the record or independent reports." in shown
