"""What is read of a dossier is noted, whoever computed it first; nothing is kept that would hide a look."""

import ast
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.dossier import cells
from onrecord.dossier.cells import concluded, traced, traced_statuses
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.fronts import fronts
from onrecord.dossier.known import known_from
from onrecord.dossier.positions import positions
from onrecord.dossier.reads import Cell, UnnotedError, noted
from onrecord.dossier.statuses import Statuses
from onrecord.records.record import Markdown
from tests.dossier import make

PACKAGE = Path(onrecord.__file__).parent
LASTING = {"cache", "cached_property", "lru_cache"}
KEPT = {
    "dossier/cells.py: attributions": "notes each look",
    "dossier/cells.py: known": "notes each look",
    "dossier/cells.py: substances": "notes each look",
    "dossier/glance.py: then": "does not outlive the look at a past day",
    "dossier/statuses.py: attributions": "notes each",
    "dossier/statuses.py: known": "notes each",
    "dossier/statuses.py: lives": "notes each",
    "dossier/statuses.py: substances": "notes each",
    "exports/cells.py: slots": "is about a kind of record",
    "exports/plain.py: _written": "is about a kind of record",
    "exports/release.py: _root": "is an address",
    "exports/release.py: _standings": "is kept with its reads",
    "exports/release.py: changed": "notes each",
    "exports/release.py: titles": "notes each",
    "pages/beside/twin.py: _piece": "knows a text",
    "pages/beside/twin.py: _tag": "knows a text",
    "pages/days.py: day_view": "knows a day",
    "pages/here.py: time_view": "knows a date",
    "pages/site.py: citations": "notes each",
    "pages/site.py: dossier": "is the dossier",
    "pages/site.py: fronts": "notes each look",
    "pages/site.py: release": "has nothing yet",
    "pages/site.py: views": "are kept with their reads",
    "pages/templates.py: _environment": "knows templates",
    "pages/words/languages.py: _locale": "knows a language",
    "pages/words/languages.py: language_name": "knows a language",
    "pages/words/markdown.py: inline": "knows a text",
    "pages/words/markdown.py: paragraphs": "knows a text",
    "pages/words/markdown.py: plain": "knows a text",
    "pages/words/territories.py: _names": "knows the world",
}
"""What is kept for several pages by means of Python, and why no look at the dossier is hidden by it."""


def _decorated(file: Path) -> set[str]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    functions = (node for node in nodes if isinstance(node, ast.FunctionDef))
    return {each.name for each in functions if any(map(_lasts, each.decorator_list))}


def _lasts(decorator: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id in LASTING for node in ast.walk(decorator))


def test_nothing_is_kept_that_hides_what_was_read() -> None:
    files = (file for room in ("dossier", "exports", "pages") for file in (PACKAGE / room).rglob("*.py"))
    found = {f"{file.relative_to(PACKAGE).as_posix()}: {each}" for file in files for each in _decorated(file)}

    assert found == KEPT.keys()


@pytest.fixture
def dossier() -> Dossier:
    return make.dossier(
        make.actor("ann"),
        make.actor("bob"),
        make.source("paper", publisher="bob"),
        make.statement("said", speaker="ann", sources=("paper",)),
        make.statement("other", speaker="bob", sources=()),
    )


def altered(before: Dossier, now: Dossier) -> frozenset[Cell]:
    return cells.altered(concluded(Statuses(before)), concluded(Statuses(now)))


def test_whoever_asks_later_has_read_the_same(dossier: Dossier) -> None:
    followed = traced(dossier)
    first = noted(lambda: known_from(followed, "said"))
    later = noted(lambda: known_from(followed, "said"))
    attribution = Statuses(followed).attributions
    asked = [noted(lambda: attribution["said"]) for _ in range(2)]

    assert set(first.reads) == set(later.reads) != set()
    assert set(asked[0].reads) == set(asked[1].reads) != set()


