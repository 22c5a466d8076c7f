import re
from pathlib import Path
from typing import get_args

from onrecord.dossier import attribution, substance

DOC = (Path(__file__).parents[2] / "docs" / "statuses.md").read_text(encoding="utf-8")


def rows(heading: str) -> tuple[tuple[str, str], ...]:
    chapter = DOC.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    return tuple(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", chapter, re.MULTILINE))


def test_the_papers_and_the_program_state_the_same_rules_of_attribution_in_the_same_order() -> None:
    assert rows("Attribution") == attribution.RULES


def test_the_papers_and_the_program_state_the_same_rules_of_substance_in_the_same_order() -> None:
    assert rows("Substance") == substance.RULES


def test_what_stands_above_the_rules_is_stated_too() -> None:
    assert substance.ASSESSED in DOC


def test_every_status_has_one_rule() -> None:
    for statuses, rules in (
        (attribution.AttributionStatus, attribution.RULES),
        (substance.SubstanceStatus, substance.RULES),
    ):
        assert sorted(get_args(statuses)) == sorted(status for status, _ in rules)
