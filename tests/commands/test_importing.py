import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.loading import load
from onrecord.source.yamldoc import parse
from tests.content import run, tree

SLIDES: dict[str, Any] = {
    "title": {"text": {"headline": "All of it"}},
    "events": [
        {
            "start_date": {"year": "2025", "month": "11", "day": "3", "hour": "9"},
            "end_date": {"year": 2025, "month": 11, "day": 4},
            "text": {
                "headline": "<b>The talks</b>",
                "text": "<p>They met.</p><p>See <a href='https://a.example/x'>A</a>.",
            },
            "media": {"url": "https://a.example/p.jpg", "credit": "Ann"},
            "group": "Summits",
        },
        {"start_date": {"year": "1994"}, "text": {"headline": "Before", "text": ""}},
        {"start_date": {"year": "2025", "month": "13"}, "text": {"headline": "No such month"}},
        {"start_date": {}, "text": {"headline": "No date"}},
    ],
}
SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background\n"
    "2025,11,3,9:30,,,,,,The talks,They met.,https://a.example/p.jpg,Ann,,,,Summits,#fff\n"
    ",,,,,,,,,All of it,,,,,,title,,\n"
)
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example/1",
    "claimReviewed": "It was held.",
    "datePublished": "2025-11-14",
    "author": {"@type": "Organization", "name": "Checkers", "url": "https://check.example/"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Bo Ek", "jobTitle": "Minister"},
        "datePublished": "2025-11-12",
        "appearance": [{"@type": "CreativeWork", "url": "https://a.example/said"}],
    },
}
ENTITIES = [
    {
        "id": "Q1",
        "schema": "Person",
        "properties": {"name": ["Bo Ek", "B. Ek"], "country": ["se"], "birthDate": ["1970"]},
    },
    {"id": "mid", "schema": "PublicBody", "properties": {"name": ["Ministry"]}},
    {
        "id": "e1",
        "schema": "Employment",
        "properties": {
            "employee": ["Q1"],
            "employer": ["mid"],
            "role": ["Minister"],
            "startDate": ["2020-01"],
        },
    },
    {
        "id": "o1",
        "schema": "Ownership",
        "properties": {"owner": ["Q1"], "asset": ["gone"], "percentage": ["10"]},
    },
    {
        "id": "u1",
        "schema": "UnknownLink",
        "properties": {"subject": ["mid"], "object": ["Q1"], "role": ["friend"]},
    },
    {
        "id": "art",
        "schema": "Article",
        "properties": {"title": ["Talks"], "publishedAt": ["2025-11-03T09:00:00"]},
    },
    {
        "id": "ev",
        "schema": "Event",
        "properties": {
            "name": ["The talks"],
            "startDate": ["2025-11-03"],
            "proof": ["art"],
            "involved": ["Q1"],
        },
    },
    {"id": "ev2", "schema": "Event", "properties": {"name": ["No proof"], "date": ["2025"]}},
    {"id": "v", "schema": "Vessel", "properties": {"name": ["Boat"]}},
]
POPOLO = {
    "persons": [
        {
            "id": "7",
            "name": "Bo Ek",
            "other_names": [{"name": "B. Ek"}],
            "email": "bo@example.org",
            "identifiers": [{"scheme": "wikidata", "identifier": "Q42"}, {"scheme": "x", "identifier": "1"}],
        },
        {"id": "8"},
    ],
    "organizations": [
        {"id": "riks", "name": "Parliament"},
        {"id": "c1", "name": "Committee", "parent_id": "riks"},
    ],
    "posts": [{"id": "p", "label": "Chair"}],
    "memberships": [
        {"person_id": "7", "organization_id": "c1", "post_id": "p", "start_date": "2020", "area_id": "a"},
        {"person_id": "9", "organization_id": "c1"},
    ],
    "areas": [{"id": "a", "name": "North", "geometry": {"type": "Point"}}],
    "motions": [{"id": "m", "text": "That it be so"}],
}


def imported(content: Path, kind: str, text: str, *more: str) -> str:
    """Import a file and return what is told; its records are then free of errors."""
    file = content.parent / f"in.{kind}"
    file.write_text(text, encoding="utf-8")
    result = run("import", kind, str(file), *more)
    assert result.exit_code == 0, result.output
    codes = {each.code for each in load(content).problems if each.severity == "error"}
    assert codes <= {"claim-nobody-speaks-to"}
    return result.output


def records(content: Path, folder: str) -> list[dict[str, Any]]:
    text = (content / folder / "imported-in.yml").read_text(encoding="utf-8")
    made: Any = parse(folder, text.encode())[0].value
    return list(made)


def test_a_timeline_becomes_events_with_sources_and_tells_its_losses(content: Path) -> None:
    told = imported(content, "timelinejs", json.dumps(SLIDES))

    talks, before = records(content, "events")
    assert talks["title"] == "The talks"
    assert talks["when"] == "2025-11-03/2025-11-04"
    assert talks["summary"] == "They met.\n\nSee A."
    assert "group: Summits" in talks["note"]
    assert "time: 09" in talks["note"]
    assert "media credit: Ann" in talks["note"]
    assert before["when"] == "1994"
    sources = {each["id"]: each for each in records(content, "sources")}
    assert sources[talks["sources"][0]]["url"] == "https://a.example/x"
    assert sources[before["sources"][0]]["title"] == "[The file in.timelinejs of TimelineJS]"
    for lost in (
        "title: text: headline: All of it",
        "events[2]: event 'no-such-month",
        "events[3]: event 'no-date'",
    ):
        assert lost in told


