"""The pages of topics and places: what is sorted under them, what happened there."""

from dataclasses import dataclass

from onrecord.pages.capped import asking, capped
from onrecord.pages.cards import claim_card, event_card
from onrecord.pages.here import Here
from onrecord.pages.records.backlinks import backlinks
from onrecord.pages.records.frame import Top, frame
from onrecord.pages.records.views import FactView, FrameView
from onrecord.pages.timeline.chronicle import chronicle
from onrecord.pages.timeline.course import CourseView, course
from onrecord.pages.timeline.entries import DayView
from onrecord.pages.views import ClaimCard, EventCard, LinkGroup, ShortList
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.territories import country_name
from onrecord.records.background import Place, Topic
from onrecord.records.when import timeline_key

_ON_A_TIMELINE = (("statements", "topics"), ("events", "topics"), ("claims", "topics"))
_CLAIMS = 20


@dataclass(frozen=True, slots=True)
class TopicView:
    """Everything that a topic's page shows; ``sorted_here`` are kinds that are on no timeline."""

    frame: FrameView
    claims: ShortList[ClaimCard]
    course: CourseView | None
    timeline: ShortList[DayView]
    sorted_here: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Everything that a place's page shows."""

    frame: FrameView
    events: ShortList[EventCard]


def topic_view(here: Here, topic: Topic) -> TopicView:
    """Return the view of a topic."""
    dossier = here.dossier
    claims = [each for each in dossier.naming(topic.id, "topics") if each in dossier.claims]
    claims.sort(key=lambda key: here.site.substances[key].status != "contested")
    others = tuple((folder, "topics") for folder in ("actors", "judgments", "questions", "sources"))
    return TopicView(
        frame=frame(here, topic, Top(paragraphs(topic.summary), shown=(*_ON_A_TIMELINE, *others))),
        claims=asking(
            capped(here, claims, lambda here, key: claim_card(here, dossier.claims[key]), "claims", _CLAIMS),
            f"topic={topic.id}",
        ),
        course=course(here, topic.id),
        timeline=chronicle(here, topic.id),
        sorted_here=tuple(
            each for each in backlinks(here, topic.id, _ON_A_TIMELINE) if each.name.endswith("on this topic")
        ),
    )


def place_view(here: Here, place: Place) -> PlaceView:
    """Return the view of a place."""
    events = here.dossier.events
    found = sorted(here.dossier.naming(place.id, "place"), key=lambda key: timeline_key(events[key].when))
    return PlaceView(
        frame=frame(here, place, Top(facts=_facts(place), shown=(("events", "place"),))),
        events=capped(here, found, lambda here, key: event_card(here, events[key]), "events"),
    )


def _facts(place: Place) -> tuple[FactView, ...]:
    return (
        FactView("Country", words=country_name(place.country)),
        FactView("Coordinates", words=coordinates(place.lat, place.lon)),
        FactView("Precision", words=place.precision),
        FactView("Time zone", words=place.timezone),
    )


def coordinates(lat: float | None, lon: float | None) -> str:
    """Return ``47.4979° north, 19.0402° east``; without both numbers nothing."""
    if lat is None or lon is None:
        return ""
    north, east = "north" if lat >= 0 else "south", "east" if lon >= 0 else "west"
    return f"{abs(lat)}° {north}, {abs(lon)}° {east}"
