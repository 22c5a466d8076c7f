"""Whatever is in a content folder: no exception, every problem inside its file, a clean check a clean build.

In ``make test`` few folders are tried, always the same ones; ``make fuzz`` tries many, others each time.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urldefrag, urljoin

from hypothesis import assume, given
from hypothesis import strategies as st
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from onrecord.loading import Loaded, load
from onrecord.pages.addresses import output_name
from onrecord.pipeline import Built, build
from onrecord.problems import has_errors
from onrecord.report.place import place
from onrecord.report.text import text
from tests.built import TEMPLATES
from tests.fuzz.contents import Files, broken, dossiers, mended, write
from tests.fuzz.tries import tried
from tests.html_page import HtmlPage

HOME = "https://site.example/"
MKDOCS_YML = (
    "site_name: T\ndocs_dir: content\nplugins: [search, onrecord]\ntheme: {name: material, font: false}\n"
)


def check_places(loaded: Loaded, content: Path) -> None:
    by_path = {each.path: each for each in loaded.documents}
    told = place(loaded.problems, loaded.documents, "")
    assert text(told).encode()
    for each in told:
        assert each.message
        assert each.code
        for file, span in ((each.file, each.span), *((note.file, note.span) for note in each.related)):
            lines = by_path[file].text.split("\n") if file in by_path else [""]
            assert 1 <= span.line <= len(lines), each
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1, each
            assert span.end > span.column, each
            assert (content / file).exists() or each.code in {"no-dossier", "missing-content"}, each


def dead_links(built: Built, *, directory_urls: bool) -> list[str]:
    pages = {
        output_name(page.path, directory_urls=directory_urls): HtmlPage(page.html) for page in built.pages
    }
    assets = {asset.path for asset in built.assets}
    return [
        f"{name}: {link}"
        for name, page in pages.items()
        for link in page.links
        if _is_dead(name, link, pages, assets)
    ]


def _is_dead(name: str, link: str, pages: dict[str, HtmlPage], assets: set[str]) -> bool:
    address, anchor = urldefrag(urljoin(HOME + name, link))
    if not address.startswith(HOME):
        return link.startswith((".", "/"))
    path = unquote(address.removeprefix(HOME))
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if file in assets:
        return bool(anchor)
    return file not in pages or bool(anchor and anchor not in pages[file].ids)


@tried(25)
@given(broken())
def test_a_broken_folder_gives_problems_inside_its_files(files: Files) -> None:
    with TemporaryDirectory() as folder:
        content = write(Path(folder, "content"), files)
        loaded = load(content)
        check_places(loaded, content)
        assert build(content, TEMPLATES).pages == () or not has_errors(loaded.problems)


@tried(12)
@given(dossiers(), st.booleans())
def test_a_clean_check_means_a_clean_build_without_a_dead_link(files: Files, directory_urls: bool) -> None:
    with TemporaryDirectory() as folder:
        content = write(Path(folder, "content"), files)
        check_places(load(content), content)
        assume(mended(content))
        built = build(content, TEMPLATES, directory_urls=directory_urls)
        assert not has_errors(built.problems)
        assert built.pages
        assert dead_links(built, directory_urls=directory_urls) == []


@tried(2)
@given(dossiers())
def test_a_clean_check_means_that_mkdocs_builds_strictly(files: Files) -> None:
    with TemporaryDirectory() as folder:
        assume(mended(write(Path(folder, "content"), files)))
        Path(folder, "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
        build_site(load_config(str(Path(folder, "mkdocs.yml")), strict=True))
        assert Path(folder, "site", "index.html").is_file()
