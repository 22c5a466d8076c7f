"""``onrecord diff``: what readers will see change, for a pull request."""

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.commands.progress import working
from onrecord.commands.telling import FOLDER, ContentOption, Quiet, counted, refuse

if TYPE_CHECKING:
    from onrecord.dossier.dossier import Dossier
    from onrecord.editing.diffing import Line


class Form(StrEnum):
    """For a terminal, for a comment on a pull request, or for programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    old: Annotated[str, typer.Argument(help="A revision of Git, such as 'main', or a content folder.")],
    new: Annotated[str, typer.Argument(help="The same; by default the content folder as it is.")] = "",
    content: ContentOption = FOLDER,
    form: Annotated[
        Form, typer.Option("--format", help="Text, Markdown for a comment, or JSON.")
    ] = Form.TEXT,
    *,
    quiet: Quiet = False,
) -> None:
    """Tell in plain words what readers will see change, by meaning: reordered keys are no change.

    Examples: 'onrecord diff main', 'onrecord diff v1 v2 --format markdown',
    'onrecord diff old/content content'.
    """
    from onrecord.editing.diffing import diff as compare

    with working("reading both", quiet=quiet):
        lines = compare(_dossier(old, content), _dossier(new or str(content), content))
    if form is Form.JSON:
        typer.echo(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2))
    elif lines:
        typer.echo(f"{counted(len(lines), 'change')} that readers will see")
        for line in lines:
            typer.echo(_told(line, form))
    elif not quiet:
        typer.echo("no change that readers will see")


def _told(line: "Line", form: Form) -> str:
    if form is Form.TEXT:
        return "\n".join((f"- {line.text}", *(f"    {each}" for each in _words(line))))
    return "\n".join((f"- {line.text}", *(f"  - {each}" for each in _words(line))))


def _words(line: "Line") -> tuple[str, ...]:
    return (f"was: {line.was}", f"now: {line.now}") if line.was or line.now else ()


def _dossier(name: str, content: Path) -> "Dossier":
    from onrecord.loading import load
    from onrecord.problems import has_errors
    from onrecord.source.revisions import NoRevisionError

    try:
        with _folder(name, content) as folder:
            loaded = load(folder)
    except NoRevisionError as unknown:
        refuse(f"'{name}' is no content folder and no revision of Git", str(unknown))
    if loaded.dossier is None:
        refuse(f"there is no dossier in '{name}'", "run 'onrecord check' on it")
    if has_errors(loaded.problems):
        told = f"'{name}' has errors, and what cannot be read looks as if it were gone"
        typer.echo(f"onrecord: {told}: run 'onrecord check' on it first", err=True)
    return loaded.dossier


def _folder(name: str, content: Path) -> AbstractContextManager[Path]:
    from onrecord.source.revisions import at_revision

    return nullcontext(Path(name)) if Path(name).is_dir() else at_revision(content, name)
