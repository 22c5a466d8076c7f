import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from onrecord.hosts.folder import MARKER, ForeignFolderError, write_pages
from onrecord.hosts.raw_html import unbroken
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Asset, Page
from tests.hosts.project import Project, small_pages

ASSETS = (Asset("data/all.json", b"{}"),)
PAGES = small_pages(Addresses())

PLAIN_MKDOCS_YML = """\
site_name: Who said what
site_url: https://example.org/some/repository/
theme: {name: material, font: false}
"""


def dates(folder: Path) -> dict[str, int]:
    return {
        file.relative_to(folder).as_posix(): file.stat().st_mtime_ns
        for file in folder.rglob("*")
        if file.is_file()
    }


def article(html: str) -> str:
    """Return the article of a page, its heading and all its links included."""
    found = re.search(r"<article>.*?</article>", html, re.DOTALL)
    assert found is not None
    return unbroken(found[0])


def head(html: str) -> list[str]:
    return re.findall(r"<title>.*?</title>|<meta name=\"description\"[^>]*>", html)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_plain_engine_makes_the_same_pages_of_it_as_the_plugin(
    project: Project, directory_urls: bool
) -> None:
    project.write("content/pages/about.md", "# About us\n")
    ours = project.build(use_directory_urls=directory_urls)
    pages = small_pages(Addresses(directory_urls=directory_urls))
    docs = project.root / "plain" / "docs"
    write_pages(pages, ASSETS, project.root / "content", docs, directory_urls=directory_urls)
    project.write("plain/mkdocs.yml", PLAIN_MKDOCS_YML)

    plain = str(project.root / "plain/mkdocs.yml")
    build_site(load_config(plain, strict=True, use_directory_urls=directory_urls))

    names = [name for name in dates(ours) if name.endswith(".html") and not name.startswith(("404", "about"))]
    assert len(names) == len(pages)
    for name in names:
        there = (project.root / "plain/site" / name).read_text(encoding="utf-8")
        here = (ours / name).read_text(encoding="utf-8")
        assert (article(there), head(there)) == (article(here), head(here))
    assert (project.root / "plain/site/data/all.json").read_bytes() == b"{}"


def test_hand_written_pages_come_along(tmp_path: Path) -> None:
    (tmp_path / "content/pages/help").mkdir(parents=True)
    (tmp_path / "content/pages/help/faq.md").write_text("# Questions\n", encoding="utf-8")
    (tmp_path / "content/pages/index.md").write_text("# By hand\n", encoding="utf-8")

    write_pages(PAGES, ASSETS, tmp_path / "content", tmp_path / "out")

    assert (tmp_path / "out/help/faq.md").read_text(encoding="utf-8") == "# Questions\n"
    assert (tmp_path / "out/index.md").read_text(encoding="utf-8") == "# By hand\n"


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    write_pages(PAGES, ASSETS, tmp_path / "content", tmp_path / "out")
    before = dates(tmp_path / "out")

    assert write_pages(PAGES, ASSETS, tmp_path / "content", tmp_path / "out") == ()
    assert dates(tmp_path / "out") == before


def test_what_is_no_more_is_removed_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    write_pages(PAGES, ASSETS, tmp_path / "content", tmp_path / "out")
    (tmp_path / "out/note.md").write_text("mine", encoding="utf-8")

    changed = write_pages(PAGES[:1], (), tmp_path / "content", tmp_path / "out")

    assert changed == ("actors/ada/index.md", "actors/index.md", "data/all.json")
    assert sorted(dates(tmp_path / "out")) == [MARKER, "index.md", "note.md"]
    assert not (tmp_path / "out/actors").exists()


def test_a_folder_that_we_did_not_write_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/thesis.md").write_text("mine", encoding="utf-8")

    with pytest.raises(ForeignFolderError, match="name an empty folder"):
        write_pages(PAGES, ASSETS, tmp_path / "content", tmp_path / "out")

    assert sorted(dates(tmp_path / "out")) == ["thesis.md"]


def test_a_marker_that_somebody_changed_cannot_make_us_remove_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("mine", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MARKER).write_text(f"ours\n../thesis.md\n{tmp_path}/thesis.md\n", encoding="utf-8")

    write_pages(PAGES, ASSETS, tmp_path / "content", tmp_path / "out")

    assert (tmp_path / "thesis.md").is_file()


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    write_pages(
        (Page("", "Brief", "", "<article></article>"),), (), tmp_path / "content", tmp_path / "a" / "out"
    )

    assert (tmp_path / "a/out/index.md").read_text(encoding="utf-8").startswith('---\ntitle: "Brief"\n---\n')
