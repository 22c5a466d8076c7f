"""Files that change or vanish while they are read, and folders that nobody may write to."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.content import FILES, dossier, run, tree
from tests.faults.killing import failing, meddled

MKDOCS_YML = (
    "site_name: T\ndocs_dir: content\nplugins: [search, onrecord]\ntheme: {name: material, font: false}\n"
)
PICTURE = """\
name: Ann Lee
kind: person
aliases: [Annie]
image: {file: media/ann.png, alt: Ann, credit: The Paper, licence: CC0}
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    content = dossier(tmp_path, {"actors/ann.yml": PICTURE, "pages/about.md": "# About\n"})
    (content / "media").mkdir()
    (content / "media/ann.png").write_bytes(b"\x89PNG")
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return content


def build_site() -> None:
    build(load_config("mkdocs.yml", strict=True))


def vanish(file: Path) -> None:
    file.unlink()


def vanish_with_its_folder(file: Path) -> None:
    rmtree(file.parent)


def be_cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9])


def become_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("meddle", [vanish, vanish_with_its_folder, become_a_folder])
def test_a_record_that_vanishes_while_it_is_read_is_one_problem(
    content: Path, meddle: Callable[[Path], None]
) -> None:
    told = meddled(lambda: run("check"), "claims/held.yml", meddle)

    assert told.exit_code == 1
    assert told.output.count("error[unreadable-file]") == 1
    assert "'claims/held.yml'" in told.output
    assert "Traceback" not in told.output
    rmtree(content / "claims", ignore_errors=True)
    (content / "claims").mkdir()
    (content / "claims/held.yml").write_text(FILES["claims/held.yml"], encoding="utf-8")
    assert run("check").exit_code == 0


def test_a_record_that_is_saved_while_it_is_read_is_read_as_far_as_it_was(content: Path) -> None:
    told = meddled(lambda: run("check"), "claims/held.yml", be_cut_off)

    assert (told.exit_code, "defect" in told.output) == (0, False)
    assert (content / "claims/held.yml").read_bytes() == FILES["claims/held.yml"].encode()[:9]


@pytest.mark.parametrize("name", ["media/ann.png", "pages/about.md", "claims/held.yml"])
@pytest.mark.parametrize("meddle", [vanish, become_a_folder])
@pytest.mark.usefixtures("content")
def test_a_site_is_not_built_of_half_of_what_there_was(
    name: str, meddle: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    build_site()
    good = tree(Path("site"))
    held = (Path("content") / name).read_bytes()
    with caplog.at_level(logging.INFO), pytest.raises(Abort) as end:
        meddled(build_site, f"content/{name}", meddle)

    assert end.value.exit_code == 1
    assert name in caplog.text
    assert "defect" not in caplog.text
    assert tree(Path("site")) == good

    place = Path("content") / name
    if place.is_dir():
        place.rmdir()
    place.write_bytes(held)
    build_site()
    assert tree(Path("site")) == good


@pytest.mark.parametrize("moment", [1, 2, 7, 40, 120])
@pytest.mark.usefixtures("content")
def test_a_folder_that_is_read_only_is_told_and_nothing_changes(
    moment: int, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    build_site()
    good = tree(tmp_path)
    with caplog.at_level(logging.INFO), pytest.raises(Abort) as end:
        failing(build_site, moment, _read_only, stays=True)

    assert end.value.exit_code == 1
    assert "check that you may read and write there" in caplog.text
    assert {name: data for name, data in tree(tmp_path).items() if not name.startswith(".")} == good
    build_site()
    assert tree(tmp_path) == good


def _read_only() -> OSError:
    return OSError(30, os.strerror(30), "site")
