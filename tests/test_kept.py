"""What a command read is kept for the next one: nothing is believed that could be wrong, or not be ours."""

import os
import pickle
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from onrecord import kept
from onrecord.frozen import FrozenPickler
from onrecord.kept import MOST, remembering
from onrecord.live import LiveContent
from onrecord.loading import Loaded, Memory, load
from tests.content import FILES, dossier

if not hasattr(os, "getuid"):
    pytest.skip("files have no owners here, so nothing is kept", allow_module_level=True)

LONG_AGO = -(10**18)
"""A tick so far back that a file which was written just now counts as settled."""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which memories lie, of dossiers as small as those of tests."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: folder)
    monkeypatch.setattr(kept, "WORTH", 2)
    monkeypatch.setattr(kept, "TICK", LONG_AGO)
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return dossier(tmp_path)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the files that are parsed from now on."""
    from onrecord.source import yamldoc

    taken, parse = list[str](), yamldoc.parse

    def noted(path: str, data: bytes) -> object:
        taken.append(path)
        return parse(path, data)

    monkeypatch.setattr("onrecord.source.readings.parse", noted)
    return taken


def command(content: Path) -> Loaded:
    with remembering(content) as memory:
        return load(content, memory)


def test_a_preview_begins_with_what_a_command_read_and_leaves_it_to_the_next(
    content: Path, parsed: list[str]
) -> None:
    def preview() -> Loaded:
        with ExitStack() as later:
            return LiveContent(lambda folder: later.enter_context(remembering(folder))).load(content)

    first = command(content)
    parsed.clear()
    assert preview().dossier == first.dossier
    assert parsed == []

    for file in content.rglob("*.yml"):
        file.write_text(f"{file.read_text(encoding='utf-8')}\n", encoding="utf-8")
    preview()
    assert sorted(parsed) == sorted(FILES)
    parsed.clear()
    command(content)
    assert parsed == []


def test_only_what_changed_is_read_again(content: Path, parsed: list[str]) -> None:
    first = command(content)
    assert sorted(parsed) == sorted(FILES)
    parsed.clear()

    assert command(content) == first
    assert parsed == []

    (content / "actors/ann.yml").write_text("name: Ann Lea\nkind: person\n", encoding="utf-8")
    changed = command(content)
    assert parsed == ["actors/ann.yml"]
    assert changed == load(content)
    assert changed != first


def test_records_are_the_same_to_whoever_asks_who_names_them(content: Path) -> None:
    anew = command(content).dossier
    again = command(content).dossier

    assert anew
    assert again
    assert again.backlinks == anew.backlinks
    assert again.references == anew.references
    assert again.memory == {}
    with pytest.raises(AttributeError):
        again.actors["ann"].name = "another"  # type: ignore[misc]


def test_a_small_dossier_leaves_nothing(content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "WORTH", 100)
    command(content)

    assert not cache.exists()


def test_after_a_small_change_nothing_is_written_anew(
    content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command(content)
    (memory,) = cache.iterdir()
    before = memory.read_bytes()
    monkeypatch.setattr(kept, "_ONE_IN", 2)
    (content / "actors/ann.yml").write_text("name: Ann Lea\nkind: person\n", encoding="utf-8")
    command(content)
    assert memory.read_bytes() == before

    monkeypatch.setattr(kept, "_ONE_IN", 20)
    command(content)
    assert memory.read_bytes() != before


def test_what_could_change_and_look_the_same_is_read_again(
    content: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "TICK", 2_000_000_000)
    command(content)
    parsed.clear()

    command(content)
    assert sorted(parsed) == sorted(FILES)


def test_a_file_whose_time_is_set_back_is_read_again(content: Path) -> None:
    command(content)
    file = content / "actors/ann.yml"
    about = file.stat()
    file.write_text(FILES["actors/ann.yml"].replace("Lee", "Lea"), encoding="utf-8")
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))

    found = command(content).dossier
    assert found
    assert found.actors["ann"].name == "Ann Lea"


class Harmful:
    """Something that does harm when it is unpickled: here, it leaves a file."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return os.mkdir, (str(self._mark),)


def _cut(memory: Path, _: Path) -> None:
    memory.write_bytes(memory.read_bytes()[:-100])


def _empty(memory: Path, _: Path) -> None:
    memory.write_bytes(b"")


def _another(memory: Path, _: Path) -> None:
    memory.write_bytes(pickle.dumps({"readings": {}}))


def _folder(memory: Path, _: Path) -> None:
    memory.unlink()
    memory.mkdir()


def _linked(memory: Path, mark: Path) -> None:
    """Put a link in its place that leads to a file which the user has, and somebody else wrote."""
    project = mark.with_name("project.bin")
    project.write_bytes(pickle.dumps(Harmful(mark)))
    memory.unlink()
    memory.symlink_to(project)


