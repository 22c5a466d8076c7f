"""What an editor's program finds in a project: the schemas, and the settings that lead to them."""

import json
from collections.abc import Mapping
from typing import Any

from onrecord.editing.field_guide import Guide
from onrecord.editing.schemas import FOLDER, Known, file_name, schema_files
from onrecord.records.kinds import FOLDERS
from onrecord.source.files import ABOUT

SETTINGS = ".vscode/settings.json"
EXTENSION = "redhat.vscode-yaml"
"""The extension of VS Code that reads the schemas."""

_IGNORE = b"# made by onrecord, and made anew on every 'onrecord serve'\n*\n"


def schema_folder(guide: Guide, ids: Known) -> Mapping[str, bytes]:
    """Return the files of the folder of schemas, by their path in the project."""
    files = {f"{FOLDER}/{name}": data for name, data in schema_files(guide, ids).items()}
    return {".onrecord/.gitignore": _IGNORE, **files}


def settings(before: str, content: str) -> bytes | None:
    """Return VS Code's settings with the schemas wired to the folders of ``content``.

    What else is set stays; ``None`` if ``before`` is no plain JSON, which may hold comments worth keeping.
    """
    try:
        held: Any = json.loads(before) if before.strip() else {}
    except ValueError:
        return None
    if not isinstance(held, dict) or not isinstance(held.get("yaml.schemas", {}), dict):
        return None
    others = {schema: files for schema, files in held.get("yaml.schemas", {}).items() if FOLDER not in schema}
    made = {**held, "yaml.schemas": {**others, **_wired(content)}}
    made.setdefault("yaml.schemaStore.enable", False)
    made.setdefault("editor.quickSuggestions", {"other": True, "comments": False, "strings": True})
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def extensions() -> bytes:
    """Return VS Code's list of the extensions that a project recommends."""
    return (json.dumps({"recommendations": [EXTENSION]}, indent=2) + "\n").encode()


def modeline(folder: str, file: str, content: str) -> str:
    """Return the comment that leads from a file, by its path in ``content``, to its schema."""
    up = "../" * (file.count("/") + len([step for step in content.split("/") if step]))
    return f"# yaml-language-server: $schema={up}{FOLDER}/{file_name(folder)}"


def _wired(content: str) -> Mapping[str, list[str]]:
    folders = {
        f"./{FOLDER}/{file_name(folder)}": [f"{content}/{folder}/**/*.yml", f"{content}/{folder}/**/*.yaml"]
        for folder in FOLDERS
    }
    return {**folders, f"./{FOLDER}/{file_name(ABOUT)}": [f"{content}/{ABOUT}"]}
