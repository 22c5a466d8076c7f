import json
from pathlib import Path
from typing import Any

import html5lib
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON

from onrecord.dossier.statuses import Statuses
from onrecord.exports.files import downloads
from onrecord.exports.pieces import pieces
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Page
from onrecord.pages.records.record_pages import record_page
from onrecord.pages.render import last_pages, later_portions, of_records, section_portions
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.sources import Archive
from onrecord.records.when import parse
from tests.dossier import make
from tests.pages.filled import filled

TEMPLATES = (Path(__file__).parents[2] / "site_templates",)
RENDER = renderer(TEMPLATES)
SITE = "https://example.org/some/repository/"
ARCHIVE = Archive(state="archived", url="https://archive.example/1", on=parse("2025-11-20"))
PRINT = make.source(
    "print",
    publisher="tass",
    lang="en",
    authors=("Jane Doe", "O'Neil & Sons </textarea>"),
    published="2025-11-13",
    url="https://tass.example/a?b=1&c=2",
    accessed=parse("2025-11-15"),
    archive=ARCHIVE,
)
RECORDS = (make.actor("tass", "media", name="TASS"), PRINT, make.claim(), make.topic("summit"))


def site_of(*records: Record, site_url: str = SITE) -> Site:
    return Site(Statuses(make.dossier(*records)), Addresses(site_url=site_url))


def page_of(site: Site, record_id: str) -> Page:
    record = site.dossier.find(record_id)
    assert record is not None
    return record_page(site, RENDER, record)


def shown(page: Page) -> dict[str, str]:
    """Return the words of the citation, and the text of each format as a browser gives it to be copied."""
    tree: Any = html5lib.parseFragment(page.html, namespaceHTMLElements=False)
    words = next(each for each in tree.iter("p") if each.get("class") == "or-cite__text")
    texts = {each.get("id").removeprefix("cite-"): each.text for each in tree.iter("textarea")}
    return {"words": "".join(words.itertext()), **texts}


def test_a_source_is_cited_on_its_page_with_the_days_of_access_and_archiving() -> None:
    found = shown(page_of(site_of(*RECORDS), "print"))

    assert "(accessed 15 November 2025)" in found["words"]
    assert "Archived: https://archive.example/1 (20 November 2025)" in found["words"]
    (entry,) = parse_string(found["bibtex"]).entries
    fields = {field.key: field.value for field in entry.fields}
    assert (fields["urldate"], fields["note"]) == (
        "2025-11-15",
        "Archived: https://archive.example/1, 20 November 2025",
    )
    (told,) = rispy.loads(found["ris"])
    assert told["access_date"] == "2025/11/15/"
    assert told["notes"] == ["Archived: https://archive.example/1 (20 November 2025)"]
    assert told["authors"] == list(PRINT.authors)
    (item,) = json.loads(found["csl-json"])
    assert item["accessed"] == {"date-parts": [[2025, 11, 15]]}
    assert item["archive_location"] == "https://archive.example/1"
    assert list(CiteProcJSON([item])) == ["print"]


def test_any_other_record_is_cited_as_a_page_with_its_address() -> None:
    found = shown(page_of(site_of(*RECORDS), "ready"))

    assert found["words"].endswith(f"{SITE}claims/ready/")
    assert rispy.loads(found["ris"])[0]["urls"] == [f"{SITE}claims/ready/"]
    assert json.loads(found["csl-json"])[0]["URL"] == f"{SITE}claims/ready/"


def test_a_page_without_an_address_is_cited_by_the_id_of_its_record() -> None:
    words = shown(page_of(site_of(*RECORDS, site_url=""), "ready"))["words"]

    assert words.endswith("Record: ready")
    assert "http" not in words


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_kind_of_page_has_three_formats_and_their_files_say_the_same(folder: str) -> None:
    site = Site(Statuses(filled(folder)[0]), Addresses(site_url=SITE))
    files = {
        path: held
        for each in downloads(site.release, pieces(site.release, site.citations))
        for path, held in each.files
    }
    page = page_of(site, "full")
    texts = shown(page)

    for format_, ending in (("bibtex", "bib"), ("ris", "ris"), ("csl-json", "csl.json")):
        path = f"data/citations/full.{ending}"
        assert f'href="../../{path}"' in page.html
        assert [line.rstrip() for line in files[path].decode().splitlines()] == [
            line.rstrip() for line in texts[format_].splitlines()
        ]


def test_a_source_tells_reference_managers_that_it_is_the_source_and_not_our_page() -> None:
    assert page_of(site_of(*RECORDS), "print").meta == (
        ("z:itemType", "newspaperArticle"),
        ("DC.title", "[print]"),
        ("DC.creator", "Jane Doe"),
        ("DC.creator", "O'Neil & Sons </textarea>"),
        ("DC.publisher", "TASS"),
        ("DC.date", "2025-11-13"),
        ("DC.language", "en"),
        ("prism.publicationName", "TASS"),
        ("citation_public_url", "https://tass.example/a?b=1&c=2"),
        ("z:archiveLocation", "https://archive.example/1"),
    )


def test_a_page_of_ours_tells_them_that_it_is_a_page_of_the_dossier() -> None:
    told = dict(page_of(site_of(*RECORDS), "ready").meta)

    assert told["z:itemType"] == "webpage"
    assert told["prism.publicationName"] == "The summit"
    assert told["citation_public_url"] == f"{SITE}claims/ready/"
    assert "DC.creator" not in told


def test_pages_that_have_a_feed_link_both_of_its_formats_and_no_other_page_does() -> None:
    site = site_of(*RECORDS)
    exports = downloads(site.release, pieces(site.release, site.citations))
    files = {path for each in exports for path, _ in each.files}
    records = (make() for make in of_records(site, TEMPLATES, tuple(site.dossier)))
    portions = (*section_portions(site, site, TEMPLATES), *later_portions(site, TEMPLATES))
    planned = (each.make() for portion in portions for each in portion())
    made = {page.path: page for page in (*records, *planned, *last_pages(site, exports, TEMPLATES))}
    fed = {path: page.feed for path, page in made.items() if page.feed}

    assert fed == {
        "": "feeds/all",
        "changes/": "feeds/changes",
        "actors/tass/": "feeds/actors/tass",
        "claims/ready/": "feeds/claims/ready",
        "topics/summit/": "feeds/topics/summit",
    }
    for path, feed in fed.items():
        for ending in ("xml", "json"):
            assert f"{feed}.{ending}" in files
            assert f'href="{"../" * path.count("/")}{feed}.{ending}"' in made[path].html
    assert [path for path, page in made.items() if "or-follow" in page.html and path not in fed] == []
    assert 'href="../feeds/all.xml"' in made["data/"].html
