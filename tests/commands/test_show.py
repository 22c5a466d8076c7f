import json
from pathlib import Path

import pytest

from onrecord.loading import load
from tests.content import dossier, run

REAL = str(Path(__file__).parents[2] / "content")


@pytest.mark.usefixtures("content")
def test_a_statement_is_shown_with_its_status_its_rule_and_its_links() -> None:
    output = run("show", "says").output

    for told in (
        "says: It was held, says ann.\ncontent/statements/2025.yml:2\n",
        "\n  speaker: ann   # that is Ann\n",
        "  public since: 2025-11-13\n",
        "  did they say it: single-origin. ",
        "  by the rule: ",
        "  speaker: ann  Ann Lee\n",
    ):
        assert told in output


@pytest.mark.usefixtures("content")
def test_a_claim_is_shown_with_who_stands_where() -> None:
    output = run("show", "held").output

    assert "  is it so: one-sided. " in output
    assert "  Ann Lee: asserts (says, 13 November 2025)\n" in output
    assert "is named by (1)\n  statements: says (stances)  It was held, says ann.\n" in output


@pytest.mark.usefixtures("content")
def test_a_record_is_found_by_its_name_too() -> None:
    assert run("show", "Annie").output.startswith("ann: Ann Lee\ncontent/actors/ann.yml:2\n")


@pytest.mark.usefixtures("content")
def test_a_slip_is_answered_with_what_is_near() -> None:
    result = run("show", "annn")

    assert result.exit_code == 2
    assert "no record is called 'annn'; did you mean 'ann'?" in result.output


def test_of_a_record_that_was_removed_is_said_when_and_why(content: Path) -> None:
    file = content / "statements" / "2025.yml"
    removed = "  removed: {on: 2025-12-01, reason: It was misheard.}\n"
    file.write_text(file.read_text(encoding="utf-8") + removed, encoding="utf-8")
    result = run("show", "says")

    assert result.exit_code == 2
    assert "'says' was removed on 2025-12-01: It was misheard." in result.output


def test_every_record_of_the_default_dossier_can_be_shown() -> None:
    found = load(Path(REAL)).dossier
    assert found is not None
    first = [next(iter(found.of_kind(folder)), "") for folder in sorted(set(found.folders.values()))]

    for record_id in filter(None, first):
        result = run("show", record_id, "--content", REAL)
        assert result.output.startswith(f"{record_id}: "), result.output


def test_a_dossier_with_errors_can_still_be_looked_into(tmp_path: Path) -> None:
    content = dossier(tmp_path, {"claims/held.yml": "texd: T\n"})

    assert run("show", "says", "--content", str(content)).exit_code == 0
    assert run("stats", str(content)).exit_code == 0


@pytest.mark.usefixtures("content")
def test_the_dossier_is_counted_for_people_and_for_programs() -> None:
    numbers = json.loads(run("stats", "--format", "json").output)

    assert numbers["records"]["statements"] == 1
    assert numbers["claims: is it so"] == {"one-sided": 1}
    assert run("stats").output.startswith(
        "records\n       1  actors\n       1  claims\n       0  corrections\n"
    )


def test_without_a_dossier_there_is_nothing_to_show(tmp_path: Path) -> None:
    assert run("show", "x", "--content", str(tmp_path)).exit_code == 2
    assert run("stats", str(tmp_path)).exit_code == 2
