from collections.abc import Mapping

import pytest

from onrecord.checks.house import RULES
from onrecord.problems import Route
from tests.checks.conftest import ABOUT, Finding, said

CLAIM = "text: It was held.\nevidence: [{source: s, bearing: supports}]\n"
JUDGMENT = "text: It is likely.\non: 2026-01-01\nrests_on: [x]\n"
EVENT = (
    "title: E\nwhen: 2025-12-01\nsources: [s]\nhistory: [{state: announced, on: 2025-11-01, sources: [s]}]\n"
)
LATE = "{title: S, publisher: P, kind: news, published: 2025-12-20}"
NAMED = "{name: Ann Szijjártó, kind: person}"

BROKEN: dict[str, tuple[Mapping[str, str], str, Route]] = {
    "likelihood-words": (
        {"judgments/j.yml": JUDGMENT.replace("likely", "perhaps so"), "statements/x.yml": said()},
        "judgments/j.yml",
        ("text",),
    ),
    "bottom-line-age": (
        {
            "dossier.yml": ABOUT.replace(
                "}", ", rests_on: [x], editions: [{on: 2025-12-01, bottom_line: B}]}"
            ),
            "sources/s.yml": LATE,
            "statements/x.yml": said("2025-12-20"),
        },
        "dossier.yml",
        ("rests_on", 0),
    ),
    "single-origin-unsaid": (
        {"judgments/j.yml": JUDGMENT, "statements/x.yml": said()},
        "judgments/j.yml",
        ("rests_on", 0),
    ),
    "stale-evidence": (
        {"claims/c.yml": CLAIM, "dossier.yml": ABOUT.replace("2026-01-01", "2026-02-12")},
        "claims/c.yml",
        ("text",),
    ),
    "archive-state": (
        {"sources/s.yml": LATE.replace("}", ", url: 'https://a.example/', archive: {state: not-tried}}")},
        "sources/s.yml",
        ("url",),
    ),
    "passed-date": ({"events/e.yml": EVENT}, "events/e.yml", ("history", 0)),
    "long-paraphrase": (
        {"statements/x.yml": said(cited="{source: s, as_printed: so}")},
        "statements/x.yml",
        ("paraphrase",),
    ),
    "known-names": (
        {"actors/ann.yml": NAMED, "topics/t.yml": "title: T\nsummary: Of Szijjarto and Szijjártó's.\n"},
        "topics/t.yml",
        ("summary",),
    ),
}
KEPT: dict[str, Mapping[str, str]] = {
    "likelihood-words": {"judgments/j.yml": JUDGMENT, "statements/x.yml": said()},
    "bottom-line-age": {"dossier.yml": ABOUT.replace("}", ", rests_on: [x]}"), "statements/x.yml": said()},
    "single-origin-unsaid": {
        "judgments/j.yml": f"{JUDGMENT}note: It has one origin.\n",
        "statements/x.yml": said(),
    },
    "stale-evidence": {"claims/c.yml": CLAIM, "dossier.yml": ABOUT.replace("2026-01-01", "2026-02-11")},
    "archive-state": {"sources/s.yml": LATE[:-1] + ", url: 'http://a.example', archive: {state: refused}}"},
    "passed-date": {"events/e.yml": EVENT.replace("announced", "held")},
    "long-paraphrase": {"statements/x.yml": said(cited="{source: s, as_printed: so it is}")},
    "known-names": {"actors/ann.yml": NAMED.replace("}", ", aliases: [Szijjarto]}"),
                    "topics/t.yml": "title: T\nsummary: Of Szijjarto.\n"},
}  # fmt: skip


def found(find: Finding, files: Mapping[str, str], rules: str) -> list[tuple[str, Route]]:
    about = files.get("dossier.yml", ABOUT).replace("{title", f"{{house_rules: {rules}, title")
    return [
        (file, route) for code, file, route in find({**files, "dossier.yml": about}) if code == "house-rule"
    ]


def test_every_rule_is_tested() -> None:
    assert list(BROKEN) == list(KEPT) == list(RULES)


@pytest.mark.parametrize("rule", list(RULES))
def test_a_broken_rule_is_told_only_where_the_house_has_it(find: Finding, rule: str) -> None:
    files, file, route = BROKEN[rule]

    assert found(find, files, f"[{{rule: {rule}}}]") == [(file, route)]
    assert found(find, files, "[]") == []


@pytest.mark.parametrize("rule", list(RULES))
def test_a_rule_that_is_kept_is_not_told(find: Finding, rule: str) -> None:
    assert found(find, KEPT[rule], f"[{{rule: {rule}}}]") == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "bottom-line-age"])
def test_a_record_silences_one_rule_with_a_reason(find: Finding, rule: str) -> None:
    files, file, _ = BROKEN[rule]
    flow = files[file].startswith("{")
    other = next(each for each in RULES if each != rule)

    def silencing(name: str) -> Mapping[str, str]:
        entry = f"silenced: [{{rule: {name}, reason: R}}]"
        text = files[file].replace("{", f"{{{entry}, ", 1) if flow else f"{files[file]}{entry}\n"
        return {**files, file: text}

    assert found(find, silencing(rule), f"[{{rule: {rule}}}]") == []
    assert len(found(find, silencing(other), f"[{{rule: {rule}}}]")) == 1


