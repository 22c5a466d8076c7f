"""Every download carries the texts as they were written, and nothing in it does anything."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import html5lib
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from icalendar import Calendar
from markdown_it import MarkdownIt

from onrecord.records.kinds import FOLDERS
from tests.hostile.fields import PRIVATE
from tests.hostile.made import Hostile
from tests.hostile.texts import CANARY, folded

EVERY = len(FOLDERS) * 2
PUBLIC_SPREADSHEET_STARTS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001
FEEDS_TELL = ("claims", "corrections", "events", "judgments", "questions", "statements")
ATOM = "{http://www.w3.org/2005/Atom}"


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text below ``value`` with its path; entries of a list have the path of the list."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    elif isinstance(value, str):
        yield path, value


def says(texts: Hostile, path: str) -> str:
    """Return what a reader must see of a field, on one line."""
    return folded(texts.texts.said[path])


def test_the_json_holds_every_text_where_it_was_written(hostile: Hostile) -> None:
    told = json.loads(hostile.files["data/dossier.json"])
    found = dict(leaves(told["dossier"], "dossier"))
    for folder in FOLDERS:
        for record in told[folder]:
            found |= dict(leaves(record, record["id"]))

    assert {path: found.get(path) for path in hostile.texts.written} == hostile.texts.written


def test_the_file_of_a_record_holds_every_text_of_the_record(hostile: Hostile) -> None:
    for path, text in hostile.texts.written.items():
        if not path.startswith("dossier."):
            told = json.loads(hostile.files[f"data/records/{path.partition('.')[0]}.json"])
            assert text in {each for _, each in leaves(told)}


def cells(files: Mapping[str, bytes]) -> Iterator[str]:
    for name, held in files.items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(held.decode(), newline="")):
                yield from row


def test_no_cell_of_a_table_begins_a_formula(hostile: Hostile) -> None:
    assert [cell for cell in cells(hostile.files) if cell[:1] and cell[0] in PUBLIC_SPREADSHEET_STARTS] == []


def test_the_tables_hold_every_text(hostile: Hostile) -> None:
    found = {cell.removeprefix("'") for cell in cells(hostile.files)}

    assert [path for path, text in hostile.texts.written.items() if text not in found] == []


def test_the_database_holds_every_text(hostile: Hostile) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(hostile.files["data/dossier.sqlite"])
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {cell for name in names for row in connection.execute(f'SELECT * FROM "{name}"') for cell in row}  # noqa: S608
    objects = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
    connection.close()

    assert objects <= {"table", "index"}
    assert [path for path, text in hostile.texts.written.items() if text not in found] == []


def feeds(hostile: Hostile, ending: str) -> dict[str, bytes]:
    return {
        name: held
        for name, held in hostile.files.items()
        if name.startswith("feeds/") and name.endswith(ending)
    }


def test_a_feed_is_text_and_holds_no_element_of_a_text(hostile: Hostile) -> None:
    for name, held in feeds(hostile, ".xml").items():
        root = ET.fromstring(held)  # noqa: S314  # our own file
        assert {each.tag.removeprefix(ATOM) for each in root.iter()} <= {
            "feed", "id", "title", "updated", "author", "name", "link", "entry", "published", "category",
            "content",
        }, name  # fmt: skip
        assert {each.get("type", "text") for each in root.iter(f"{ATOM}content")} <= {"text"}
        assert {each.get("href", "")[:8] for each in root.iter(f"{ATOM}link")} <= {"https://"}
        parsed = feedparser.parse(held)
        assert not parsed.bozo
        written = json.loads(hostile.files[name.removesuffix("xml") + "json"])
        entries = root.findall(f"{ATOM}entry")
        assert [each.findtext(f"{ATOM}title") for each in entries] == [
            each["title"] for each in written["items"]
        ]
        assert [each.findtext(f"{ATOM}content") for each in entries] == [
            each["content_text"] for each in written["items"]
        ]
        assert root.findtext(f"{ATOM}title") == written["title"]


@pytest.mark.parametrize(
    "field",
    ["claims-0.text", "events-0.summary", "events-1.outcome", "judgments-0.text",
     "questions-1.why_it_matters",
     "statements-0.paraphrase", "statements-1.quote.text", "corrections-0.was", "corrections-0.reason"],
)  # fmt: skip
def test_a_feed_tells_what_was_written(hostile: Hostile, field: str) -> None:
    items = json.loads(hostile.files["feeds/all.json"])["items"]
    (told,) = [each["content_text"] for each in items if each["url"].endswith(f"/{field.partition('.')[0]}/")]

    assert says(hostile, field) in folded(told)


def test_the_calendar_has_the_events_and_nothing_that_a_text_put_in(hostile: Hostile) -> None:
    calendar = Calendar.from_ical(hostile.files["feeds/events.ics"])
    events = list(calendar.walk("VEVENT"))

    assert [each.name for each in calendar.walk()] == ["VCALENDAR", "VEVENT", "VEVENT"]
    assert [each.errors for each in events] == [[], []]
    assert not any("ATTACH" in each or "X" in each for each in events)
    for number, event in enumerate(events):
        assert folded(str(event["SUMMARY"])).startswith(says(hostile, f"events-{number}.title"))
        assert says(hostile, f"events-{number}.outcome") in folded(str(event["DESCRIPTION"]))
        assert folded(str(event["LOCATION"])) == says(hostile, "places-0.name")


def test_linked_data_hold_the_texts(hostile: Hostile) -> None:
    graph = json.loads(hostile.files["data/dossier.jsonld"])
    found = {folded(text) for _, text in leaves(graph)}

    for field in (
        "actors-0.name",
        "events-0.title",
        "claims-0.text",
        "sources-0.title",
        "places-0.name",
        "topics-0.title",
    ):
        assert says(hostile, field) in found
    kinds = {text for path, text in leaves(graph) if path.endswith(".@type")}
    assert not any(CANARY in kind for kind in kinds)


def test_followthemoney_has_one_entity_a_line(hostile: Hostile) -> None:
    lines = hostile.files["data/dossier.ftm.json"].decode().split("\n")
    entities = [json.loads(line) for line in lines if line]
    found = {folded(text) for entity in entities for _, text in leaves(entity)}

    assert {entity["id"] for entity in entities} >= {"actors-0", "events-0", "statements-0", "sources-0"}
    for field in (
        "actors-0.name",
        "actors-1.aliases",
        "events-0.title",
        "sources-1.authors",
        "statements-0.quote.text",
    ):
        assert says(hostile, field) in found


class Elements(HTMLParser):
    """Reads a piece of HTML: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_timelinejs_gets_html_that_holds_nothing_but_our_links(hostile: Hostile) -> None:
    told = json.loads(hostile.files["data/timelinejs.json"])
    pieces = [
        Elements(text) for path, text in leaves(told) if path.startswith((".title.text", ".events.text"))
    ]
    links = [attributes for piece in pieces for _, attributes in piece.found]

    assert {tag for piece in pieces for tag, _ in piece.found} == {"a"}
    assert {tuple(each) for each in links} == {("href",)}
    assert all(str(each["href"]).startswith("https://site.example/") for each in links)
    assert says(hostile, "dossier.title") in {folded(piece.text) for piece in pieces}
    assert says(hostile, "events-0.title") in {folded(piece.text) for piece in pieces}


