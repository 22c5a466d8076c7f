"""No regular expression of the program takes more than linear time, whatever it is given."""

import ast
import importlib
import itertools
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

import onrecord

LENGTH = 60_000
MOST = 6
"""How many letters of an expression are tried."""

PATIENCE = 0.25
"""Seconds of a processor's time for one attack: what is linear takes a fiftieth of it."""

ANCHORED = {"match", "fullmatch"}
METHODS = {*ANCHORED, "search", "sub", "subn", "split", "findall", "finditer", "scanner"}
ENDS = ("", "!", "\n\x01")


@dataclass(frozen=True)
class Expression:
    """A regular expression, where it stands, and whether it is asked at the first letter only."""

    where: str
    pattern: "re.Pattern[str]"
    anchored: bool


def modules() -> Iterator[ModuleType]:
    yield onrecord
    for each in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not each.name.endswith("__main__"):
            yield importlib.import_module(each.name)


def expressions() -> Iterator[Expression]:
    """Yield what modules hold, and what calls to ``re`` are given as a text."""
    for module in modules():
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        asked = dict(_asked(calls))
        for name, held in vars(module).items():
            if isinstance(held, re.Pattern) and isinstance(held.pattern, str):
                yield Expression(f"{module.__name__}.{name}", held, asked.get(name, set()) <= ANCHORED)
        for call in calls:
            function = call.func
            if isinstance(function, ast.Attribute) and ast.unparse(function.value) == "re" and call.args:
                yield from _literal(module.__name__, call, function.attr, vars(module))


def _asked(calls: list[ast.Call]) -> Iterator[tuple[str, set[str]]]:
    found: dict[str, set[str]] = {}
    for call in calls:
        function = call.func
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            found.setdefault(function.value.id, set()).add(function.attr)
    return iter({name: used & METHODS for name, used in found.items() if used & METHODS}.items())


def _literal(module: str, call: ast.Call, method: str, known: dict[str, Any]) -> Iterator[Expression]:
    first = call.args[0]
    if method not in METHODS or method == "compile":
        return
    text = first.value if isinstance(first, ast.Constant) else known.get(getattr(first, "id", ""))
    flags = re.DOTALL if "DOTALL" in ast.unparse(call) else 0
    if isinstance(text, str):
        yield Expression(f"{module}:{call.lineno}", re.compile(text, flags), method in ANCHORED)


def letters(pattern: "re.Pattern[str]") -> tuple[str, ...]:
    """Return a letter for everything that the expression names, and one for what it does not."""
    found: dict[str, None] = {}
    _gather(parser.parse(pattern.pattern, pattern.flags), found)
    return (*itertools.islice(found, MOST), "a")


def samples(node: Any) -> tuple[str, ...]:
    """Return short texts that the expression may match, one for each branch, such as ``<a b>``."""
    made: tuple[str, ...] = ("",)
    for operation, value in node:
        made = tuple(before + after for before in made for after in _sample(operation, value))[:MOST]
    return made


def _sample(operation: Any, value: Any) -> tuple[str, ...]:
    made: tuple[str, ...] = ("",)
    match operation:
        case code.LITERAL:
            made = (chr(value),)
        case code.IN:
            made = (next(_members(value), "a") if value[0][0] is not code.NEGATE else "a",)
        case code.NOT_LITERAL | code.ANY:
            made = ("a",)
        case code.BRANCH:
            made = tuple(each for branch in value[1] for each in samples(branch))
        case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
            made = samples(value[2])
        case code.SUBPATTERN:
            made = samples(value[3])
    return made


def runs(pattern: "re.Pattern[str]") -> tuple[str, ...]:
    """Return the beginnings of samples that are longer than two letters, such as ``<!--``."""
    found = samples(parser.parse(pattern.pattern, pattern.flags))
    return tuple(dict.fromkeys(each[:size] for each in found for size in range(3, min(len(each), 24) + 1)))


def _gather(node: Any, found: dict[str, None]) -> None:
    for operation, value in node:
        match operation:
            case code.LITERAL | code.NOT_LITERAL:
                found[chr(value)] = None
            case code.IN:
                found |= dict.fromkeys(_members(value))
            case code.BRANCH:
                for branch in value[1]:
                    _gather(branch, found)
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                _gather(value[2], found)
            case code.SUBPATTERN:
                _gather(value[3], found)
            case code.ASSERT | code.ASSERT_NOT:
                _gather(value[1], found)
            case code.ATOMIC_GROUP:
                _gather(value, found)


_CATEGORIES = {code.CATEGORY_SPACE: " ", code.CATEGORY_DIGIT: "0", code.CATEGORY_WORD: "a"}


def _members(value: Any) -> Iterator[str]:
    for operation, inner in value:
        if operation is code.LITERAL:
            yield chr(inner)
        elif operation is code.RANGE:
            yield chr(inner[0])
        elif operation is code.CATEGORY and inner in _CATEGORIES:
            yield _CATEGORIES[inner]


def attacks(pattern: "re.Pattern[str]") -> Iterator[str]:
    """Yield long texts that almost match: a letter or two over and over, after each letter, with each end."""
    known = letters(pattern)
    for unit in (*known, *runs(pattern), *("".join(pair) for pair in itertools.permutations(known, 2))):
        body = unit * (LENGTH // min(len(unit), 4))
        yield from (body + end for end in ENDS)
        yield from (start + body + "\x01" for start in known if len(unit) == 1 and start != unit)


def slow(expression: Expression) -> str:
    """Return the beginning of a text over which the expression loses its patience, or nothing."""
    ask: Callable[[str], object] = (
        expression.pattern.fullmatch if expression.anchored else expression.pattern.search
    )
    for text in attacks(expression.pattern):
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        try:
            ask(text)
        except TimeoutError:
            return f"{expression.where} {expression.pattern.pattern!r} on {text[:6]!r}…{text[-2:]!r}"
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


@pytest.fixture
def patience() -> Iterator[None]:
    def over(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, over)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.usefixtures("patience")
def test_every_expression_is_linear() -> None:
    found = {(each.pattern, each.anchored): each for each in expressions()}

    assert len(found) > 60
    assert [told for each in found.values() if (told := slow(each))] == []


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    "pattern", [r"\s*/", r"(a+)+b", r"(?:a|a)*c", r"x*y*x*z", r"<!--.*?-->", r"<a href=[^>]*>"]
)
def test_an_expression_that_is_not_linear_is_found(pattern: str) -> None:
    assert slow(Expression("here", re.compile(pattern), anchored=False))
