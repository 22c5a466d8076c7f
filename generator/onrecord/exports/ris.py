"""References as RIS."""

from collections.abc import Iterator, Mapping

from onrecord.exports.reference import Reference, machine_date
from onrecord.records.lines import one_line
from onrecord.records.when import When, words

_TYPES: Mapping[str, str] = {
    "agency": "NEWS",
    "news": "NEWS",
    "legal": "LEGAL",
    "official-text": "GOVDOC",
    "post": "BLOG",
    "video": "VIDEO",
}


def ris(work: Reference) -> str:
    """Return a reference whose lines end in CR and LF, as the format wants it; other kinds are web pages."""
    lines = ((tag, one_line(value)) for tag, value in _tags(work) if value)
    body = "".join(f"{tag}  - {value}\r\n" for tag, value in lines)
    return f"TY  - {_TYPES.get(work.kind, 'ELEC')}\r\n{body}ER  - \r\n"


def _tags(work: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", work.key
    yield "TI", work.title
    for author in work.authors:
        yield "AU", author
    yield "T2", work.container
    yield "PB", work.publisher
    yield "PY", machine_date(work.issued)[:4]
    yield "DA", _date(work.issued)
    yield "LA", work.lang
    yield "UR", work.url
    yield "Y2", _date(work.accessed) if work.accessed else ""
    if work.archive_url:
        on = f" ({words(work.archived)})" if work.archived else ""
        yield "N1", f"Archived: {work.archive_url}{on}"


def _date(when: When) -> str:
    """Return ``YYYY/MM/DD/`` as far as the date is certain, else its words in the place for other matter."""
    certain = machine_date(when).split("-")
    if certain == [""]:
        return f"///{words(when).replace('/', '-')}"
    return "/".join((*certain, *[""] * (4 - len(certain))))
