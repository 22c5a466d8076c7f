"""A build after another one: the same site as from nothing, of which only what changed was made."""

import os
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from bench.content import write_project
from bench.dossier import made_up
from onrecord import kept, pipeline
from onrecord.hosts import mkdocs_again, mkdocs_search
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.mkdocs_writing import Writing
from onrecord.hosts.quick_files import Mark
from onrecord.hosts.search_index import program
from onrecord.hosts.staging import Staging
from onrecord.pages.page import Poster
from onrecord.pipeline import Part
from onrecord.posters import drawing
from tests.built import tree

if not hasattr(os, "getuid"):
    pytest.skip("files have no owners here, so nothing is kept", allow_module_level=True)

LONG_AGO = -(10**18)
"""A tick so far back that a file which was written just now counts as settled."""

Edit = Callable[[Path], None]


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these small sites be followed as large ones are."""
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(kept, "TICK", LONG_AGO)
    monkeypatch.setattr(mkdocs_again, "WORTH", 2)
    monkeypatch.setattr(mkdocs_again, "_FEWEST", 0.1)
    monkeypatch.setattr(pipeline, "_PORTION", 3)
    monkeypatch.setattr(mkdocs_search, "program", lambda: None)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # test runners have threads of their own


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses of the records' pages that are written from now on."""
    taken, keep = list[str](), Writing.kept

    def noted(self: Writing, part: Part) -> object:
        taken.extend(page.path for page in part.pages)
        return keep(self, part)

    monkeypatch.setattr(Writing, "kept", noted)
    return taken


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of a hundred records, one file each."""
    home = tmp_path_factory.mktemp("made") / "project"
    write_project(made_up(100), home, "files")
    return home


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a copy of it that was built."""
    home = tmp_path / "project"
    copytree(made, home)
    built(home)
    return home


def built(project: Path, **settings: Any) -> Path:
    config = load_config(str(project / "mkdocs.yml"), **settings)
    build(config)
    return Path(config.site_dir)


def from_nothing(project: Path, **settings: Any) -> Mapping[str, bytes]:
    """Return what is built where there is nothing yet."""
    other = project.parent / "other"
    rmtree(other, ignore_errors=True)
    return tree(built(project, site_dir=str(other), **settings))


