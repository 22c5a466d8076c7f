"""What must hold of any bytes: as a file of content, and as a date."""

from onrecord.problems import Severity
from onrecord.records.decode import decode
from onrecord.records.when import BadDate, When, parse, short_words, words
from onrecord.report.place import place
from onrecord.report.text import text
from onrecord.source.files import ABOUT
from onrecord.source.yamldoc import parse as read

PATHS = (ABOUT, "actors/x.yml", "events/x.yml", "statements/x.yml", "sources/x.yml", "claims/x.yml")


def read_yaml(data: bytes) -> None:
    """Read a file, its first byte telling which; every problem lies inside it, and nothing is lost unsaid."""
    path = PATHS[data[0] % len(PATHS)] if data else ABOUT
    document, problems = read(path, data[1:])
    _, more = decode((document,))
    lines = document.text.split("\n")
    for each in place((*problems, *more), (document,)):
        if each.file == path:
            assert 1 <= each.span.line <= len(lines), each
            assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1, each
        assert each.message, each
    assert text(place((*problems, *more), (document,))).encode()
    errors = [each for each in (*problems, *more) if each.severity is Severity.ERROR]
    assert errors or document.value is not None, path


def read_date(data: bytes) -> None:
    """Read a date; it is one, in order and with words, or it is refused with a message and a way out."""
    written = data.decode(errors="replace")
    try:
        when = parse(written)
    except BadDate as bad:
        told: tuple[str, ...] = (bad.code, bad.message, bad.hint)
    else:
        told = _of_date(when)
    assert all(told), written


def _of_date(when: When) -> tuple[str, ...]:
    """Return what is said of a date, which must be in order, and the same when it is read again."""
    assert when.first is None or when.last is None or when.first <= when.last, when
    assert parse(when.edtf) == when, when
    return tuple(said(when, language) for said in (words, short_words) for language in ("en", "de", "hu"))
