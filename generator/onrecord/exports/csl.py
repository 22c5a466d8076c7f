"""References as CSL-JSON, which Zotero, Pandoc and other processors of citations read."""

from collections.abc import Mapping
from typing import Any

from onrecord.exports.reference import Reference, machine_date
from onrecord.records.when import Certainty, Precision, When, words

_TYPES: Mapping[str, str] = {
    "agency": "article-newspaper",
    "analysis": "article",
    "interview": "interview",
    "legal": "document",
    "news": "article-newspaper",
    "official-text": "document",
    "post": "post",
    "video": "motion_picture",
}


def csl(work: Reference) -> dict[str, Any]:
    """Return an item of CSL-JSON (1.0); kinds that the standard does not know are web pages."""
    found: dict[str, Any] = {
        "id": work.key,
        "type": _TYPES.get(work.kind, "webpage"),
        "title": work.title,
        "author": [{"literal": each} for each in work.authors],
        "container-title": work.container,
        "publisher": work.publisher,
        "issued": _date(work.issued),
        "language": work.lang,
        "URL": work.url,
        "accessed": _date(work.accessed) if work.accessed else None,
        "archive_location": work.archive_url,
        "note": f"archived {words(work.archived)}" if work.archived else "",
    }
    return {key: value for key, value in found.items() if value}


def _date(when: When) -> dict[str, Any]:
    """Return a date in parts, marked if it is "about", or in words where parts would claim too much."""
    if certain := machine_date(when):
        return _parts(certain)
    if when.precision is Precision.UNKNOWN:
        return {}
    bound = when.start
    if bound and when.certainty is Certainty.APPROXIMATE and bound.precision in _SIZES:
        return {**_parts(bound.first.isoformat()[: _SIZES[bound.precision]]), "circa": True}
    return {"literal": words(when)}


_SIZES = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def _parts(day: str) -> dict[str, Any]:
    return {"date-parts": [[int(each) for each in day.split("-")]]}
