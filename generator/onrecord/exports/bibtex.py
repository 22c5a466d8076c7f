"""References as BibTeX."""

from collections.abc import Iterator

from onrecord.exports.reference import Reference, machine_date
from onrecord.records.lines import one_line
from onrecord.records.when import Precision, When, words

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "%&#_$"},
    }
)
_IN_URL = str.maketrans({"{": "%7B", "}": "%7D"})


def bibtex(work: Reference) -> str:
    """Return an entry of type ``misc``, for BibTeX and biblatex, which reads ``date`` as EDTF."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
    return f"@misc{{{work.key},\n{lines}}}\n"


def _fields(work: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_text(work.title)}}}"
    yield "author", " and ".join(f"{{{_text(each)}}}" for each in work.authors)
    yield "howpublished", _text(work.container)
    yield "publisher", _text(work.publisher) if work.publisher != work.container else ""
    yield "date", _date(work.issued)
    yield "year", machine_date(work.issued)[:4]
    yield "langid", work.lang
    yield "url", work.url.translate(_IN_URL)
    yield "urldate", machine_date(work.accessed) if work.accessed else ""
    yield "note", _text(_archived(work))


def _archived(work: Reference) -> str:
    if not work.archive_url:
        return ""
    on = f", {words(work.archived)}" if work.archived else ""
    return f"Archived: {work.archive_url}{on}"


def _date(when: When) -> str:
    if when.precision is Precision.UNKNOWN:
        return ""
    return machine_date(when) if when.precision is Precision.INSTANT else when.edtf


def _text(text: str) -> str:
    return one_line(text).translate(_SPECIAL)
