"""TimelineJS: its JSON, or the spreadsheet behind it as CSV, to events and their sources."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from onrecord.importing.drafts import Draft, Import, Loss, UnreadableError, flat, kept, named, some
from onrecord.importing.plain_text import first_link, text_of

_COLUMNS = {
    "Headline": ("text", "headline"),
    "Text": ("text", "text"),
    "Media": ("media", "url"),
    "Media Credit": ("media", "credit"),
    "Media Caption": ("media", "caption"),
    "Display Date": ("display_date",),
    "Group": ("group",),
}
_DATES = {"Year": "year", "Month": "month", "Day": "day", "Time": "time"}
_USED = ("start_date", "end_date", "text", "media", "unique_id")


def read_timelinejs(text: str, name: str) -> Import:
    """Return an event for each slide, and a source for what each links to; ``name`` is the file's.

    A slide says nothing of who reports it: without a link, its source is the file itself.
    """
    slides, losses = _from_json(text) if text.lstrip().startswith(("{", "[")) else _from_csv(text)
    drafts: list[Draft] = [_file_itself(name)]
    for row, slide in slides:
        drafts += _drafts(row, slide, drafts)
    used = any(drafts[0].id in draft.fields.get("sources", ()) for draft in drafts)
    return Import(tuple(drafts if used else drafts[1:]), losses)


def _from_json(text: str) -> tuple[list[tuple[str, Mapping[str, Any]]], tuple[Loss, ...]]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UnreadableError(f"the file is no JSON: {fault}") from fault
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        raise UnreadableError("the file has no list 'events'", "save the JSON that TimelineJS reads")
    slides = [(f"events[{number}]", slide) for number, slide in enumerate(whole["events"])]
    others = (
        Loss(key, flat(value)[:80], "a dossier has a title page of its own, and no eras")
        for key, value in whole.items()
        if key != "events" and flat(value)
    )
    return [(row, slide) for row, slide in slides if isinstance(slide, dict)], tuple(others)


def _from_csv(text: str) -> tuple[list[tuple[str, Mapping[str, Any]]], tuple[Loss, ...]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not rows.fieldnames or not {"Year", "Headline"} <= set(rows.fieldnames):
        raise UnreadableError(
            "the first row has no columns 'Year' and 'Headline'", "save the spreadsheet of TimelineJS as CSV"
        )
    slides: list[tuple[str, Mapping[str, Any]]] = []
    losses: list[Loss] = []
    for number, cells in enumerate(rows, 2):
        kind = (cells.get("Type") or "").strip().lower()
        if kind in ("title", "era"):
            why = "a dossier has a title page of its own, and no eras"
            losses.append(Loss(f"row {number}", f"{kind} '{cells.get('Headline') or ''}'", why))
        elif flat(cells):
            slides.append((f"row {number}", _slide(cells)))
    return slides, tuple(losses)


def _slide(cells: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "start_date": {part: cells.get(column) for column, part in _DATES.items()},
        "end_date": {part: cells.get(f"End {column}") for column, part in _DATES.items()},
        "text": {},
        "media": {},
    }
    known = {*_COLUMNS, *_DATES, *(f"End {column}" for column in _DATES)}
    for column, way in _COLUMNS.items():
        *outer, last = way
        (made[outer[0]] if outer else made)[last] = cells.get(column)
    return {**made, **{str(key): value for key, value in cells.items() if key not in known}}


def _drafts(row: str, slide: Mapping[str, Any], before: list[Draft]) -> Iterator[Draft]:
    taken = [draft.id for draft in before]
    told, media = slide.get("text") or {}, slide.get("media") or {}
    headline, body = text_of(flat(told.get("headline"))), str(told.get("text") or "")
    address = first_link(body) or first_link(str(told.get("headline") or "")) or _address(media.get("url"))
    source = before[0].id
    if address:
        known = next((draft.id for draft in before if draft.fields.get("url") == address), "")
        source = known or named(f"{urlsplit(address).hostname or ''} {headline}", taken, "source")
        if not known:
            yield _link(source, address, headline, row)
    start, lost = _date(slide.get("start_date") or {})
    end, lost_too = _date(slide.get("end_date") or {})
    when = f"{start}/{end}" if end and end != start else start
    fields = some(
        title=headline or text_of(body)[:80],
        when=when,
        history=[{"state": "held", "on": when, "sources": [source]}] if when else [],
        summary=text_of(body),
        sources=[source],
    )
    unused = {
        **{key: value for key, value in slide.items() if key not in _USED},
        "time": lost,
        "end time": lost_too,
    }
    unused |= {f"media {key}": value for key, value in media.items() if value != address}
    yield Draft("events", named(f"{headline} {start}", [*taken, source], "event"), fields, row, kept(unused))


def _date(parts: Mapping[str, Any]) -> tuple[str, str]:
    """Return an EDTF date, and the time of day, which says no zone and so cannot be part of it."""
    year, month, day = (flat(parts.get(key)) for key in ("year", "month", "day"))
    clock = flat(parts.get("time")) or ":".join(
        f"{flat(parts.get(key)):0>2}" for key in ("hour", "minute") if flat(parts.get(key))
    )
    steps = [f"{year:0>4}"] if year else []
    steps += [f"{month:0>2}"] if year and month else []
    steps += [f"{day:0>2}"] if year and month and day else []
    return "-".join(steps), clock


def _address(value: Any) -> str:
    text = flat(value)
    return text if text.startswith(("http://", "https://")) and " " not in text else ""


def _link(record_id: str, address: str, headline: str, row: str) -> Draft:
    publisher = (urlsplit(address).hostname or "unknown").removeprefix("www.")
    fields = {
        "title": f"[{headline or 'page'}]",
        "publisher": publisher,
        "kind": "reference",
        "url": address,
        "published": "unknown",
    }
    return Draft("sources", record_id, fields, row)


def _file_itself(name: str) -> Draft:
    fields = {
        "title": f"[The file {name} of TimelineJS]",
        "publisher": "Unknown, imported",
        "kind": "reference",
        "published": "unknown",
    }
    return Draft("sources", named(f"imported {name.rpartition('.')[0]}", (), "imported"), fields, "the file")
