"""The picture of every page: it is there, it is named in the head, it is made where a site is."""

import re
from pathlib import Path

import pytest
from PIL import Image

from onrecord.hosts import mkdocs_posters
from tests.built import BASE, DEFAULT, HOST, Sites
from tests.hosts.project import MKDOCS_YML, Project
from tests.hosts.test_mkdocs_sharing import ADDRESS, head, told

IMAGE = re.compile(r'<meta property="og:image" content="([^"]+)">')
WRITTEN = "---\ndescription: Tom & Jerry\n---\n# About *us* & them\n\nWe *are*.\n"


def drawn(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in (site / "posters").rglob("*.png"))


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_page_has_a_picture_of_its_own_also_one_that_people_wrote(
    project: Project, directory_urls: bool
) -> None:
    project.write("content/pages/about.md", WRITTEN)

    site = project.build(use_directory_urls=directory_urls)

    assert drawn(site) == [f"posters/{name}.png" for name in ("about", "actors", "actors/ada", "index")]
    ada = told(site, "actors/ada/index.html" if directory_urls else "actors/ada.html")
    assert ada["og:image"] == f"{ADDRESS}posters/actors/ada.png"
    assert ada["og:image:alt"] == "Ada <3"
    about = told(site, "about/index.html")
    assert (about["og:image"], about["og:image:alt"]) == (f"{ADDRESS}posters/about.png", "About us & them")


def test_a_large_picture_is_asked_for_and_has_the_size_that_is_told(project: Project) -> None:
    site = project.build()

    shared = told(site, "index.html")
    cards = [each.get("content") for each in head(site, "index.html").findall("meta[@name='twitter:card']")]
    assert cards == ["summary_large_image"]
    with Image.open(site / "posters/index.png") as picture:
        assert picture.size == (int(shared["og:image:width"]), int(shared["og:image:height"]))


@pytest.mark.parametrize(
    "settings",
    [
        MKDOCS_YML.replace("onrecord]", "{onrecord: {posters: false}}]"),
        MKDOCS_YML.replace("site_url: https://example.org/some/repository/\n", ""),
    ],
    ids=["switched off", "no address"],
)
def test_without_posters_no_head_names_one(project: Project, settings: str) -> None:
    project.write("mkdocs.yml", settings)

    site = project.build()

    assert drawn(site) == []
    assert not [name for name in told(site, "index.html") if name.startswith("og:image")]
    assert 'content="summary"' in (site / "index.html").read_text(encoding="utf-8")


def test_a_machine_without_the_packages_builds_without_posters(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_posters, "can_draw", lambda: False)

    assert drawn(project.build()) == []


def test_every_page_of_the_default_dossier_names_a_picture_that_is_there(sites: Sites) -> None:
    site = sites.built(DEFAULT)
    named = []
    for page in sorted(site.rglob("index.html")):
        if (page.parent / "index.md").is_file():
            (address,) = IMAGE.findall(page.read_text(encoding="utf-8"))
            named.append(address.removeprefix(HOST + BASE))

    assert sorted(named) == drawn(site)
    assert len(set(named)) == len(named) > 500