def change(name: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        file = project / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def put(name: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")

    return edit


STATEMENT = "content/statements/statement-7.yml"
REWORDED = change(STATEMENT, "paraphrase: ", "paraphrase: Once more, ")


def test_only_pages_are_made_that_read_what_changed(project: Path, written: list[str]) -> None:
    REWORDED(project)
    again = tree(built(project))

    assert "statements/statement-7/" in written
    assert len(written) < 50
    assert again == from_nothing(project)


@pytest.mark.parametrize(
    ("line", "few", "many"),
    [("as_of: 2031-01-01", 1, 60), ("title: Another", 61, 99)],
    ids=["day", "title"],
)
def test_of_the_title_page_a_page_reads_some_lines(
    project: Path, line: str, few: int, many: int, written: list[str]
) -> None:
    """Sources are cited without the dossier, and all other pages with its title."""
    file, name = project / "content/dossier.yml", line.partition(":")[0]
    file.write_text(re.sub(rf"(?m)^{name}: .*$", line, file.read_text(encoding="utf-8")), encoding="utf-8")
    again = tree(built(project))

    assert few <= len(set(written)) <= many
    assert again == from_nothing(project)


@pytest.mark.parametrize(
    "edit",
    [
        put("content/pages/about.md", "# About us\n"),
        put("site_templates/pages/topic.html.jinja", "{{ view.frame.title }}\n"),
        put("site_templates/overrides/partials/footer.html", "<footer>Else</footer>"),
        change("mkdocs.yml", "site_name: ", "site_name: Not "),
        change("mkdocs.yml", "theme:\n", "repo_url: https://example.org/code\ntheme:\n"),
    ],
    ids=["hand-written page", "template", "frame", "name", "place of edits"],
)
def test_all_pages_are_made_if_they_may_look_otherwise(project: Path, edit: Edit, written: list[str]) -> None:
    edit(project)
    again = tree(built(project))

    assert len(set(written)) == 100
    assert again == from_nothing(project)


def test_edits_come_and_go(project: Path, written: list[str]) -> None:
    """A page that was made since stands in the site as it is no more, and is made again."""
    REWORDED(project)
    built(project)
    put("content/statements/brand-new.yml", (project / STATEMENT).read_text(encoding="utf-8"))(project)
    (project / "content/statements/statement-9.yml").rename(project / "content/statements/renamed.yml")
    assert tree(built(project)) == from_nothing(project)

    change(STATEMENT, "Once more, ", "")(project)
    (project / "content/statements/brand-new.yml").unlink()
    (project / "content/statements/renamed.yml").rename(project / "content/statements/statement-9.yml")
    written.clear()
    again = tree(built(project))
    assert len(written) < 60
    assert again == from_nothing(project)


def test_files_of_the_site_that_others_change_are_made_again(project: Path) -> None:
    site = project / "site"
    (site / "statements/statement-3/index.html").write_text("by hand", encoding="utf-8")
    (site / "statements/statement-4/index.md").unlink()
    (site / "data/records/statement-5.json").write_text("{}", encoding="utf-8")
    rmtree(site / "sources")
    put("site/mine/index.html", "mine")(project)
    put("site/.kept", "mine")(project)
    again = tree(built(project))

    assert again == {**from_nothing(project), ".kept": b"mine"}


def test_what_does_not_change_is_not_written_again(project: Path) -> None:
    def ages(site: Path) -> dict[str, int]:
        return {each: (site / each).stat().st_mtime_ns for each in tree(site)}

    before = ages(project / "site")
    REWORDED(project)
    after = ages(built(project))

    assert before["statements/statement-7/index.html"] != after["statements/statement-7/index.html"]
    assert sum(before[each] == after.get(each) for each in before) > 0.7 * len(before)


def test_what_was_left_may_be_deleted_or_spoilt(project: Path, tmp_path: Path, written: list[str]) -> None:
    (left,) = (tmp_path / "cache").iterdir()
    whole = left.read_bytes()
    for data in (b"", whole[:-9], whole[: len(whole) // 2]):
        written.clear()
        left.write_bytes(data)
        site = tree(built(project))
        assert len(set(written)) == 100
    left.unlink()
    assert tree(built(project)) == site


def test_a_page_that_comes_out_otherwise_is_a_sign_that_all_may(
    project: Path, written: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is that nobody thought of: here, a date on every page."""
    framed = Theme.framed
    monkeypatch.setattr(Theme, "framed", lambda *given: framed(*given).replace("</body>", "today</body>"))
    site = tree(built(project))

    assert len(set(written)) == 100
    assert all(b"today</body>" in site[f"{each}index.html"] for each in written)


def test_a_site_that_somebody_changes_meanwhile_is_left_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    publish, file = Staging.publish, project / "site/statements/statement-3/index.html"

    def meanwhile(self: Staging, standing: Mapping[str, Mark]) -> None:
        file.write_text("by hand", encoding="utf-8")
        publish(self, standing)

    monkeypatch.setattr(Staging, "publish", meanwhile)
    REWORDED(project)
    with pytest.raises(Abort):
        built(project)
    assert "was changed by somebody else" in caplog.text
    assert file.read_text(encoding="utf-8") == "by hand"

    monkeypatch.setattr(Staging, "publish", publish)
    assert tree(built(project)) == from_nothing(project)


@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
def test_links_by_hand_to_what_stands_are_sound(project: Path, directory_urls: bool) -> None:
    pages = {"links.md": "[one](data/records/actor-1.json), [page](actors/actor-1.md#cite)\n"}
    for name, text in pages.items():
        put(f"content/pages/{name}", text)(project)
    built(project, use_directory_urls=directory_urls, strict=True)
    REWORDED(project)
    site = built(project, use_directory_urls=directory_urls, strict=True)

    assert tree(site) == from_nothing(project, use_directory_urls=directory_urls, strict=True)


def test_search_and_posters_know_of_pages_that_stand(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_search, "program", program)
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    REWORDED(project)
    assert tree(built(project)) == from_nothing(project)


def test_posters_are_drawn_again_if_they_say_something_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, draw = list[str](), drawing.draw

    def noted(poster: Poster, site: str) -> bytes:
        drawn.append(poster.title)
        return draw(poster, site)

    monkeypatch.setattr(drawing, "draw", noted)
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    first = len(drawn)
    (project / "site/posters/statements/statement-3.png").unlink()
    (project / "site/posters/statements/statement-4.png").write_bytes(b"mine")
    REWORDED(project)
    drawn.clear()
    again = tree(built(project))
    assert first > 100
    assert 3 <= len(drawn) < 30
    assert again == from_nothing(project)

    change("mkdocs.yml", "site_name: ", "site_name: Not ")(project)
    drawn.clear()
    again = tree(built(project))
    assert len(drawn) == first
    assert again == from_nothing(project)


def test_nothing_is_left_of_a_small_dossier(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rmtree(tmp_path / "cache")
    monkeypatch.setattr(mkdocs_again, "WORTH", 1_000)
    built(project)
    assert not (tmp_path / "cache").exists()
