"""What is published beside the pages: cards for other sites, and what machine readers ask for first."""

from pathlib import Path

import html5lib
import pytest

from onrecord.hosts.templates import packaged_templates
from onrecord.pages.addresses import Addresses
from onrecord.pages.beside.signposts import robots
from onrecord.pipeline import Built, build
from tests.content import dossier

SITE = "https://site.example/some/repository/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    ann = "name: Ann <Lee> & Co\nkind: person\n"
    quoted = (
        "speaker: ann\nsaid: 2025-11-14\nquote: {text: 'Ez <b>így</b> van.', lang: hu}\nabout: [ann]\n"
        "sources: [{source: paper}]\n"
    )
    content = dossier(
        tmp_path_factory.mktemp("content"), {"actors/ann.yml": ann, "statements/quoted.yml": quoted}
    )
    return build(content, (packaged_templates(),), site_url=SITE)


def asset(built: Built, path: str) -> str:
    return next(each.content.decode() for each in built.assets if each.path == path)


def test_robots_are_let_in_and_told_where_the_sitemap_is() -> None:
    told = robots(Addresses(site_url=SITE)).content.decode()

    assert told == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"


def test_a_site_without_an_address_names_no_sitemap() -> None:
    assert robots(Addresses()).content == b"User-agent: *\nAllow: /\n"


def test_language_models_are_told_what_there_is_in_markdown(built: Built) -> None:
    told = asset(built, "llms.txt")

    assert told.startswith("# T\n\n> B\n\nB\n\n")
    assert f"- [Claims]({SITE}claims/index.md): " in told
    assert f"]({SITE}data/dossier.json)" in told


@pytest.mark.parametrize(
    "path",
    [
        "embed/statements/quoted/index.html",
        "embed/claims/held/index.html",
        "embed/timeline/index.html",
        "embed/timeline/ann/index.html",
    ],
)
def test_a_card_is_a_document_of_its_own_that_needs_no_script(built: Built, path: str) -> None:
    document = html5lib.parse(asset(built, path), namespaceHTMLElements=False)

    assert document.findall(".//script") == []
    assert document.find("head/base").get("target") == "_top"
    assert [link.get("href") for link in document.findall("head/link[@rel='stylesheet']")] == [
        "../" * path.count("/") + "assets/embed/card.css"
    ]
    assert document.find("head/link[@rel='canonical']").get("href").startswith(SITE)
    (footer,) = document.findall(".//footer")
    assert [link.text for link in footer.findall("a")][-1] == "T"


def test_the_card_of_a_statement_has_the_words_in_their_language(built: Built) -> None:
    document = html5lib.parse(asset(built, "embed/statements/quoted/index.html"), namespaceHTMLElements=False)

    (words,) = document.findall(".//blockquote")
    assert (words.get("lang"), "".join(words.itertext()).strip()) == ("hu", "“Ez <b>így</b> van.”")


def test_the_code_to_copy_is_what_a_browser_would_copy_and_stands_on_its_own(built: Built) -> None:
    (page,) = (page for page in built.pages if page.path == "embed/")
    document = html5lib.parse(page.html, namespaceHTMLElements=False)
    codes = {each.get("id"): each.text for each in document.findall(".//textarea")}

    frame = html5lib.parseFragment(codes["frame-statements"], namespaceHTMLElements=False).find("iframe")
    assert frame.get("src") == f"{SITE}embed/statements/quoted/"
    assert frame.get("title") == "Ann <Lee> & Co, 14 Nov 2025: “Ez <b>így</b> van.”"
    copied = html5lib.parseFragment(codes["markup-statements"], namespaceHTMLElements=False)
    assert copied.find(".//blockquote").get("cite") == f"{SITE}statements/quoted/"
    assert copied.find(".//a").get("href") == f"{SITE}statements/quoted/"
    assert "Ann <Lee> & Co" in "".join(copied.itertext())
    assert copied.findall(".//b") == []


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("statements/quoted/", "statements/quoted/"),
        ("claims/held/", "claims/held/"),
        ("actors/ann/", "timeline/ann/"),
    ],
)
def test_the_page_of_a_record_has_the_code_of_its_card(built: Built, path: str, card: str) -> None:
    (page,) = (page for page in built.pages if page.path == path)
    document = html5lib.parse(page.html, namespaceHTMLElements=False)
    (code,) = (each.text for each in document.findall(".//textarea") if each.get("id") == "embed")

    frame = html5lib.parseFragment(code, namespaceHTMLElements=False).find("iframe")
    assert frame.get("src") == f"{SITE}embed/{card}"
    document = html5lib.parse(asset(built, f"embed/{card}index.html"), namespaceHTMLElements=False)
    assert frame.get("title") == document.find("head/title").text


def test_a_record_without_a_card_or_an_address_has_no_code(built: Built, tmp_path: Path) -> None:
    with_code = {page.path.split("/")[0] for page in built.pages if '<textarea id="embed"' in page.html}
    assert with_code == {"actors", "claims", "statements"}

    (tmp_path / "content").mkdir()
    about = "title: T\nlanguage: en\nbottom_line: B\nas_of: 2026-01-01\n"
    (tmp_path / "content/dossier.yml").write_text(about, encoding="utf-8")
    (tmp_path / "content/actors").mkdir()
    (tmp_path / "content/actors/ann.yml").write_text("name: Ann\nkind: person\n", encoding="utf-8")
    pages = build(tmp_path / "content", (packaged_templates(),)).pages
    assert [page.path for page in pages if '<textarea id="embed"' in page.html] == []


def test_an_empty_dossier_has_nothing_but_its_timeline_to_embed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    about = "title: T\nlanguage: en\nbottom_line: B\nas_of: 2026-01-01\n"
    (tmp_path / "content/dossier.yml").write_text(about, encoding="utf-8")

    assets = build(tmp_path / "content", (packaged_templates(),)).assets

    cards = [each.path for each in assets if each.path.startswith("embed/") and each.path.endswith(".html")]
    assert cards == ["embed/timeline/index.html"]


def test_the_card_of_a_statement_says_whether_what_was_said_is_so(tmp_path: Path) -> None:
    said = (
        "speaker: {who}\nsaid: 2025-11-14\nparaphrase: It is {who}.\n"
        "stances: [{{claim: held, stance: {stance}}}]\nsources: [{{source: paper}}]\n"
    )
    content = dossier(
        tmp_path,
        {
            "actors/ann.yml": "name: Ann\nkind: person\n",
            "actors/ben.yml": "name: Ben\nkind: person\n",
            "statements/yes.yml": said.format(who="ann", stance="asserts"),
            "statements/no.yml": said.format(who="ben", stance="denies"),
        },
    )
    built = build(content, (packaged_templates(),), site_url=SITE)
    document = html5lib.parse(asset(built, "embed/statements/yes/index.html"), namespaceHTMLElements=False)
    told = [" ".join("".join(each.itertext()).split()) for each in document.findall(".//p")]

    assert any(each.startswith("Did they say it? One original report Only ") for each in told)
    assert any("Is it so? Contested Asserted by Ann; denied by Ben." in each for each in told)


def test_the_card_of_an_empty_timeline_says_so(tmp_path: Path) -> None:
    content = dossier(tmp_path, {"actors/zoe.yml": "name: Zoe\nkind: person\n"})
    built = build(content, (packaged_templates(),), site_url=SITE)

    assert "Nothing on record." in asset(built, "embed/timeline/zoe/index.html")
