"""Frozen dataclasses come back from the disk as what they were, and any unpickler can read them."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field
from io import BytesIO

import pytest

from onrecord.frozen import FrozenPickler


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(Point):
    ends: tuple[Point, ...]
    memory: dict[str, int] = field(init=False, compare=False, default_factory=dict)


@dataclass(frozen=True)
class Open:
    points: list[Point]


def brought_back(value: object) -> object:
    held = BytesIO()
    FrozenPickler(held, pickle.HIGHEST_PROTOCOL).dump(value)
    return pickle.loads(held.getvalue())  # noqa: S301  # pickled here


def test_values_come_back_equal_with_all_their_fields() -> None:
    end = Point(3, 4)
    line = Line(x=1, ends=(end, end, Point(5)))
    line.memory["length"] = 2

    made = brought_back([line, Open([end]), {"plain": {1, 2}}, Point])

    assert made == [line, Open([end]), {"plain": {1, 2}}, Point]
    assert isinstance(made, list)
    assert made[0].memory == {"length": 2}
    assert made[0].ends[0] is made[0].ends[1] is made[1].points[0]
    with pytest.raises(FrozenInstanceError):
        made[0].x = 2


def test_functions_come_back_by_name_as_ever() -> None:
    assert brought_back(brought_back) is brought_back