def unescaped(text: str) -> str:
    words = {"backslash": "\\", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(r"\\(?:text(\w+)\{\}|(.))", lambda found: words[found[1]] if found[1] else found[2], text)


def test_bibtex_has_one_entry_for_each_record(hostile: Hostile) -> None:
    library = parse_string(hostile.files["data/citations.bib"].decode())
    entries = {entry.key: {each.key: each.value for each in entry.fields} for entry in library.entries}

    assert library.failed_blocks == []
    assert [type(block).__name__ for block in library.blocks] == ["Entry"] * EVERY
    assert unescaped(entries["sources-0"]["title"][1:-1]) == says(hostile, "sources-0.title")
    assert unescaped(entries["sources-0"]["author"][1:-1]) == says(hostile, "sources-0.authors")
    assert not any(
        "\\input" in text or "\\write" in text for each in entries.values() for text in each.values()
    )


def test_ris_has_one_entry_for_each_record(hostile: Hostile) -> None:
    held = hostile.files["data/citations.ris"].decode()
    entries = {entry["id"]: entry for entry in rispy.loads(held)}

    assert len(entries) == EVERY
    assert held.count("\r\nER  - ") == EVERY
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in held.splitlines() if line)
    assert entries["sources-0"]["title"] == says(hostile, "sources-0.title")
    assert entries["sources-0"]["authors"] == [says(hostile, "sources-0.authors")]


def test_csl_has_one_item_for_each_record(hostile: Hostile) -> None:
    items = {each["id"]: each for each in json.loads(hostile.files["data/citations.csl.json"])}

    assert len(items) == EVERY
    assert items["sources-1"]["title"] == says(hostile, "sources-1.title")


def test_nothing_that_is_for_editors_is_in_any_file(hostile: Hostile) -> None:
    assert PRIVATE in (hostile.content / "texts" / "stored.txt").read_text(encoding="utf-8")
    assert [name for name, held in hostile.files.items() if PRIVATE.encode() in held] == []
    assert [page.path for page in hostile.built.pages if PRIVATE in page.html] == []


def in_markdown(held: bytes) -> Any:
    """Return what CommonMark with tables makes of a twin, HTML in it allowed, as a browser reads it."""
    html = MarkdownIt("commonmark").enable("table").render(held.decode())
    return html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)


SAFE_MARKDOWN = frozenset({
    "DOCUMENT_FRAGMENT", "a", "blockquote", "code", "em", "h1", "h2", "h3", "h4", "img", "li", "ol", "p",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", "br", "hr",
})  # fmt: skip


def test_a_twin_says_the_words_of_its_page_and_does_nothing(hostile: Hostile) -> None:
    twins = {
        name: in_markdown(held) for name, held in hostile.files.items() if name.endswith((".md", "llms.txt"))
    }

    assert len(twins) > EVERY
    for name, twin in twins.items():
        assert {each.tag for each in twin.iter()} <= SAFE_MARKDOWN, name
        addresses = [
            each.get("href") or each.get("src") or "" for each in twin.iter() if each.tag in {"a", "img"}
        ]
        assert [each for each in addresses if re.match("(?i)(javascript|data|vbscript|//)", each)] == [], name
    for path in ("actors-0.name", "claims-1.text", "statements-0.quote.text", "events-1.title"):
        folder = path.partition("-")[0]
        twin = twins[f"{folder}/{path.partition('.')[0]}/index.md"]
        assert says(hostile, path) in folded("".join(twin.itertext()))
    assert says(hostile, "dossier.title") in folded("".join(twins["llms.txt"].itertext()))
