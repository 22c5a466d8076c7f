"""What editors are told about each mistake they can make in a value, word for word."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.records import forms
from onrecord.records.background import Topic
from onrecord.records.decode import decode
from onrecord.records.forms import FormError
from onrecord.records.shape import shape
from onrecord.records.when import BadDate, parse
from onrecord.source.document import Document
from tests.records.test_when import REFUSED, written

FOLDER = Path(__file__).parent / "refusals"
LONG = "ab" * 61

DATES = (
    *(written(row[0]) for row in REFUSED),
    *("", "9" * 81, "x", "/", "..", "2025/x", "x/2025", "T11:42Z", "22:30", "2025-10-16T"),
    *("2025-10-16T11:42Z["),
    # In numbers.
    *("16.10.2025.", "16 10 2025", "2025.10.16", "2025 10 16", "1.2.2025", "2025-2-1", "31/12/2025"),
    *("12/31/2025", "2025/13/01", "13/13/2025", "10.2025", "2025/1", "2025.1.", "1-2025", "5/2025"),
    *("20251316", "2025101", "16.10.25"),
    *("2025/12/01", "2025/12/13"),
    # In words.
    *("Jan 2025", "feb. 2025", "MARCH 2025", "Apr 2025", "may 2025", "June 2025", "Jul 2025", "Aug 2025"),
    *("Sept 2025", "Sep 2025", "oct 2025", "Nov 2025", "Dec. 2025", "spring 2025", "Summer of 2025"),
    *("the fall of 2025", "winter 2025", "Ja 2025", "circa 2025", "around May 2025", "ca. 1 May 2025"),
    *("approximately 2025", "c. 2025", "about 2025-10", "1st May 2025", "2nd of May, 2025", "3rd May 2025"),
    *("on the 4th of May 2025", "5 in May 2025", "in 2025", "May 2025 2026", "1 2 May 2025"),
    *("May June 2025", "1 2025", "1 May", "1 May 25", "early May 2025", "2025 AD", "undated", "No date"),
    *("none", "n.d.", "N/A", "TBD", "?", "not known", "Unknown"),
    # Of two days.
    *("2025 to 2026", "2025-10 - 2025-11", "2025-10-01-2025-10-02", "2025~ to 2026?", "2025 \u2014 2026"),
    *("2025 /2026", "open/2025", "2025/unknown", "unknown/2025", "2025-10-16\u22122025-10-17"),
    *("2025% - 2026", "2026/2025-12-31"),
    # With a clock time.
    *("2025-10-16 9:42Z", "2025-10-16  09:42 UTC", "2025-10-16t09:42z", "2025-10-16T09:42:30.5Z"),
    *("2025-10-16 09:42,5 GMT", "2025-10-16 9:42 +2", "2025-10-16 9:42 UTC -0430", "2025-10-16 9:42-4:30"),
    *("2025-10-16 9:42", "2025-10-16T11:60Z", "2025-10-16T11:42:61Z", "2025-02-30T11:42Z"),
    *("2025-10-16T11:42+14:01", "2025-10-16T11:42-12:01", "2025-10-16T11:42?", "2025-10-16T11:42+01:60"),
    *("2025-10-16T11:42%", "../2025-10-16T11:42Z", "2025-10-16T11:42Z/", "2025-10-16T11:42Z/.."),
    *("/2025-10-16T11:42Z", "2025/2025-10-16T11:42Z", "2025-10-16T11:42[Nowhere/Atall]"),
    *("2025-10-16T11:42+02:00 GMT", "2025-10-16T11:42+02:00[Z]", "2025-10-16 11:42 New York"),
    *("2025-10-16 11:42 europe/budapest", "0001-01-01T00:00+14:00", "2025-03-30T02:30:15[Europe/Budapest]"),
    *("2025-10-26T02:30:15[Europe/Budapest]", "2025-10-26T02:30Z[Europe/Budapest]"),
    *("9999-12-31T23:59-12:00", "2025-10-16T11:42-00:00[Europe/Budapest]", "0000-01-01T00:00Z"),
    *("2025-00-01T00:00Z"),
    *("2025-10-16T11:42+15:00 UTC", "2025-10-16T11:42X", "2025-10-16T11:42+01:59[Nowhere]"),
    # Of another calendar or level.
    *("2025-13", "2025-00", "2025-10-32", "2025-11-31", "2025-02-29", "1900-02-29", "2000-02-30"),
    *("2025-25", "2025-41", "2025-42", "-0000", "0000-10", "10000", "-0044-03-15", "Y-17000", "Y12345"),
    *("9999-24~", "202X-10", "20X5", "X025", "1XXX-10", "2025-XX-10", "2025?-10", "2025-10-1?6", "15S2"),
    *("1950S2", "..2025", "[2025,2026]", "201X/2025", "2025/20XX"),
)  # fmt: skip

FORMS: tuple[tuple[Callable[[str], object], tuple[str, ...]], ...] = (
    (
        forms.record_id,
        ("index", "Index", LONG, "Sergey Lavrov", "Лавров", "l\u0430vrov", "a\nb", "--", "x" * 130 + "!"),
    ),
    (forms.url, ("example.org", "https://example.org:0/", "https://[::1", "https:///x", "ftp://a.example/")),
    (
        forms.url,
        ("https://a.example/<b>", "https://a.example/b\\c", "https://a.example/b c", 'http://a.example/"'),
    ),
    (forms.language, ("pt_BR", "russian", "", "e")),
    (forms.wikidata, ("58217", "Q0", "Q1234567890123")),
    (forms.latitude, ("90.1", "-91", "x")),
    (forms.longitude, ("180.1", "-181", "1e1")),
    (forms.count, ("-1", "1234567", "2.5")),
    (forms.picture, ("a.gif.exe", "a", "../a.png")),
    (forms.content_file, ("../a", "a//b", "C:/a", "a\\b", "./a", "")),
)

ACTOR = {"name": "Ann", "kind": "person"}
SOURCE = {"title": "T", "publisher": "P", "kind": "news", "published": "2025"}
RECORDS: tuple[tuple[str, Any], ...] = (
    ("actors/x.yml", "name:Ann"),
    ("actors/x.yml", "Ann"),
    ("actors/x.yml", [["Ann"], "name:Ann", ACTOR, *({**ACTOR, "id": each} for each in (["x"], " ", "A B"))]),
    ("actors/x.yml", {**ACTOR, "id": ["x"]}),
    ("actors/x.yml", {**ACTOR, "id": "y"}),
    ("actors/X Y.yml", ACTOR),
    ("actors/Я.yml", ACTOR),
    ("actors/x.yml", {**ACTOR, "nmae": "Ann", "colour": "red", "kin": "person"}),
    (
        "actors/x.yml",
        {"name": "", "kind": "persn", "summary": " ", "wikidata": "58217", "country": {"a": "b"}},
    ),
    (
        "actors/x.yml",
        {"name": ["Ann"], "kind": "z", "aliases": "Annie", "topics": "a, b", "summary": ["a", "b"]},
    ),
    (
        "actors/x.yml",
        {**ACTOR, "topics": "- war", "aliases": {"a": "b"}, "image": "x.jpg", "roles": ["Minister"]},
    ),
    (
        "actors/x.yml",
        {**ACTOR, "topics": ["a", ["b"], "", {"c": "d"}], "roles": [["Minister"]], "relations": ["usa"]},
    ),
    (
        "actors/x.yml",
        {**ACTOR, "roles": [{"since": "2004"}], "links": ["https://a.example"], "formerly": ["../x"]},
    ),
    (
        "statements/x.yml",
        {"speaker": "ann", "said": "2025", "sources": ["s"], "quote": "So.", "stances": [{"claim": "c"}]},
    ),
    ("statements/x.yml", {"id": "x", **SOURCE}),
    ("statements/x.yml", [{"id": "x", **SOURCE}]),
    ("actors/x.yml", {**ACTOR, "image": {"colour": "red"}, "summary": "\ud800"}),
    ("actors/x.yml", {field.key: "x" for field in shape(Topic)}),
    (
        "statements/x.yml",
        {"speaker": "ann", "said": "2025", "quote": {"translation": {"colour": "red"}}, "sources": []},
    ),
    ("dossier.yml", {"title": "T", "language": "en", "bottom_line": "B", "as_of": "2025", "scope": "Europe"}),
    ("claims/x.yml", {"text": "So.", "evidence": "s", "assessment": "open"}),
)


def dates() -> Iterator[str]:
    for text in DATES:
        with pytest.raises(BadDate) as bad:
            parse(text)
        yield f"{text!r} [{bad.value.code}]\n  {bad.value.message}\n  {bad.value.hint!r}\n"


def texts() -> Iterator[str]:
    for read, refused in FORMS:
        for text in refused:
            with pytest.raises(FormError) as bad:
                read(text)
            yield f"{text!r} [{bad.value.code}]\n  {bad.value.message}\n  {bad.value.hint!r}\n"


def records() -> Iterator[str]:
    for path, value in RECORDS:
        yield f"{path} {value!r}\n"
        for each in decode((Document(path, value=value),))[1]:
            if each.location.file == path:
                where = ".".join(str(step) for step in each.location.route)
                yield f"  {where or '-'} [{each.code}] {each.message}\n    {each.hint!r}\n"


@pytest.mark.parametrize("told", [dates, texts, records])
def test_every_mistake_is_told_as_blessed(told: Callable[[], Iterator[str]], *, bless: bool) -> None:
    expected, found = FOLDER / f"{told.__name__}.txt", "".join(told())

    if bless:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
