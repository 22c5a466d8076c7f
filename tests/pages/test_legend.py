"""What is said of the marks of a drawn timeline: of those that are drawn, and of no others."""

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.timeline import entries
from onrecord.pages.addresses import Addresses
from onrecord.pages.here import Here
from onrecord.pages.site import Site
from onrecord.pages.timeline.facets import facets
from onrecord.pages.timeline.filters import controls
from onrecord.pages.timeline.overview import overview
from onrecord.records.events import Event
from tests.dossier.make import actor, dossier, event, source, statement, step


def around(*events: Event) -> Dossier:
    said = tuple(statement(f"said-{day}", said=f"2025-10-{day}") for day in (10, 15, 20, 25))
    return dossier(actor("lavrov"), source("tass", published="2025-10-01"), *said, *events)


def told(*events: Event) -> list[str]:
    view = overview(Here(Site(Statuses(around(*events)), Addresses()), "timeline/"))
    assert view is not None
    return [each.words for each in view.legend]


def test_a_sanction_happened_and_was_not_held() -> None:
    imposed = event("oil", "2025-10-22", step("held", "2025-10-22"), kind="sanction")

    assert told(imposed) == ["happened"]


def test_dates_that_moved_and_times_that_are_not_sure_are_explained() -> None:
    off = event(
        "summit",
        "unknown",
        step("announced", "2025-10-12", "2025-10-24"),
        step("called-off", "2025-10-18"),
        kind="summit",
    )
    visit = event("visit", "2025-10-19/2025-10-21~", step("held", "2025-10-19"), kind="visit")

    assert told(off, visit) == [
        "announced",
        "called off",
        "happened",
        "steps of one event",
        "a date once foreseen, and what came instead",
        "not sure to the day",
    ]


def test_without_events_there_is_nothing_to_explain() -> None:
    assert told() == []


def test_the_filter_names_states_in_words_that_fit_events_of_all_kinds() -> None:
    found = around(event("oil", "2025-10-22", step("held", "2025-10-22"), kind="sanction"))
    here = Here(Site(Statuses(found), Addresses()), "timeline/")
    (entry,) = (each for each in entries(found) if each.folder == "events" and each.step is None)
    view = controls(here, [facets(here, entry, "")])

    assert [choice.label for each in view.filters if each.name == "state" for choice in each.choices] == [
        "Happened"
    ]
