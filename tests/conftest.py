"""What all tests share."""

import os

import pytest

from tests.built import Sites
from tests.hostile.made import Hostile, made


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="take what the program gives now as what is expected"
    )


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return the whole sites of this run, each built when a test first asks for it."""
    own = tmp_path_factory.getbasetemp()
    return Sites(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Return the dossier that carries every hostile text in every field."""
    return made(tmp_path_factory.mktemp("hostile") / "content")
