"""What readers load stays within what we allow ourselves."""

from pathlib import Path

import pytest

from tests.built import DEFAULT, Sites
from tests.seeded_site import build_seeded
from tests.synthetic import Size
from tests.weights import Weight, timeline, weights


@pytest.fixture(scope="module")
def weighed(sites: Sites) -> dict[str, Weight]:
    return {weight.name: weight for weight in weights(sites.built(DEFAULT))}


def test_the_default_dossier_keeps_every_budget(weighed: dict[str, Weight]) -> None:
    broken = [f"{each.name}: {each.size} > {each.limit}" for each in weighed.values() if not each.is_kept]

    assert len(weighed) >= 11
    assert "\n".join(broken) == ""


def test_what_is_weighed_is_there(weighed: dict[str, Weight]) -> None:
    assert weighed["own scripts"].size > 5_000
    assert weighed["own styles"].size > 5_000
    assert weighed["first search"].size > 100_000


def test_a_timeline_of_500_entries_keeps_its_budget(tmp_path: Path) -> None:
    site = build_seeded(tmp_path, Size(events=50, statements=400))

    assert ">500 entries<" in (site / "timeline/index.html").read_text(encoding="utf-8")
    assert timeline(site).size <= timeline(site).limit
