import json
import warnings
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON

from onrecord.exports.bibtex import bibtex
from onrecord.exports.citation import citation
from onrecord.exports.csl import csl
from onrecord.exports.reference import Reference, reference
from onrecord.exports.ris import ris
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.sources import Archive, Source
from onrecord.records.when import parse
from tests.dossier.make import actor, source, statement
from tests.exports.conftest import Files
from tests.exports.releases import SITE, release


def printed(**fields: Any) -> Source:
    archive = Archive(state="archived", url="https://archive.example/1", on=parse("2025-11-20"))
    given = {
        "publisher": "tass",
        "url": "https://tass.example/a_b?c=d&e=50%25",
        "authors": ("Jane Doe", "AFP & Co"),
        "accessed": parse("2025-11-15"),
        "lang": "ru",
        "archive": archive,
    }
    return source("print", published="2025-11-13", **{**given, **fields})


def work(record: Record) -> Reference:
    return reference(release(actor("tass", "media", name="TASS"), actor("lavrov"), record), record)


def test_plain_words_name_the_access_and_the_archived_copy() -> None:
    assert citation(work(printed())) == (
        "Jane Doe, AFP & Co. [print]. TASS, 13 November 2025. https://tass.example/a_b?c=d&e=50%25 "
        "(accessed 15 November 2025) Archived: https://archive.example/1 (20 November 2025)"
    )


def test_a_page_is_cited_as_part_of_the_dossier() -> None:
    said = statement("a", sources=("print",), said="2025-11-13")
    made = release(actor("lavrov"), printed(), said)
    text = citation(reference(made, said))
    assert (
        text
        == f"“Lavrov, 13 Nov 2025: Something”. The summit, last changed 13 November 2025. {SITE}statements/a/"
    )


def test_bibtex_says_the_same() -> None:
    library = parse_string(bibtex(work(printed())))
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("misc", "print")
    assert fields["date"] == "2025-11-13"
    assert fields["urldate"] == "2025-11-15"
    assert fields["url"] == "https://tass.example/a_b?c=d&e=50%25"
    assert fields["author"] == r"{Jane Doe} and {AFP \& Co}"
    assert fields["note"] == "Archived: https://archive.example/1, 20 November 2025"


@pytest.mark.parametrize("title", ["{", "}", "a } b { c", "100 % & #1 _x_ $5 ~ ^ \\end", "ünïcödé „x“"])
def test_no_title_breaks_bibtex(title: str) -> None:
    held = bibtex(work(printed(publisher=title))) + "\n" + bibtex(work(source("after")))
    library = parse_string(held)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["print", "after"]


def test_ris_says_the_same() -> None:
    (entry,) = rispy.loads(ris(work(printed())))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["id"] == "print"
    assert entry["authors"] == ["Jane Doe", "AFP & Co"]
    assert entry["year"] == "2025"
    assert entry["date"] == "2025/11/13/"
    assert entry["access_date"] == "2025/11/15/"
    assert entry["notes"] == ["Archived: https://archive.example/1 (20 November 2025)"]


def test_csl_says_the_same() -> None:
    found = csl(work(printed()))
    assert found["type"] == "article-newspaper"
    assert found["issued"] == {"date-parts": [[2025, 11, 13]]}
    assert found["accessed"] == {"date-parts": [[2025, 11, 15]]}
    assert found["archive_location"] == "https://archive.example/1"
    assert found["author"] == [{"literal": "Jane Doe"}, {"literal": "AFP & Co"}]


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2025-11", {"date-parts": [[2025, 11]]}),
        ("2025-11~", {"date-parts": [[2025, 11]], "circa": True}),
        ("2025-10-20/..", {"literal": "on or after 20 October 2025"}),
        ("2025-11-13T22:30+03:00", {"date-parts": [[2025, 11, 13]]}),
        ("unknown", None),
    ],
)
def test_no_date_claims_more_than_the_record(published: str, issued: object) -> None:
    made = source("print", published=published)
    assert csl(work(made)).get("issued") == issued


def test_an_uncertain_date_is_in_words_in_ris() -> None:
    (entry,) = rispy.loads(ris(work(source("print", published="2025-11-13~"))))
    assert "year" not in entry
    assert entry["date"] == "///about 13 November 2025"


def test_every_record_of_the_default_dossier_is_in_every_format(files: Files) -> None:
    records = json.loads(files["data/dossier.json"])
    ids = sorted(each["id"] for folder in FOLDERS for each in records[folder])
    library = parse_string(files["data/citations.bib"].decode())
    assert library.failed_blocks == []
    assert sorted(entry.key for entry in library.entries) == ids
    assert sorted(entry["id"] for entry in rispy.loads(files["data/citations.ris"].decode())) == ids
    with warnings.catch_warnings(record=True) as told:
        read = CiteProcJSON(json.loads(files["data/citations.csl.json"]))
    assert sorted(read) == ids
    assert [str(each.message) for each in told] == []
