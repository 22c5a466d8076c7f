"""A word in whatever only editors need is nowhere in the published tree, however a file is packed."""

import gzip
import json
import re
import sqlite3
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from PIL import Image

from onrecord.exports.plain import PRIVATE
from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from tests.built import MKDOCS_YML, content_of, tree

SECRET, PUBLIC = "zyqwshutxx", "zyqwopenxx"
NOTE = f"# {SECRET}\n"
SILENCED = f"silenced:\n  - rule: stale-evidence\n    reason: {SECRET}\n"
GONE = f"""\
title: The first rumour
summary: {SECRET}
note: {SECRET}
aliases: []
removed:
  on: 2025-04-03
  reason: It was {PUBLIC}.
"""
SAID = f"""\
speaker: ilse-marten
said: 2025-03-01
paraphrase: {SECRET}
quote: {{text: {SECRET}, lang: en}}
occasion: {SECRET}
sources:
  - source: rumour-blog-2025-03-02
    as_printed: {SECRET}
removed:
  on: 2025-04-03
  reason: She never said it.
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return records with one word in all that is for editors, and another in something for readers."""
    content = tmp_path_factory.mktemp("leaks") / "content"
    copytree(content_of("every-field"), content)
    for file in content.rglob("*.yml"):
        file.write_text(NOTE + file.read_text(encoding="utf-8"), encoding="utf-8")
    for stored in (content / "texts").iterdir():
        stored.write_text(f"{stored.read_text(encoding='utf-8')}\n{SECRET}\n", encoding="utf-8")
        stored.rename(stored.with_stem(f"{stored.stem}-{SECRET}"))
    sources = content / "sources/2025-03.yml"
    named = re.sub(r"(text_file: \S+)\.txt", rf"\1-{SECRET}.txt", sources.read_text(encoding="utf-8"))
    sources.write_text(named, encoding="utf-8")
    added = {
        "topics/quay.yml": f"title: The quay\nsummary: The {PUBLIC} quay.\n{SILENCED}",
        "topics/rumour.yml": GONE.replace("aliases: []\n", ""),
        "statements/gone.yml": SAID,
        "pages/about.md": f"# About\n\nWe are {PUBLIC}.\n",
        "pages/plans.yml": f"plans: {SECRET}\n",
        "pages/notes.txt": f"{SECRET}\n",
        "pages/.drafts.md": f"# {SECRET}\n",
        "notes.md": f"# {SECRET}\n",
        "texts/other.md": f"# {SECRET}\n",
    }
    for name, text in added.items():
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return content


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(content: Path, request: pytest.FixtureRequest) -> Path:
    project = content.parent
    settings = MKDOCS_YML.replace("plugins: [search, onrecord]", "plugins: [onrecord]")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    out = project / f"site-{request.param}"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(out), use_directory_urls=request.param)
    build(config)
    return out


def unpacked(held: bytes) -> Iterator[bytes]:
    """Yield a file as it is, and what is packed in it: gzip, the words of a picture, the cells of a table."""
    yield held
    if held.startswith(b"\x1f\x8b"):
        yield gzip.decompress(held)
    if held.startswith(b"\x89PNG"):
        with Image.open(BytesIO(held)) as picture:
            yield repr(picture.info).encode()
    if held.startswith(b"SQLite format 3"):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(held)
        yield "\n".join(connection.iterdump()).encode()


def holding(site: Path, word: str) -> list[str]:
    """Return the files that hold a word, in their names too, in whatever letters computers write it."""
    spelt = [word.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    return sorted(
        name
        for name, held in tree(site).items()
        if word in name or any(each in part.lower() for part in unpacked(held) for each in spelt)
    )


def test_what_is_for_editors_only_is_nowhere(site: Path) -> None:
    assert holding(site, SECRET) == []


def test_what_is_for_readers_is_found_wherever_it_should_be(site: Path) -> None:
    found = holding(site, PUBLIC)

    assert {"data/dossier.json", "data/dossier.sqlite", "data/topics.csv", "data/dossier.jsonld"} <= {*found}
    assert any(name.endswith(".pf_fragment") for name in found)
    assert any(name.endswith(".pf_index") for name in found)
    assert any(name.startswith("about") for name in found)
    assert any(name.startswith("topics/rumour") for name in found)


def test_every_private_field_holds_the_word(content: Path) -> None:
    fields = {each.key for kind in (About, *FOLDERS.values()) for each in shape(kind)}
    records = "".join(file.read_text(encoding="utf-8") for file in content.rglob("*.yml"))

    assert fields >= PRIVATE
    assert {key for key in PRIVATE if not re.search(rf"\b{key}:", records)} == set()


def test_no_field_of_a_private_key_is_published(site: Path) -> None:
    document = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))

    assert [key for key in PRIVATE if f'"{key}"' in json.dumps(document)] == []
