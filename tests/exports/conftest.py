"""The default dossier on its way out, once for all tests of exports."""

from pathlib import Path

import pytest

from onrecord.loading import load
from tests.exports.releases import release_of, written

CONTENT = Path(__file__).parents[2] / "content"

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def files() -> Files:
    """Every file of the default dossier's downloads, by address."""
    dossier = load(CONTENT).dossier
    assert dossier is not None
    return written(release_of(dossier))
