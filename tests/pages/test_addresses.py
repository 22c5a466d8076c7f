import pytest

from onrecord.pages.addresses import Addresses, output_name, record_path, source_name

FOLDERS, FILES = Addresses(), Addresses(directory_urls=False)


@pytest.mark.parametrize(
    ("start", "to", "folders", "files"),
    [
        ("", "", "./", "index.html"),
        ("", "actors/", "actors/", "actors/index.html"),
        ("", "actors/a/", "actors/a/", "actors/a.html"),
        ("actors/", "", "../", "../index.html"),
        ("actors/a/", "", "../../", "../index.html"),
        ("actors/a/", "claims/b/", "../../claims/b/", "../claims/b.html"),
        ("actors/page/2/", "actors/", "../../../actors/", "../../actors/index.html"),
        ("actors/a/", "data/dossier.json", "../../data/dossier.json", "../data/dossier.json"),
    ],
)
def test_a_link_leads_from_one_page_to_another_in_both_styles(
    start: str, to: str, folders: str, files: str
) -> None:
    assert (FOLDERS.link(start, to), FILES.link(start, to)) == (folders, files)


def test_an_anchor_is_kept() -> None:
    assert FOLDERS.link("actors/a/", "method/", "origins") == "../../method/#origins"


@pytest.mark.parametrize("path", ["", "actors/", "actors/a/", "actors/page/2/", "editions/2025-10-24/"])
def test_a_page_is_written_where_an_engine_puts_its_source(path: str) -> None:
    source = source_name(path)

    assert output_name(path, directory_urls=False) == source.removesuffix(".md") + ".html"
    assert output_name(path, directory_urls=True) == f"{path}index.html"


def test_pages_of_a_list_never_stand_where_a_record_stands() -> None:
    names = {
        output_name(path, directory_urls=style) for style in (True, False) for path in ("actors/page/2/",)
    }

    assert output_name(record_path("actors", "page"), directory_urls=True) not in names
    assert output_name(record_path("actors", "page"), directory_urls=False) not in names