def test_the_spreadsheet_of_a_timeline_is_read_too(content: Path) -> None:
    told = imported(content, "timelinejs", SHEET)

    (talks,) = records(content, "events")
    assert (talks["title"], talks["when"]) == ("The talks", "2025-11-03")
    for kept in ("Background: \\#fff".replace("\\", ""), "time: 9:30", "media credit: Ann", "group: Summits"):
        assert kept in talks["note"]
    assert "row 3: title 'All of it'" in told


def test_rows_of_a_table_become_records_by_a_mapping(content: Path) -> None:
    rows = (
        "Who,Date,paraphrase,Where,Mood\nann,2025-11-13,It is.,paper,glad\n"
        "nobody,2025-11-13,It is.,paper,\nann,13/11,It is.,paper,\n"
    )
    columns = ("speaker=Who", "said=Date", "sources=Where")

    told = imported(
        content, "csv", rows, "-k", "statement", *(part for each in columns for part in ("-m", each))
    )

    (said,) = records(content, "statements")
    assert (said["speaker"], said["said"], said["sources"]) == ("ann", "2025-11-13", [{"source": "paper"}])
    assert "Mood: glad" in said["note"]
    assert "row 3: statement 'it-is-2': no actor has the id 'nobody'\n" in told
    assert "row 4: statement 'it-is-3': '13" in told


def test_what_a_row_cannot_hold_is_kept_or_told(content: Path) -> None:
    rows = "name,kind,country,aliases,wikidata,Mood\nBo Ek,person,SE,B. Ek; Bosse,42,glad\nCy,human,,,,\n"

    told = imported(content, "csv", rows, "--kind", "actor")

    (bo,) = records(content, "actors")
    assert bo["aliases"] == ["B. Ek", "Bosse"]
    assert "Mood: glad" in bo["note"]
    assert "wikidata: 42" in bo["note"]
    assert "row 2: wikidata: 42: '42' is no Wikidata item; it is kept in the note\n" in told
    assert "row 3: actor 'cy': 'human' is no word for 'kind'\n" in told
    assert told.endswith("1 record written; 2 things not carried over as it was\n")


def test_a_review_becomes_a_claim_its_speaker_and_its_evidence(content: Path) -> None:
    imported(content, "claimreview", json.dumps([REVIEW, {**REVIEW, "claimReviewed": "Again."}]))

    claim, again = records(content, "claims")
    review = next(
        each for each in records(content, "sources") if each["id"] == claim["evidence"][0]["source"]
    )
    said = records(content, "statements")[0]
    assert claim["evidence"][0]["bearing"] == "contradicts"
    assert "alternateName: False" in claim["note"]
    assert (review["url"], review["published"], review["publisher"]) == (
        "https://check.example/1",
        "2025-11-14",
        "checkers",
    )
    assert (said["speaker"], said["said"]) == ("bo-ek", "2025-11-12")
    assert [each["id"] for each in records(content, "actors")] == ["checkers", "bo-ek"]
    assert "jobTitle: Minister" in records(content, "actors")[1]["note"]
    assert again["text"] == "Again."


def test_entities_become_actors_with_ties_events_and_sources(content: Path) -> None:
    told = imported(content, "ftm", "\n".join(map(json.dumps, ENTITIES)))

    bo, ministry = records(content, "actors")
    assert (bo["id"], bo["aliases"], bo["country"]) == ("q1", ["B. Ek"], "SE")
    assert bo["roles"] == [{"title": "Minister", "organisation": "mid", "from": "2020-01"}]
    assert "birthDate: 1970" in bo["note"]
    assert ministry["relations"] == [{"to": "q1", "kind": "related-to"}]
    assert "role friend" in ministry["note"]
    (event,) = records(content, "events")
    assert (event["sources"], event["participants"]) == (["art"], [{"actor": "q1"}])
    for lost in (
        "Ownership of 'Q1' and 'gone'",
        "event 'ev2': the key 'history' is missing",
        "Vessel 'Boat'",
    ):
        assert lost in told


def test_persons_and_memberships_become_actors_with_roles(content: Path) -> None:
    told = imported(content, "popolo", json.dumps(POPOLO))

    actors = {each["id"]: each for each in records(content, "actors")}
    assert actors["bo-ek"]["roles"] == [{"title": "Chair", "organisation": "c1", "from": "2020"}]
    assert (actors["bo-ek"]["wikidata"], actors["bo-ek"]["aliases"]) == ("Q42", ["B. Ek"])
    assert actors["c1"]["relations"] == [{"to": "riks", "kind": "part-of"}]
    for kept in ("email: bo@example.org", "area\\_id: a", "scheme: x"):
        assert kept in actors["bo-ek"]["note"]
    for lost in (
        "persons[1]: id: 8: it has no name",
        "its person is not in the file",
        "motions[0]: That it be so",
    ):
        assert lost in told


@pytest.mark.parametrize("kind", ["timelinejs", "claimreview", "ftm", "popolo", "csv"])
@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "a,b\n1,2\n", "\udcff"])
def test_a_file_of_another_sort_is_refused_in_words(content: Path, kind: str, text: str) -> None:
    (content.parent / "in").write_bytes(text.encode(errors="surrogateescape"))
    before = tree(content)

    result = run("import", kind, "in", *(("--kind", "topic") if kind == "csv" else ()))

    assert result.exit_code in (1, 2)
    assert isinstance(result.exception, SystemExit)
    assert tree(content) == before


def test_a_dry_run_writes_nothing_and_no_file_is_written_over(content: Path) -> None:
    file = content.parent / "in.json"
    file.write_text(json.dumps(POPOLO), encoding="utf-8")
    before = tree(content)

    assert "would be written" in run("import", "popolo", "in.json", "--dry-run").output
    assert tree(content) == before
    assert run("import", "popolo", "in.json").exit_code == 0
    assert "is there already" in run("import", "popolo", "in.json").output
