"""``onrecord init``: a project that builds at once."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.commands.schema import schemas_of
from onrecord.commands.telling import Quiet, counted, refuse, write


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or an empty one.")],
    *,
    quiet: Quiet = False,
) -> None:
    """Make a new dossier with a small invented example in it, and all that is needed to publish it.

    Example: 'onrecord init harbour', then 'cd harbour' and 'onrecord serve'.
    """
    from onrecord.editing.starting import starter
    from onrecord.loading import load

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(f"'{folder}' is not empty", "name a new folder")
    files = starter()
    write(folder, files)
    write(folder, schemas_of(load(folder / "content")))
    if quiet:
        return
    typer.echo(f"{counted(len(files), 'file')} in '{folder}'")
    typer.echo(f"next: cd {folder}; onrecord serve; then replace the invented records in content/")
