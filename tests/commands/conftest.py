"""Every command is tested where it is used: in the folder that holds ``content/``."""

from pathlib import Path

import pytest

from tests.content import dossier


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the content folder of a small sound dossier beside which commands are run."""
    monkeypatch.chdir(tmp_path)
    return dossier(tmp_path)
