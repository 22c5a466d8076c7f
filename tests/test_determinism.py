"""The same records give the same bytes, wherever and whenever the site is built."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.built import DEFAULT, ROOT, SAID, Sites, mkdocs, tree

BACKWARDS = (str(ROOT / "tests" / "backwards.py"),)

ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "east of the date line, in Turkish": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": "1",
    },
    "west of it, on a machine that knows ASCII only": {
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "2",
        "SOURCE_DATE_EPOCH": "2000000000",
    },
}


@pytest.mark.parametrize("variables", ELSEWHERE.values(), ids=ELSEWHERE)
def test_another_place_day_language_and_order_of_files_give_the_same_bytes(
    variables: Mapping[str, str], sites: Sites, tmp_path: Path
) -> None:
    here = tree(sites.built(DEFAULT))
    mkdocs(tmp_path, program=BACKWARDS, **variables)

    there = tree(tmp_path)
    assert sorted(there) == sorted(here)
    assert list(_different(here, there)) == []


def test_a_build_says_nothing_that_people_should_worry_about(sites: Sites) -> None:
    said = sites.built(DEFAULT).with_suffix(SAID).read_text(encoding="utf-8")

    assert "Documentation built" in said
    assert "WARNING" not in said
    assert "ERROR" not in said


def _different(here: Mapping[str, bytes], there: Mapping[str, bytes]) -> Iterator[str]:
    return (name for name, data in here.items() if data != there[name])
