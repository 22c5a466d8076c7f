import logging
from pathlib import Path

import pytest

from onrecord.hosts import mkdocs_search
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
