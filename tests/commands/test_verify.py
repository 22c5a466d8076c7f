import json
from pathlib import Path

import pytest

from tests.content import dossier, run

TEXT = "The talks.\nShe said: “We’re  ready — in\n\u00a0Budapest, if all agree”, and left.\n"
SOURCE = (
    "- id: paper\n  title: Talks\n  publisher: The Paper\n  kind: news\n  published: 2025-11-13\n"
    "  lang: en\n  text_file: texts/paper.txt\n"
)


def verified(folder: Path, words: str, source: str = SOURCE) -> list[dict[str, str]]:
    """Check one quotation that is also said to be printed so."""
    statement = (
        f"- id: says\n  speaker: ann\n  said: 2025-11-13\n  quote: {{text: '{words}', lang: en}}\n"
        f"  stances:\n    - {{claim: held, stance: asserts}}\n"
        f"  sources: [{{source: paper, as_printed: '{words}'}}]\n"
    )
    files = {"sources/2025.yml": source, "statements/2025.yml": statement, "texts/paper.txt": TEXT}
    content = dossier(folder, files)
    told: list[dict[str, str]] = json.loads(run("verify", str(content), "--all", "--format", "json").output)
    return told


@pytest.mark.parametrize(
    ("words", "state", "difference"),
    [
        ('"We\'\'re ready', "words found", ""),
        ("ready – in Budapest", "words found", ""),
        ("ready […] if all agree", "words found", ""),
        ("ready in Vienna, if all", "found altered", "ready {+-+} in [-Vienna-] {+Budapest+} , if all"),
        ("ready if all do agree", "found altered", "ready {+- in Budapest ,+} if all [-do-] agree"),
        ("nobody was ever there", "not found", ""),
    ],
)  # fmt: skip
def test_words_are_found_altered_or_not_found(
    tmp_path: Path, words: str, state: str, difference: str
) -> None:
    told = verified(tmp_path, words)

    assert [each["state"] for each in told] == [state, state]
    if difference:
        assert told[0]["difference"].replace('"', "") == difference


def test_without_a_stored_text_nothing_is_said(tmp_path: Path) -> None:
    told = verified(tmp_path, "anything", SOURCE.replace("  text_file: texts/paper.txt\n", ""))

    assert [each["state"] for each in told] == ["no text", "no text"]


def test_what_differs_is_shown_with_its_place_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified(tmp_path, "ready in Vienna, if all agree")
    monkeypatch.chdir(tmp_path)

    result = run("verify")

    assert result.exit_code == 1
    assert result.output.startswith(
        "content/statements/2025.yml:7:41: found altered (paper)\n    ready {+-+} in [-Vienna-]"
    )
    assert result.output.endswith("0 words found, 2 found altered, 0 not found, 0 no text\n")


@pytest.mark.usefixtures("content")
def test_a_dossier_without_texts_is_no_fault() -> None:
    assert run("verify").exit_code == 0


def test_the_default_dossier_has_no_words_that_differ() -> None:
    assert run("verify", str(Path(__file__).parents[2] / "content")).exit_code == 0