def test_a_look_that_nobody_notes_is_refused(dossier: Dossier) -> None:
    followed = traced(dossier)
    with pytest.raises(UnnotedError):
        followed.find("said")
    assert noted(lambda: followed.find("said")).value == dossier.find("said")
    with pytest.raises(UnnotedError):
        list(followed)


def test_looks_at_what_is_not_there_and_at_all_are_noted_too(dossier: Dossier) -> None:
    """A record that is new changes what is read by those who looked for it, and by those who see all."""
    more = make.dossier(*dossier, make.statement("new", speaker="ann", sources=()))
    changed = altered(dossier, more)
    followed = traced(dossier)

    for look in (
        lambda: followed.find("new"),
        lambda: followed.statements.get("new"),
        lambda: "new" in followed.statements,
        lambda: len(followed.statements),
        lambda: list(followed.statements.values()),
        lambda: list(followed.statements.items()),
        followed.statements.keys,
        lambda: followed.naming("ann"),
        lambda: list(followed),
    ):
        assert not changed.isdisjoint(noted(look).reads)
    for look in (
        lambda: followed.find("said"),
        lambda: followed.naming("bob"),
        lambda: followed.actors["ann"],
    ):
        assert changed.isdisjoint(noted(look).reads)


def test_a_record_that_was_read_anew_is_another_one(dossier: Dossier) -> None:
    same = make.dossier(*dossier)
    assert altered(dossier, same) == frozenset()

    anew = make.dossier(*(replace(each) if each.id == "ann" else each for each in dossier))
    followed = traced(dossier)
    changed = altered(dossier, anew)
    assert not changed.isdisjoint(noted(lambda: followed.actors["ann"]).reads)
    assert changed.isdisjoint(noted(lambda: followed.actors["bob"]).reads)


def test_of_where_sides_stand_only_what_was_looked_up_is_read(dossier: Dossier) -> None:
    followed = traced(dossier)
    found = noted(lambda: fronts(followed))
    ann, bob = (noted(partial(found.value.within.get, each)).reads for each in ("ann", "bob"))

    assert found.reads == ()
    assert len(ann) == len(bob) == 1
    assert ann != bob


@pytest.fixture
def denied() -> Dossier:
    return make.dossier(
        make.actor("ann"),
        make.source("paper", publisher="ann"),
        make.statement("said", speaker="ann", sources=("paper",), stances=make.stance("denies")),
        make.claim("ready"),
    )


def test_of_a_fact_only_the_look_at_it_is_read(denied: Dossier) -> None:
    """A page that shows a status need not be made anew for every word of what the status follows from."""
    statuses = traced_statuses(Statuses(denied))
    looks = [noted(look).reads for look in _looks(statuses)]

    assert [len(each) for each in looks] == [1] * len(looks)
    assert len(set(looks)) == len(looks)

    reworded = _with(denied, "said", paraphrase=Markdown("Never."))
    assert altered(denied, reworded).isdisjoint(chain.from_iterable(looks))


def test_a_fact_that_is_another_one_now_is_told(denied: Dossier) -> None:
    looks = [noted(look).reads for look in _looks(traced_statuses(Statuses(denied)))]
    turned = _with(denied, "said", said=make.parse("2025-11-20"), sources=(), stances=make.stance("asserts"))

    assert [altered(denied, turned).isdisjoint(each) for each in looks] == [False] * len(looks)


def _looks(statuses: Statuses) -> tuple[Callable[[], object], ...]:
    return (
        lambda: statuses.attributions["said"],
        lambda: statuses.substances.get("ready"),
        lambda: statuses.known["said"],
        lambda: positions(statuses.dossier, "ready"),
        lambda: fronts(statuses.dossier).within.get("ann"),
    )


def _with(dossier: Dossier, record_id: str, **changed: Any) -> Dossier:
    return make.dossier(*(replace(each, **changed) if each.id == record_id else each for each in dossier))
