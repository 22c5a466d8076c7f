"""What an entry of the timeline is filtered by, and how it stood on earlier days."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.histories import Held, history, turning_days
from onrecord.dossier.known import step_known_from
from onrecord.dossier.lives import life
from onrecord.dossier.timeline import Entry
from onrecord.pages.held import HeldView, held_views
from onrecord.pages.here import Here
from onrecord.pages.site import Site
from onrecord.pages.words.wording import ATTRIBUTIONS, states_of
from onrecord.records.events import Event
from onrecord.records.statements import Statement


@dataclass(frozen=True, slots=True)
class StandingView:
    """A state or a status: the key of its look and its name."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class FacetsView:
    """What scripts look at.

    ``kinds``, ``actors``, ``topics`` and ``langs`` are words to choose by; ``since`` is the ISO day since
    which the entry has been public, or empty; ``lane`` is a statement's lane in the drawing; ``event`` is
    the event's own id; ``past``, if it is asked for, holds states and statuses that hold no more, oldest
    first, and ``present_since`` is since when the present one has held.
    """

    kinds: tuple[str, ...]
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    langs: tuple[str, ...]
    key: str
    since: str
    lane: str = ""
    event: str = ""
    present_since: str = ""
    past: tuple[HeldView[StandingView], ...] = ()


def facets(here: Here, entry: Entry, lane: str) -> FacetsView:
    """Return what an entry is filtered by; ``lane`` is that of a statement in the drawing."""
    if entry.folder == "statements":
        return _of_statement(here.site, here.dossier.statements[entry.record_id], lane)
    return _of_event(here.site, here.dossier.events[entry.record_id], entry.step)


def facets_in_time(here: Here, entry: Entry, lane: str) -> FacetsView:
    """Return what an entry is filtered by, with what it was filtered by on earlier days."""
    found, record_id = facets(here, entry, lane), entry.record_id
    if entry.folder == "statements":
        now, past = _standing(here.site, record_id, _attribution, ATTRIBUTIONS)
    elif entry.step is None:
        labels = states_of(here.dossier.events[record_id].kind)
        now, past = _standing(here.site, record_id, _state, labels)
    else:
        return found
    return replace(found, present_since=now, past=past) if past else found


def _of_statement(site: Site, statement: Statement, lane: str) -> FacetsView:
    dossier = site.dossier
    cited = (dossier.sources.get(each.source) for each in statement.sources)
    quoted = (statement.quote.lang,) if statement.quote else ()
    return FacetsView(
        kinds=("statement",),
        actors=_once((statement.speaker, statement.on_behalf_of)),
        topics=statement.topics,
        langs=_once((*quoted, *(source.lang for source in cited if source))),
        key=site.attributions[statement.id].status,
        since=_known(site, statement.id),
        lane=lane,
    )


def _of_event(site: Site, event: Event, number: int | None) -> FacetsView:
    dossier = site.dossier
    step = None if number is None else event.history[number]
    taking_part = (each.actor for each in event.participants)
    cited = (dossier.sources.get(each) for each in (step.sources if step else event.sources))
    view = partial(
        FacetsView,
        kinds=("event", event.kind),
        actors=_once((*((step.by,) if step else ()), *taking_part)),
        topics=event.topics,
        langs=_once(source.lang for source in cited if source),
        event=event.id,
    )
    if step is not None:
        known = step_known_from(dossier, step)
        return view(key=step.state, since=known.isoformat() if known else "")
    return view(key=site.lives[event.id].state, since=_known(site, event.id))


def _standing(
    site: Site, record_id: str, key_of: Callable[[str, Dossier], str], labels: Mapping[str, str]
) -> tuple[str, tuple[HeldView[StandingView], ...]]:
    """Return since when a record's present state or status has held, and those that went before."""
    if len(turning_days(site.dossier, record_id)) == 1:
        return "", ()
    found = history(site.dossier, record_id, lambda then: (key_of(record_id, then),))
    if len(found) == 1:
        return "", ()
    *past, now = held_views(
        Held(StandingView(each.value, labels[each.value]), each.since, each.until) for each in found
    )
    return now.since, tuple(past)


def _attribution(statement_id: str, then: Dossier) -> str:
    return attribution(then, then.statements[statement_id]).status


def _state(event_id: str, then: Dossier) -> str:
    return life(then.events[event_id]).state


def _known(site: Site, record_id: str) -> str:
    known = site.known[record_id]
    return known.isoformat() if known else ""


def _once(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in words if each))
