"""Small parts of nodes of JSON-LD."""

from collections.abc import Iterable
from typing import Any

from onrecord.exports.release import Release
from onrecord.records.when import Certainty, When


def nodes(release: Release, ids: Iterable[str]) -> list[dict[str, str]]:
    """Return pointers to records, without those that do not exist."""
    return [{"@id": release.identifier(each)} for each in ids if each in release.dossier.folders]


def name_or_node(release: Release, text: str, kind: str) -> dict[str, str]:
    """Return a pointer to the actor of that id, else a nameless node of the type ``kind`` with that name."""
    if text in release.dossier.actors:
        return {"@id": release.identifier(text)}
    return {"@type": kind, "name": text}


def texts(release: Release, markdown: str) -> str:
    """Return an editor's Markdown as plain text, a paragraph a line."""
    return "\n".join(release.plain(line) for line in markdown.split("\n\n") if line)


def days(when: When) -> dict[str, Any]:
    """Return when something begins and ends, if that is certain: ISO 8601 has no "about"."""
    if when.certainty is not Certainty.SURE:
        return {}
    if when.is_interval:
        first, last = when.first_day, when.last_day
        ends = {"startDate": first.isoformat() if first else "", "endDate": last.isoformat() if last else ""}
        return ends if first and last else {}
    return {"startDate": when.machine}