@pytest.mark.parametrize(
    ("rule", "limit"),
    [("stale-evidence", 91), ("passed-date", 31), ("long-paraphrase", 2), ("bottom-line-age", 19)],
)
def test_a_house_sets_its_own_limit(find: Finding, rule: str, limit: int) -> None:
    files, file, route = BROKEN[rule]

    assert found(find, files, f"[{{rule: {rule}, limit: {limit}}}]") == []
    assert found(find, files, f"[{{rule: {rule}, limit: {limit - 1}}}]") == [(file, route)]


def test_of_the_records_of_one_file_only_the_one_that_says_so_is_silent(find: Finding) -> None:
    silenced = ", silenced: [{rule: archive-state, reason: R}]"
    listed = "".join(
        f"- {{id: {each}, {LATE[1:-1]}, url: 'http://{each}.example'{silenced if each != 't' else ''}}}\n"
        for each in "rtu"
    )

    assert found(find, {"sources/2025.yml": listed}, "[{rule: archive-state}]") == [
        ("sources/2025.yml", (1, "url"))
    ]


@pytest.mark.parametrize("said_on", ["2026-01-02", "2025-11-13"])
def test_a_bottom_line_that_no_edition_has_is_as_old_as_the_dossier(find: Finding, said_on: str) -> None:
    about = ABOUT.replace("}", ", rests_on: [x], editions: [{on: 2025-12-01, bottom_line: Another}]}")
    source = LATE.replace("2025-12-20", said_on)
    files = {"dossier.yml": about, "sources/s.yml": source, "statements/x.yml": said(said_on)}

    told = [("dossier.yml", ("rests_on", 0))] if said_on > "2026-01-01" else []
    assert found(find, files, "[{rule: bottom-line-age}]") == told


def test_a_recent_word_keeps_a_claim_fresh_and_who_never_spoke_cannot_grow_old(find: Finding) -> None:
    files = {
        "dossier.yml": ABOUT.replace("2026-01-01", "2026-02-12"),
        "claims/c.yml": CLAIM,
        "claims/silent.yml": "text: It was late.\n",
        "questions/q.yml": "text: Was it?\nclaims: [c, silent]\n",
        "statements/x.yml": said("2026-02-01", ", stances: [{claim: c, stance: asserts}]"),
    }

    assert found(find, files, "[{rule: stale-evidence}]") == []


def test_a_judgment_that_says_its_origin_does_not_speak_for_the_next(find: Finding) -> None:
    files = {
        "judgments/a.yml": f"{JUDGMENT}note: It has one origin.\n",
        "judgments/b.yml": JUDGMENT.replace("[x]", "[ann, x]"),
        "statements/x.yml": said(),
    }

    assert found(find, files, "[{rule: single-origin-unsaid}]") == [("judgments/b.yml", ("rests_on", 1))]


@pytest.mark.parametrize(
    "statement",
    [said(), said(more=", quote: {text: so it is, lang: en}", cited="{source: s, as_printed: so}")],
)
def test_a_paraphrase_is_compared_with_the_longest_of_what_it_renders(find: Finding, statement: str) -> None:
    assert found(find, {"statements/x.yml": statement}, "[{rule: long-paraphrase}]") == []


@pytest.mark.parametrize(
    ("person", "word", "is_told"),
    [
        ("Ann Mary Szijjártó", "Szijjarto", True),
        ("Ann Putin", "Putyn", True),
        ("Ann Bush", "Bushy", False),
        ("Ann Bushe", "Boshe", True),
        ("Ann Boch", "Bosch", False),
        ("Ann Putin", "Putins", False),
        ("Ann Konstantinopoulos", "Konstantinopuls", True),
        ("Ann Konstantinopoulos", "Konstantinopul", False),
        ("Ann Szijjártó", "Schmidten", False),
        ("Ann Sokolov", "Smithen", False),
        ("Ann Szijjártó", "Smith", False),
        ("Ann Szijjártó", "Schmidt", False),
        ("Ann Szijjártó", "Mijjárto", False),
        ("Ann Merkel", "Markov", False),
    ],
)
def test_a_name_is_a_variant_if_it_is_long_and_nearly_the_surname(
    find: Finding, person: str, word: str, *, is_told: bool
) -> None:
    files = {
        "actors/ann.yml": f"{{name: {person}, kind: person}}",
        "topics/t.yml": f"title: T\nsummary: Of {word}.\n",
    }

    assert found(find, files, "[{rule: known-names}]") == [("topics/t.yml", ("summary",))] * is_told


@pytest.mark.parametrize("file", ["places/p.yml", "topics/u.yml"])
def test_a_word_that_is_itself_the_name_of_a_record_is_no_variant(find: Finding, file: str) -> None:
    key = "name" if file.startswith("places") else "title"
    files = {**BROKEN["known-names"][0], file: f"{key}: Szijjarto\n"}

    assert found(find, files, "[{rule: known-names}]") == []
