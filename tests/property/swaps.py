"""Edits that leave a dossier sound, most of the time: two records of a kind swap a field, one is copied."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

Edit = Callable[[Path], None]


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


def _write(file: Path, record: dict[str, Any]) -> None:
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _folder(content: Path, number: int) -> list[Path]:
    folders = sorted(each for each in content.iterdir() if each.is_dir() and any(each.glob("*.yml")))
    return sorted(folders[number % len(folders)].glob("*.yml"))


def _swapped(kind: int, one: int, other: int, field: int) -> Edit:
    """Let two records swap what they say in a field that either of them has."""

    def edit(content: Path) -> None:
        files = _folder(content, kind)
        first, second = files[one % len(files)], files[other % len(files)]
        left, right = _read(first), _read(second)
        names = sorted({*left, *right})
        name = names[field % len(names)]
        mine, theirs = left.pop(name, None), right.pop(name, None)
        left |= {} if theirs is None else {name: theirs}
        right |= {} if mine is None else {name: mine}
        if first != second:
            _write(first, left)
            _write(second, right)

    return edit


def _copied(kind: int, one: int, other: int, _: int) -> Edit:
    """Add a record like another one."""

    def edit(content: Path) -> None:
        files = _folder(content, kind)
        file = files[one % len(files)]
        _write(file.with_name(f"copy-{other}-of-{file.name}"), _read(file))

    return edit


def _gone(kind: int, one: int, _: int, __: int) -> Edit:
    """Take a record away, which others may still name."""

    def edit(content: Path) -> None:
        files = _folder(content, kind)
        files[one % len(files)].unlink()

    return edit


SWAPS = st.builds(
    lambda make, *numbers: make(*numbers),
    st.sampled_from((_swapped, _swapped, _swapped, _copied, _gone)),
    *[st.integers(0, 999)] * 4,
)
