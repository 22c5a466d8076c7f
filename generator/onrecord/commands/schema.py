"""``onrecord schema``: what editors need to complete and check while one types."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.commands.telling import (
    FOLDER,
    Content,
    Form,
    FormOption,
    Quiet,
    answer,
    counted,
    reading,
    write,
)

if TYPE_CHECKING:
    from onrecord.loading import Loaded


def schema(content: Content = FOLDER, *, form: FormOption = Form.TEXT, quiet: Quiet = False) -> None:
    """Write the JSON Schemas into '.onrecord/schema/', with the ids that there are, and wire VS Code to them.

    Any editor with the yaml-language-server then completes ids and flags what is wrong while one types.
    'onrecord serve' renews the schemas at every change.

    Example: 'onrecord schema'.
    """
    from onrecord.editing.workbench import SETTINGS, settings

    project = content.resolve().parent
    loaded = reading(content)
    files = dict(schemas_of(loaded))
    wired = settings(_text(project / SETTINGS), content.resolve().name)
    if wired:
        files[SETTINGS] = wired
    write(project, files)
    told = f"{counted(len(files) - bool(wired) - 1, 'schema')} in '.onrecord/schema/'"
    answer(told, sorted(files), form, quiet=quiet)
    if not wired:
        typer.echo(
            f"'{SETTINGS}' has comments in it, so it stays as it is: add 'yaml.schemas' by hand", err=True
        )


def schemas_of(loaded: "Loaded") -> dict[str, bytes]:
    """Return the schemas of a loaded content folder, by their path in the project."""
    from onrecord.editing.field_guide import field_guide
    from onrecord.editing.schemas import known
    from onrecord.editing.workbench import schema_folder
    from onrecord.manuals import manual

    return dict(schema_folder(field_guide(manual("records.md")), known(loaded.dossier or ())))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
