"""The same records for other programs: a Hugo site, Markdown for MkDocs alone, and next to no program."""

from pathlib import Path
from shutil import copy, copytree

_HUGO = Path(__file__).parent / "hugo"
_FRAME = 18_000
"""Bytes of a frame around each page of the Hugo site: about what Material's has."""

_CONFIG = """\
site_name: A made-up dossier
site_url: https://example.org/made-up/
theme: {name: material, font: false, features: [navigation.tabs]}
plugins: []
validation: {links: {not_found: ignore, unrecognized_links: ignore}}
nav: [{Brief: index.md}]
"""


def write_hugo(content: Path, out: Path) -> None:
    """Write a Hugo site of the records of ``content``, one file a record: pages, links, backlinks, lists.

    It writes as many files a record as we do: the page, a card, JSON, Markdown and three citations.
    """
    copytree(_HUGO / "layouts", out / "layouts")
    copy(_HUGO / "hugo.toml", out)
    (out / "layouts" / "partials" / "frame.html").write_text(
        "<div>" + "<i class='frame'></i>" * (_FRAME // 21) + "</div>", encoding="utf-8"
    )
    (out / "content").mkdir()
    copy(_HUGO / "_content.gotmpl", out / "content")
    for folder in (each for each in content.iterdir() if each.is_dir() and any(each.glob("*.yml"))):
        copytree(folder, out / "data" / folder.name)
        section = out / "content" / folder.name
        section.mkdir()
        (section / "_index.md").write_text(f"---\ntitle: {folder.name}\n---\n", encoding="utf-8")


def write_markdown(site: Path, out: Path) -> None:
    """Write for MkDocs alone the Markdown twins of a ``site`` of ours: the same pages, no records."""
    for twin in site.rglob("index.md"):
        target = out / "docs" / twin.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(twin, target)
    (out / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")


FLOOR = """\
import sys
from pathlib import Path
import yaml
content, site = map(Path, sys.argv[1:])
records = {}
for file in content.rglob("*.yml"):
    records[file.stem] = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)
names = {key: f'<a href="../{key}/">{key}</a>' for key in records}
frame = "<i class='frame'></i>" * 857
for key, record in records.items():
    words = [names.get(word.strip("[],'{}"), word) for word in str(record).split()]
    folder = site / key
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(frame + " ".join(words))
    (folder / "index.md").write_text(str(record))
    (folder / "index.json").write_text(str(record))
"""
"""A program that reads the records and writes three files for each, and does nothing else."""
