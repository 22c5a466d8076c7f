"""Planned and past events as a calendar (RFC 5545) that calendar programs subscribe to."""

from collections.abc import Iterator
from datetime import date, datetime

from onrecord.dossier.lives import Life
from onrecord.exports.appointment import Appointment, appointment
from onrecord.exports.release import Release
from onrecord.records.events import Event
from onrecord.records.when import words

_LINE = 75
"""Most bytes of a line, its end aside: section 3.1."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar(release: Release) -> bytes:
    """Return all events with a date, sorted by id.

    An event keeps its UID, its SEQUENCE counts the steps of its life, and DTSTAMP is the day of the last
    news of it, so that programs take over what moved or was called off. No event blocks anybody's time.
    """
    lines = ("BEGIN:VCALENDAR", *_head(release), *_events(release), "END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _head(release: Release) -> Iterator[str]:
    yield "VERSION:2.0"
    yield "PRODID:-//Onrecord//Calendar//EN"
    yield "METHOD:PUBLISH"
    title = _text(release.dossier.about.title)
    yield f"NAME:{title}"
    yield f"X-WR-CALNAME:{title}"


def _events(release: Release) -> Iterator[str]:
    for event in release.dossier.events.values():
        lived = release.statuses.lives[event.id]
        if found := appointment(event, lived):
            yield "BEGIN:VEVENT"
            yield from _fields(release, event, lived, found)
            yield "END:VEVENT"


def _fields(release: Release, event: Event, lived: Life, found: Appointment) -> Iterator[str]:
    stamp = _utc(datetime.combine(release.changed[event.id] or release.day, datetime.min.time()))
    yield f"UID:{release.identifier(event.id)}"
    yield f"SEQUENCE:{len(event.history)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield from _time(found)
    yield f"STATUS:{found.firmness}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(_summary(event, lived, found))}"
    yield f"DESCRIPTION:{_text(_description(release, event, lived, found))}"
    yield f"CATEGORIES:{_text(event.kind)}"
    yield from _place(release, event)
    if url := release.url(event.id):
        yield f"URL:{url}"


def _time(found: Appointment) -> Iterator[str]:
    if isinstance(found.start, datetime):
        yield f"DTSTART:{_utc(found.start)}"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(found.start)}"
    if found.end:
        yield f"DTEND;VALUE=DATE:{_day(found.end)}"


def _place(release: Release, event: Event) -> Iterator[str]:
    place = release.dossier.places.get(event.place) if event.place else None
    if place:
        yield f"LOCATION:{_text(place.name)}"
        if place.lat is not None and place.lon is not None:
            yield f"GEO:{place.lat:.6f};{place.lon:.6f}"


def _summary(event: Event, lived: Life, found: Appointment) -> str:
    state = lived.state.replace("-", " ")
    asides = [words(found.when)] * found.vague + [state] * (lived.state != "held")
    return f"{event.title} ({'; '.join(asides)})" if asides else event.title


def _description(release: Release, event: Event, lived: Life, found: Appointment) -> str:
    certain = "" if not found.vague else " The days marked are those that this may mean."
    date_line = f"Date: {words(found.when)}.{certain}"
    state = f"State: {lived.state.replace('-', ' ')}, since {words(lived.since)}."
    texts = (release.plain(each) for each in (event.summary, event.outcome) if each)
    return "\n".join((date_line, state, *texts))


def _utc(moment: datetime) -> str:
    return f"{_day(moment)}T{moment:%H%M%S}Z"


def _day(day: date) -> str:
    return day.isoformat()[:10].replace("-", "")


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Break a line that is too long; no break falls inside a letter."""
    if len(line.encode()) <= _LINE:
        return line
    parts, width = [""], 0
    for letter in line:
        size = len(letter.encode())
        if width + size > _LINE:
            parts.append(" ")
            width = 1
        parts[-1] += letter
        width += size
    return "\r\n".join(parts)
