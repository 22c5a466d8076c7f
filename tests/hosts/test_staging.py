"""The last good site stays until the next one is whole, and is then replaced as one."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onrecord.hosts import staging
from onrecord.hosts.quick_files import mark
from onrecord.hosts.staging import PREFIX, SiteChangedError, Staging
from tests.content import tree

OLD = {"index.html": b"old", "actors/ada.html": b"Ada", "gone/index.html": b"gone", "was-a-file": b"1"}
NEW = {"index.html": b"new", "actors/ada.html": b"Ada", "was-a-file/index.html": b"2"}


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", OLD)
    return tmp_path / "site"


@pytest.fixture(params=["in one step", "file by file"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "file by file":
        monkeypatch.setattr(staging, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_site_is_replaced_when_the_next_one_is_whole(site: Path) -> None:
    staged = Staging(site)
    write(staged.folder, NEW)

    assert tree(site) == OLD
    staged.publish()
    assert tree(site) == NEW
    assert [each.name for each in site.parent.iterdir()] == ["site"]


@pytest.mark.usefixtures("way")
def test_what_is_hidden_at_the_top_of_a_site_stays_there(site: Path) -> None:
    write(site, {".git/HEAD": b"main"})
    staged = Staging(site)
    write(staged.folder, NEW)
    staged.publish()

    assert tree(site) == {**NEW, ".git/HEAD": b"main"}


def test_files_that_stand_stay_where_they_are(site: Path) -> None:
    write(site, {"actors/bob/index.html": b"Bob", ".git/HEAD": b"main"})
    names = ("actors/ada.html", "actors/bob/index.html")
    standing = {name: mark(str(site / name)) for name in names}
    staged = Staging(site)
    write(staged.folder, {"index.html": b"new", "was-a-file/index.html": b"2"})
    staged.publish(standing)

    assert tree(site) == {**NEW, "actors/bob/index.html": b"Bob", ".git/HEAD": b"main"}
    assert {name: mark(str(site / name)) for name in names} == standing
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_a_name_in_other_letters_is_the_same_file_where_a_disk_says_so(site: Path) -> None:
    """Here a second link to the file stands for such a disk."""
    name = "actors/ada.html"
    standing = {name: mark(str(site / name))}
    os.link(site / name, site / "actors/Ada.html")
    staged = Staging(site)
    write(staged.folder, {"index.html": b"new"})
    staged.publish(standing)

    assert tree(site) == {"index.html": b"new", name: b"Ada", "actors/Ada.html": b"Ada"}


@pytest.mark.parametrize("change", ["written", "gone", "a folder", "a link"])
def test_what_stands_no_more_is_not_published_over(site: Path, change: str, tmp_path: Path) -> None:
    file = site / "actors" / "ada.html"
    standing = {"actors/ada.html": mark(str(file))}
    file.unlink()
    if change == "written":
        file.write_bytes(b"Eve")
    elif change == "a folder":
        file.mkdir()
    elif change == "a link":
        file.symlink_to(tmp_path / "elsewhere")
    before = tree(site)
    staged = Staging(site)
    write(staged.folder, {"index.html": b"new"})
    with pytest.raises(SiteChangedError):
        staged.publish(standing)
    staged.drop()

    assert tree(site) == before


def test_a_first_site_and_one_that_is_dropped(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    dropped = Staging(site)
    write(dropped.folder, OLD)
    dropped.drop()
    dropped.drop()
    assert tree(tmp_path) == {}

    staged = Staging(site)
    write(staged.folder, NEW)
    staged.publish()
    assert tree(tmp_path) == {f"deep/site/{name}": data for name, data in NEW.items()}


@pytest.mark.usefixtures("way")
def test_a_link_in_a_site_is_replaced_and_never_written_through(site: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {"index.html": b"mine", "ada.html": b"mine"})
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere" / "index.html")
    (site / "actors" / "ada.html").unlink()
    (site / "actors").rmdir()
    (site / "actors").symlink_to(tmp_path / "elsewhere")
    staged = Staging(site)
    write(staged.folder, NEW)
    staged.publish()

    assert tree(site) == NEW
    assert set(tree(tmp_path / "elsewhere").values()) == {b"mine"}


def test_a_site_that_is_a_link_to_a_folder_stays_one(site: Path, tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to(site)
    staged = Staging(tmp_path / "public")
    write(staged.folder, NEW)
    staged.publish()

    assert (tmp_path / "public").is_symlink()
    assert tree(site) == NEW


def test_two_builds_at_once_leave_one_whole_site(site: Path) -> None:
    one, other = Staging(site), Staging(site)
    write(one.folder, NEW)
    write(other.folder, OLD)
    other.publish()
    one.publish()

    assert tree(site) == NEW
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_the_next_run_takes_away_what_a_killed_one_left_and_nothing_else(site: Path) -> None:
    left, mine = site.parent / f"{PREFIX}killed", site.parent / "mine"
    write(left, OLD)
    write(mine, OLD)
    living = Staging(site)
    assert not left.exists()
    assert tree(mine) == OLD

    other = Staging(site)
    assert living.folder.parent.exists()
    living.drop()
    other.drop()


def test_the_folder_around_a_site_need_not_be_writable(
    site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def refuse(**asked: object) -> object:
        if "dir" in asked:
            raise PermissionError(13, "Permission denied", os.fspath(site.parent))
        return TemporaryDirectory(dir=elsewhere, **asked)  # type: ignore[call-overload]

    monkeypatch.setattr(staging, "TemporaryDirectory", refuse)
    monkeypatch.setattr(staging, "exchange", lambda *_: False)
    staged = Staging(site)
    assert staged.folder.is_relative_to(elsewhere)
    write(staged.folder, NEW)
    monkeypatch.setattr(Path, "rename", _across)
    staged.publish()

    assert tree(site) == NEW
    assert list(elsewhere.iterdir()) == []


def _across(self: Path, target: Path) -> Path:
    raise OSError(18, "Invalid cross-device link", os.fspath(self), None, os.fspath(target))
