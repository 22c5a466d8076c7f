"""What all tests share."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from tests.built import Sites
from tests.hostile.made import Hostile, made

ASKED = pytest.StashKey[frozenset[str]]()
"""The tests that the command line names."""

NOTICED = Path(__file__).parents[1] / "noticed.txt"
"""Where mutmut works: which test noticed a fault in which function."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="take what the program gives now as what is expected"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Under mutmut, collect whole files: to look for hundreds of tests by their names takes seconds.

    In the background of a shell programs do not hear of Ctrl-C, and neither would those that tests begin.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if "MUTANT_UNDER_TEST" in os.environ:
        config.stash[ASKED] = frozenset(config.args)
        config.args[:] = sorted({each.partition("::")[0] for each in config.args})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = config.stash.get(ASKED, frozenset())
    if any("::" in each for each in asked):
        items[:] = [item for item in items if item.nodeid in asked]
    function = _changed_function()
    if function:
        known = NOTICED.read_text(encoding="utf-8").splitlines() if NOTICED.exists() else []
        noticed = {line.partition(" ")[2] for line in known if line.startswith(f"{function} ")}
        items.sort(key=lambda item: (item.nodeid not in noticed, _farness(item, *function.split(".")[1:4])))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Under mutmut, remember who noticed a fault, for the next one in the same function."""
    function = _changed_function()
    if function and report.failed:
        with NOTICED.open("a", encoding="utf-8") as file:
            file.write(f"{function} {report.nodeid}\n")


def _changed_function() -> str:
    """Return the function in which mutmut has put a fault, such as ``onrecord.dossier.known.x__members``."""
    function, marked, _ = os.environ.get("MUTANT_UNDER_TEST", "").partition("__mutmut_")
    return function if marked else ""


def _farness(item: pytest.Item, room: str, module: str, function: str) -> tuple[bool, int, bool]:
    """Return less for the tests that were written for a function or a module: they notice a fault soonest.

    Those of whole folders with a problem bear its code, which is the name of the check.
    """
    code = function.removeprefix("x_").replace("_", "-")
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


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let nothing that builds leave be kept where the user's own things are, by whatever process."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    """Have Python look for garbage again after a test of what would be a program's end."""
    yield
    gc.unfreeze()


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