def _in_a_folder_of_all(memory: Path, mark: Path) -> None:
    memory.write_bytes(pickle.dumps(Harmful(mark)))
    memory.parent.chmod(0o777)


def _open_to_others(memory: Path, mark: Path) -> None:
    memory.write_bytes(pickle.dumps(Harmful(mark)))
    memory.chmod(0o622)


@pytest.mark.parametrize(
    "spoil", [_cut, _empty, _another, _folder, _linked, _open_to_others, _in_a_folder_of_all]
)
def test_what_is_of_no_use_is_passed_over(
    spoil: Callable[[Path, Path], None], content: Path, cache: Path, tmp_path: Path
) -> None:
    first = command(content)
    (memory,) = cache.iterdir()
    spoil(memory, tmp_path / "harm")

    assert command(content) == first
    assert command(content) == first
    assert not (tmp_path / "harm").exists()


def test_what_somebody_else_wrote_is_passed_over(
    content: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command(content)
    (memory,) = cache.iterdir()
    memory.write_bytes(pickle.dumps(Harmful(tmp_path / "harm")))
    monkeypatch.setattr(os, "getuid", lambda: memory.stat().st_uid + 1)

    assert command(content) == load(content)
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize("what", ["_program", "version"])
def test_another_program_or_library_has_another_memory(
    what: str, content: Path, cache: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command(content)
    parsed.clear()
    monkeypatch.setattr(kept, what, lambda *_: ("another",))
    command(content)

    assert sorted(parsed) == sorted(FILES)
    assert len(list(cache.iterdir())) == 2


def test_a_run_that_is_interrupted_while_it_writes_leaves_the_last_memory(
    content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command(content)
    (memory,) = cache.iterdir()
    before = memory.read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (content / "actors/ann.yml").write_text("name: Ann Lea\nkind: person\n", encoding="utf-8")
    monkeypatch.setattr(FrozenPickler, "dump", interrupted, raising=False)
    with pytest.raises(KeyboardInterrupt):
        command(content)
    assert {each: each.read_bytes() for each in cache.iterdir()} == {memory: before}


def test_a_command_that_fails_keeps_nothing(content: Path, cache: Path) -> None:
    def fails() -> None:
        with remembering(content) as memory:
            load(content, memory)
            raise ValueError("no such day")

    with pytest.raises(ValueError, match="no such day"):
        fails()
    assert not cache.exists()


def _nowhere(*_: object, **__: object) -> Path:
    raise RuntimeError("could not determine a home")


def _no_room(*_: object, **__: object) -> None:
    raise FileNotFoundError("no usable temporary directory found")


@pytest.mark.parametrize(
    ("what", "fails"),
    [
        ("user_cache_path", _nowhere),
        ("user_cache_path", lambda *_, **__: Path(".cache")),
        ("TemporaryFile", _no_room),
    ],
)
def test_where_there_is_no_place_for_it_nothing_is_kept(
    what: str, fails: Callable[..., object], content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, what, fails)
    monkeypatch.chdir(content.parent)

    assert command(content) == load(content)
    assert not cache.exists()
    assert [each.name for each in content.parent.iterdir()] == ["content"]


def test_where_nothing_can_be_kept_a_command_does_its_work(content: Path, cache: Path) -> None:
    cache.write_text("a file where a folder should be", encoding="utf-8")

    assert command(content) == load(content)


def test_those_memories_stay_that_were_of_use_last(tmp_path: Path, cache: Path) -> None:
    contents = [dossier(tmp_path / f"{number}") for number in range(MOST + 1)]
    places = dict[int, Path]()
    for number, content in enumerate(contents[:MOST]):
        command(content)
        (places[number],) = set(cache.iterdir()) - set(places.values())
        os.utime(places[number], (number, number))

    command(contents[0])
    command(contents[MOST])

    assert set(places.values()) - set(cache.iterdir()) == {places[1]}
    assert len(list(cache.iterdir())) == MOST


def test_what_killed_commands_left_half_written_pushes_out_nothing_and_goes_in_time(
    tmp_path: Path, cache: Path
) -> None:
    command(dossier(tmp_path / "one"))
    (kept,) = cache.iterdir()
    halves = [cache / f"tmp{number}.half" for number in range(MOST + 2)]
    for number, half in enumerate(halves):
        half.touch()
        if number:
            os.utime(half, (0, 0))

    command(dossier(tmp_path / "two"))

    assert {each for each in cache.iterdir() if each.suffix == ".half"} == {halves[0]}
    assert kept in cache.iterdir()


def test_what_is_kept_is_for_its_user_alone(content: Path, cache: Path) -> None:
    command(content)
    (memory,) = cache.iterdir()

    assert memory.stat().st_mode & 0o077 == 0
    assert cache.stat().st_mode & 0o077 == 0
    assert isinstance(pickle.loads(memory.read_bytes()), Memory)  # noqa: S301  # written by the test
