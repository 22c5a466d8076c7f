import json
from datetime import date
from typing import Any

import feedparser
import jsonfeed
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from onrecord.exports.feeds import LIMIT
from tests.dossier.make import actor, claim, correction, source, stance, statement, topic
from tests.exports.conftest import Files
from tests.exports.releases import SITE, release, written

JSON_FEED: dict[str, Any] = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "language": {"type": "string"},
        "authors": {"type": "array", "items": {"required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "properties": {
                    "id": {"type": "string", "pattern": "^(https?|urn):"},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""The types and forms of what we use of JSON Feed 1.1, about which its parser says nothing."""


def atom(held: bytes) -> Any:
    parsed = feedparser.parse(held)
    assert not parsed.bozo, parsed.bozo_exception
    assert parsed.version == "atom10"
    return parsed


def json_feed(held: bytes) -> Any:
    """Return what a reader of JSON Feed 1.1 understands, which must be everything that we write."""
    parsed = jsonfeed.Feed.parse_string(held.decode())
    document = json.loads(held)
    Draft202012Validator(JSON_FEED, format_checker=FormatChecker()).validate(document)
    understood = {**json.loads(parsed.to_json()), "language": parsed.language}
    assert understood == {"expired": False, **document}
    return parsed


def feeds(files: Files, ending: str) -> list[str]:
    return sorted(path for path in files if path.startswith("feeds/") and path.endswith(ending))


def test_every_atom_feed_is_sound(files: Files) -> None:
    for path in feeds(files, ".xml"):
        parsed = atom(files[path])
        assert parsed.feed.id == f"{SITE}{path}"
        assert parsed.feed.author
        assert len(parsed.entries) <= LIMIT
        for entry in parsed.entries:
            assert entry.id.startswith(SITE)
            assert entry.link.startswith(SITE)
            assert entry.published <= entry.updated <= parsed.feed.updated
        stamps = [entry.updated for entry in parsed.entries]
        assert stamps == sorted(stamps, reverse=True), path


def test_both_formats_say_the_same(files: Files) -> None:
    for path in feeds(files, ".json"):
        parsed = json_feed(files[path])
        twin = atom(files[path.replace(".json", ".xml")])
        assert (parsed.title, parsed.home_page_url) == (twin.feed.title, twin.feed.link), path
        assert [
            (each.id, each.url, each.title, each.date_published, each.date_modified) for each in parsed.items
        ] == [(each.id, each.link, each.title, each.published, each.updated) for each in twin.entries], path


def test_every_actor_claim_and_topic_has_a_feed(files: Files) -> None:
    document = json.loads(files["data/dossier.json"])
    for folder in ("actors", "claims", "topics"):
        for record in document[folder]:
            assert f"feeds/{folder}/{record['id']}.xml" in files


def test_a_statement_is_in_the_feeds_of_its_speaker_claim_and_topic() -> None:
    said = statement("a", stances=stance("asserts"), topics=("summit",))
    files = written(release(actor("lavrov"), source("tass"), claim(), topic("summit"), said))
    for path in ("actors/lavrov", "claims/ready", "topics/summit", "all"):
        ids = [entry.id for entry in atom(files[f"feeds/{path}.xml"]).entries]
        assert f"{SITE}statements/a/" in ids


def test_a_feed_ends_with_the_newest_hundred() -> None:
    printed = [source(f"day-{number}", published=f"2025-{number:02}-01") for number in range(1, 13)]
    said = [statement(f"s-{n}", sources=(f"day-{n % 12 + 1}",), said="2024-12-31") for n in range(150)]
    parsed = atom(written(release(actor("lavrov"), *printed, *said))["feeds/actors/lavrov.xml"])
    assert len(parsed.entries) == LIMIT
    assert parsed.entries[0].updated == "2025-12-01T00:00:00Z"
    assert parsed.entries[-1].updated > "2025-01-01T00:00:00Z"


def test_a_correction_dates_what_it_corrects() -> None:
    said = statement("a", sources=("tass",))
    records = (actor("lavrov"), source("tass", published="2025-11-13"), said)
    files = written(release(*records, correction("slip", "a", on="2026-01-02")))
    entry = next(each for each in atom(files["feeds/all.xml"]).entries if each.id.endswith("/a/"))
    assert entry.published == "2025-11-13T00:00:00Z"
    assert entry.updated == "2026-01-02T00:00:00Z"
    assert f"{SITE}corrections/slip/" in [e.id for e in atom(files["feeds/changes.xml"]).entries]


def test_without_an_address_of_the_site_ids_are_names_and_nothing_is_linked() -> None:
    files = written(release(actor("lavrov"), source("tass"), statement("a"), site_url=""))
    parsed = atom(files["feeds/all.xml"])
    assert [(entry.id, entry.get("links", [])) for entry in parsed.entries] == [("urn:onrecord:a", [])]
    assert parsed.feed.id == "urn:onrecord:feeds:all"
    assert [each.id for each in json_feed(files["feeds/all.json"]).items] == ["urn:onrecord:a"]


@pytest.mark.parametrize("words", ["<b>&amp; ]]> \"'", "a\x0bb", "naïve — „Ö“ 🕊"])
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    files = written(release(actor("lavrov"), claim("odd"), source("tass"), actor("odd-name", name=words)))
    parsed = atom(files["feeds/actors/odd-name.xml"])
    assert parsed.feed.title_detail.value.startswith(words.replace("\x0b", ""))


def test_the_editions_of_the_default_dossier_are_entries(files: Files) -> None:
    titles = [entry.title for entry in atom(files["feeds/changes.xml"]).entries]
    assert "Edition of 24 October 2025" in titles
    assert date(2025, 10, 24).isoformat() in files["feeds/changes.xml"].decode()
