"""A made-up dossier as a project on disk: one file a record, or lists by the month."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import yaml

from bench.background import PICTURE, Entry
from bench.dossier import MadeUp

Layout = Literal["files", "lists"]
_PER_LIST = 200
_CONFIG = """\
site_name: A made-up dossier
site_url: https://example.org/made-up/
docs_dir: content
plugins:
  - onrecord:
      posters: false # the other programs draw no pictures
theme:
  name: material
  font: false
  features:
    - navigation.tabs
    - navigation.top
    - toc.follow
markdown_extensions:
  - tables
  - toc:
      permalink: "#"
      title: On this page
"""
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8ffff3f"
    "0005fe02fea7352a9c0000000049454e44ae426082"
)


def write_project(dossier: MadeUp, project: Path, layout: Layout) -> None:
    """Write ``mkdocs.yml`` and ``content/`` into a new folder."""
    content = project / "content"
    content.mkdir(parents=True)
    (project / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (content / "dossier.yml").write_text(as_yaml(dossier.about), encoding="utf-8")
    for folder, entries in dossier.records.items():
        (content / folder).mkdir()
        write = _one_each if layout == "files" else _listed
        write(content / folder, entries)
    _stored_texts(content, dossier)


class _Plain(yaml.CSafeDumper):
    """Writes everything out: records know no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # PyYAML's own signature
        return True


def as_yaml(value: object) -> str:
    """Return YAML as an editor would lay it out, keys in their order."""
    dumped: str = yaml.dump(value, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100)
    return dumped


def _one_each(folder: Path, entries: Iterable[Entry]) -> None:
    for entry in entries:
        body = {key: value for key, value in entry.items() if key != "id"}
        (folder / f"{entry['id']}.yml").write_text(as_yaml(body), encoding="utf-8")


def _listed(folder: Path, entries: tuple[Entry, ...]) -> None:
    for start in range(0, len(entries), _PER_LIST):
        some = [dict(entry) for entry in entries[start : start + _PER_LIST]]
        (folder / f"{folder.name}-list-{start // _PER_LIST:04}.yml").write_text(
            as_yaml(some), encoding="utf-8"
        )


def _stored_texts(content: Path, dossier: MadeUp) -> None:
    quoted = _quotations(dossier.records["statements"])
    for source in dossier.records["sources"]:
        if "text_file" in source:
            file = content / source["text_file"]
            file.parent.mkdir(exist_ok=True)
            file.write_text("\n\n".join(quoted.get(source["id"], ("Nothing.",))), encoding="utf-8")
    picture = content / PICTURE
    picture.parent.mkdir()
    picture.write_bytes(_PIXEL)


def _quotations(statements: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Return what each source may be held to: a quotation is looked for in all sources of its statement."""
    found: dict[str, tuple[str, ...]] = {}
    for statement in (each for each in statements if "quote" in each):
        for citation in statement["sources"]:
            found[citation["source"]] = (*found.get(citation["source"], ()), statement["quote"]["text"])
    return found
