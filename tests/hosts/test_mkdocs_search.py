import logging
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Thread

import pytest

from onrecord.hosts import mkdocs_search
from onrecord.hosts.mkdocs_search import Search
from onrecord.hosts.search_service import SearchIndexError
from tests.hosts.project import MKDOCS_YML, Project

OURS = MKDOCS_YML.replace("plugins: [search, onrecord]", "plugins: [onrecord]")
BUTTON, PROGRAM = 'class="or-find"', "assets/search.js"


@pytest.fixture
def searched(project: Project) -> Project:
    """Return a project that leaves the search to us."""
    project.write("mkdocs.yml", OURS)
    project.write("content/pages/about.md", "# About us\n\nblackcurrant\n")
    return project


def html(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("style", [True, False])
def test_every_page_has_the_search_and_the_site_its_index(searched: Project, style: bool) -> None:
    site = searched.build(use_directory_urls=style)
    pages = [page for page in site.rglob("*.html") if "pagefind" not in page.parts]

    assert len(pages) >= 4
    assert [page.name for page in pages if BUTTON not in page.read_text(encoding="utf-8")] == []
    assert f'src="{"../../" if style else "../"}{PROGRAM}"' in html(
        site, "actors/ada/index.html" if style else "actors/ada.html"
    )
    assert len(list((site / "pagefind/fragment").iterdir())) == len(pages) - len({"404.html"})


def test_another_search_is_left_alone(project: Project) -> None:
    site = project.build()

    assert not (site / "pagefind").exists()
    assert BUTTON not in html(site, "index.html")
    assert 'data-md-component="search"' in html(site, "index.html")


def test_without_the_program_the_site_is_built_and_says_what_to_do(
    searched: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(mkdocs_search, "program", lambda: None)
    with caplog.at_level(logging.INFO):
        site = searched.build()

    assert "pip install 'pagefind[bin]'" in caplog.text
    assert not (site / "pagefind").exists()
    assert BUTTON not in html(site, "index.html")


def test_a_preview_is_served_while_its_index_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = list[object](), Event()

    def slowly(*asked: object) -> Mapping[str, bytes]:
        begun.append(asked)
        go_on.wait(20)
        return {"pagefind.js": b"found"}

    monkeypatch.setattr(mkdocs_search, "index", slowly)
    search = Search(Path("pagefind"))
    search.begin()
    search.ready(tmp_path, "index.html")
    assert list(tmp_path.iterdir()) == []

    asking = Thread(target=search.ready, args=(tmp_path, "pagefind/pagefind.js"))
    asking.start()
    search.begin()
    go_on.set()
    asking.join(20)
    assert (tmp_path / "pagefind/pagefind.js").read_bytes() == b"found"

    (tmp_path / "pagefind/pagefind.js").unlink()  # as a new build does
    search.ready(tmp_path, "pagefind/pagefind.js")
    assert (tmp_path / "pagefind/pagefind.js").is_file()
    assert len(begun) == 1


def test_a_preview_without_an_index_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> Mapping[str, bytes]:
        raise SearchIndexError("no room left")

    monkeypatch.setattr(mkdocs_search, "index", broken)
    search = Search(Path("pagefind"))
    search.begin()
    search.ready(tmp_path, "pagefind/pagefind.js")

    assert "this preview has no search: no room left" in caplog.text
    assert list(tmp_path.iterdir()) == []
