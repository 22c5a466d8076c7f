"""The timeline in the form of TimelineJS, a program for drawn timelines."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from onrecord.dossier.timeline import Entry, entries
from onrecord.exports.release import Release
from onrecord.records.when import When, words


def timelinejs(release: Release) -> bytes:
    """Return every entry of the timeline that has a first day, dates in words beside those for drawing.

    Texts are HTML there, so what editors wrote is escaped.
    """
    about = release.dossier.about
    slides = ",\n".join(json.dumps(each, ensure_ascii=False) for each in _slides(release))
    title = {"text": {"headline": escape(about.title), "text": escape(about.bottom_line)}}
    head = json.dumps({"title": title}, ensure_ascii=False)[:-1]
    return f'{head}, "events": [\n{slides}\n]}}\n'.encode()


def _slides(release: Release) -> Iterator[dict[str, Any]]:
    for entry in entries(release.dossier):
        if entry.when.first_day:
            yield _slide(release, entry)


def _slide(release: Release, entry: Entry) -> dict[str, Any]:
    url, title = release.url(entry.record_id), escape(release.titles[entry.record_id])
    headline = f'<a href="{escape(url)}">{title}</a>' if url else title
    step = "" if entry.step is None else f"-step-{entry.step + 1}"
    found = {
        "unique_id": f"{entry.record_id}{step}",
        "group": entry.folder,
        "display_date": words(entry.when),
        "start_date": _date(entry.when, last=False),
        "end_date": _date(entry.when, last=True),
        "text": {"headline": headline, "text": escape(_told(release, entry))},
    }
    return {key: value for key, value in found.items() if value}


def _told(release: Release, entry: Entry) -> str:
    if entry.step is not None:
        step = release.dossier.events[entry.record_id].history[entry.step]
        state = step.state.replace("-", " ")
        return f"{state}: {release.plain(step.note)}" if step.note else state
    if statement := release.dossier.statements.get(entry.record_id):
        return release.plain(statement.paraphrase) or (statement.quote.text if statement.quote else "")
    return release.plain(release.dossier.events[entry.record_id].summary)


def _date(when: When, *, last: bool) -> dict[str, int]:
    """Return the first day for drawing, with the time of a moment, or the last one if it is another."""
    day = when.last_day if last else when.first_day
    if day is None or (last and day == when.first_day):
        return {}
    found = {"year": day.year, "month": day.month, "day": day.day}
    local = when.local
    if not last and local and ":" in when.text:
        found |= {"hour": local.hour, "minute": local.minute}
    return found
