"""What all tests share."""

import os
import sys
from functools import _lru_cache_wrapper

import pytest

from tests.built import Sites
from tests.hostile.made import Hostile, made

ASKED = pytest.StashKey[frozenset[str]]()
"""The tests that the command line names."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="take what the program gives now as what is expected"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Under mutmut, collect whole files: to look for hundreds of tests by their names takes seconds."""
    if "MUTANT_UNDER_TEST" in os.environ:
        config.stash[ASKED] = frozenset(config.args)
        config.args[:] = sorted({each.partition("::")[0] for each in config.args})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = config.stash.get(ASKED, frozenset())
    if any("::" in each for each in asked):
        items[:] = [item for item in items if item.nodeid in asked]
    mutant = os.environ.get("MUTANT_UNDER_TEST", "").split(".")
    if len(mutant) > 3:
        items.sort(key=lambda item: _farness(item, *mutant[1:4]))


def _farness(item: pytest.Item, room: str, module: str, function: str) -> tuple[bool, int, bool]:
    """Return less for the tests that were written for a function or a module: they notice a fault soonest.

    Those of whole folders with a problem bear its code, which is the name of the check.
    """
    code = function.removeprefix("x_").partition("__mutmut")[0].replace("_", "-")
    home = item.path.parent.name
    about = module.startswith(item.path.stem.removeprefix("test_"))
    return (f"[{code}]" not in item.name, 0 if home == room else 1 if home == "tests" else 2, not about)


def pytest_runtest_setup() -> None:
    """Under mutmut, forget what other tests had computed, for the answer is to be that of the mutant."""
    if "MUTANT_UNDER_TEST" in os.environ:
        modules = [module for name, module in sys.modules.items() if name.startswith("onrecord.")]
        for value in [value for module in modules for value in vars(module).values()]:
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()


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
