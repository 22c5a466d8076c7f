"""A citation in plain words."""

from collections.abc import Iterator

from onrecord.exports.reference import Reference
from onrecord.records.when import Precision, words


def citation(work: Reference) -> str:
    """Return one line: authors, title, where it appeared, when, its address, and its archived copy.

    The day of a page of ours is told as that of its last change: an event or a statement has one of its own.
    """
    title = work.title if work.title.startswith("[") else f"“{work.title.rstrip('.')}”"
    names = (", ".join(work.authors), title, work.container)
    parts = ". ".join(each.rstrip(".") for each in names if each)
    changed = "last changed " if work.kind == "page" else ""
    issued = "" if work.issued.precision is Precision.UNKNOWN else f", {changed}{words(work.issued)}"
    return f"{parts}{issued}. {' '.join(_where(work))}".strip()


def _where(work: Reference) -> Iterator[str]:
    if work.url:
        yield work.url
    if work.accessed:
        yield f"(accessed {words(work.accessed)})"
    if work.archive_url:
        yield f"Archived: {work.archive_url}" + (f" ({words(work.archived)})" if work.archived else "")
