from tests.checks.conftest import Finding, said


def alone(find: Finding, files: dict[str, str]) -> list[str]:
    return [file for code, file, _ in find(files) if code == "unreferenced-record"]


def test_a_dossier_of_one_actor_hears_of_it(find: Finding) -> None:
    assert alone(find, {}) == ["actors/ann.yml", "sources/s.yml"]


def test_statements_and_judgments_stand_on_their_own(find: Finding) -> None:
    judgment = "{text: J, on: 2025-11-13, rests_on: [x]}"

    assert alone(find, {"statements/x.yml": said(), "judgments/j.yml": judgment}) == []


def test_the_title_page_can_be_what_refers(find: Finding) -> None:
    about = "{title: T, language: en, bottom_line: B, as_of: 2026-01-01, rests_on: [ann, s]}"

    assert alone(find, {"dossier.yml": about}) == []


def test_a_record_that_names_itself_is_not_thereby_named(find: Finding) -> None:
    about = "{title: T, language: en, bottom_line: B, as_of: 2026-01-01, rests_on: [ann]}"
    source = "{title: S, publisher: P, kind: news, published: 2025-11-13, derived_from: [s]}"

    found = find({"dossier.yml": about, "sources/s.yml": source})

    assert [code for code, *_ in found] == ["self-reference", "unreferenced-record"]


def test_a_question_stands_on_its_claims(find: Finding) -> None:
    files = {
        "statements/x.yml": said(more=", stances: [{claim: c, stance: asserts}]"),
        "claims/c.yml": "{text: C}",
        "questions/q.yml": "{text: Q, claims: [c]}",
        "questions/r.yml": "{text: R}",
    }

    assert alone(find, files) == ["questions/r.yml"]


def test_a_claim_that_nobody_speaks_to_is_told_once(find: Finding) -> None:
    found = find({"statements/x.yml": said(), "claims/c.yml": "{text: C}"})

    assert [code for code, *_ in found] == ["claim-nobody-speaks-to"]


def test_evidence_speaks_to_a_claim(find: Finding) -> None:
    claim = "{text: C, evidence: [{source: s, bearing: supports}]}"

    found = find({"statements/x.yml": said(), "claims/c.yml": claim})

    assert [code for code, *_ in found] == ["unreferenced-record"]


def test_while_a_record_cannot_be_read_nothing_is_asked_for(find: Finding) -> None:
    found = find({"statements/x.yml": "{speaker: ann}", "claims/c.yml": "{text: C}"})

    assert {code for code, *_ in found} == {"missing-field"}
