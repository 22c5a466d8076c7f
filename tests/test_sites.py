"""Small sites, each about one thing: their pages are as they were blessed."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from fnmatch import fnmatchcase
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from onrecord.loading import load
from onrecord.pages.addresses import output_name
from onrecord.records.about import About
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from tests.built import GOLDEN, NAMES, content_of, pages_of

RECORDS = tuple(f"{folder}/?*/index.html" for folder in FOLDERS)

WATCHED: Mapping[str, tuple[str, ...]] = {
    "editions": ("index.html", "changes/*", "editions/*"),
    "empty": ("index.html", "changes/*", "timeline/*"),
    "every-field": RECORDS,
    "moved-event": ("events/*", "timeline/*"),
    "one-actor": ("index.html", "actors/*"),
    "statuses": ("claims/*", "statements/*"),
    "two-languages": ("index.html", "sources/*", "statements/*"),
}
"""Which pages of a site are kept: those that show the one thing it is about."""


def test_every_site_says_what_is_watched_of_it() -> None:
    assert set(WATCHED) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_site_is_as_blessed(name: str, *, bless: bool) -> None:
    expected = GOLDEN / name / "expected"
    articles = {
        output_name(page.path, directory_urls=True): f"{page.html.strip()}\n" for page in pages_of(name)
    }
    shown = {file: html for file, html in articles.items() if _is_watched(file, WATCHED[name])}

    if bless:
        _replace(expected, shown)
    assert shown
    assert "\n".join(_differences(_texts(expected), shown)) == ""


def test_the_site_of_every_field_has_every_field_of_every_kind() -> None:
    values: dict[str, list[Any]] = {}
    for document in load(content_of("every-field")).documents:
        values.setdefault(document.path.partition("/")[0], []).extend(_listed(document.value))

    assert [*_missing(About, values["dossier.yml"], "dossier.yml")] == []
    common = {"formerly", "id", "location", "note", "removed", "silenced"}
    absent = [each for folder, kind in FOLDERS.items() for each in _missing(kind, values[folder], folder)]
    assert [each for each in absent if each.partition(": ")[2] not in common] == []
    held = {key for records in values.values() for record in records for key in record}
    assert common - {"location"} <= held


def _missing(kind: type, values: list[Any], path: str) -> list[str]:
    """Name the fields of ``kind`` that none of ``values`` has, and those of the mappings in it."""
    found: list[str] = []
    for field in shape(kind):
        held = [inner for value in values if field.key in value for inner in _listed(value[field.key])]
        if not held:
            found.append(f"{path}: {field.key}")
        elif field.nested:
            found += _missing(field.hint, held, f"{path}: {field.key}")
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _differences(expected: Mapping[str, str], shown: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*expected, *shown}):
        before, after = expected.get(name, ""), shown.get(name, "")
        yield from unified_diff(before.splitlines(), after.splitlines(), name, name, n=0, lineterm="")


def _is_watched(file: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(file, pattern) for pattern in patterns)


def _texts(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _replace(folder: Path, texts: Mapping[str, str]) -> None:
    if folder.exists():
        rmtree(folder)
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
