"""Many files are read by several processes, and nobody can tell from what they held."""

from pathlib import Path

import pytest

from onrecord.source.folders import Found
from onrecord.source.readings import Reading, readings
from onrecord.source.yamldoc import parse
from onrecord.workers import FORKS
from tests.forking import forked_from_now_on

TEXTS = ("a: b", "a: 'b", "", "- a: b\n- c: d\n", "a: „b“", "a: {b: [c, d]}", "a: b\na: c", "a: \u202e")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Found, ...]:
    """Return more files than a process takes at a time, and one that is not there."""
    made = []
    for number in range(600):
        file = tmp_path / f"{number:03}.yml"
        file.write_text(TEXTS[number % len(TEXTS)], encoding="utf-8")
        made.append(Found(file.name, str(file)))
    return (*made[:300], Found("gone.yml", str(tmp_path / "gone.yml")), *made[300:])


def read(files: tuple[Found, ...], before: dict[str, Reading], workers: int) -> tuple[Reading, ...]:
    found = readings(files, before, workers)
    assert isinstance(found, tuple)
    return found


@pytest.mark.skipif(not FORKS, reason="no process can be forked here")
def test_two_processes_read_what_one_does(files: tuple[Found, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    forked = forked_from_now_on(monkeypatch)
    one = read(files, {}, 1)
    assert forked == []
    assert read(files, {}, 2) == one
    assert len(forked) == 2
    assert [each.document.path for each in one] == [file.path for file in files]
    assert {problem.code for each in one for problem in each.problems} >= {
        "unreadable-file", "empty-file", "repeated-key", "forbidden-character",
    }  # fmt: skip


def test_what_did_not_change_is_not_read_again(
    files: tuple[Found, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {each.document.path: each for each in read(files, {}, 1)}
    (tmp_path / "007.yml").write_text("a: another", encoding="utf-8")
    taken = list[str]()

    def parsed(path: str, data: bytes) -> object:
        taken.append(path)
        return parse(path, data)

    monkeypatch.setattr("onrecord.source.readings.parse", parsed)
    after = read(files, before, 1)

    assert taken == ["007.yml"]
    assert [each for each in after if each is not before[each.document.path]] == [after[7], after[300]]
    assert after[7].document.value == {"a": "another"}
    assert after[300].document.path == "gone.yml"
