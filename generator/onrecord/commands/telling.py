"""What all commands say alike: problems, refusals, and the end of the road."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from onrecord.commands.progress import working

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.dossier.dossier import Dossier
    from onrecord.loading import Loaded
    from onrecord.problems import Problem
    from onrecord.source.document import Document


def whole(content: Path) -> Path:
    """Return a content folder whose last change has come to its end, even if its command was killed."""
    from onrecord.editing.change import unfinished
    from onrecord.editing.writing import finish

    if content.is_dir() and unfinished(content):
        kept = finish(content)
        typer.echo("onrecord: a change that was interrupted is ended now", err=True)
        for name in kept or ():
            typer.echo(f"  '{name}' was changed since, and stays as it is", err=True)
    return content


Content = Annotated[Path, typer.Argument(help="The folder of records.", callback=whole)]
ContentOption = Annotated[Path, typer.Option("--content", help="The folder of records.", callback=whole)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would change, and change nothing.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing if all is well.")]
FOLDER = Path("content")


class Form(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="For people or for programs.")]


class Format(StrEnum):
    """How problems are told: to people, to programs, beside a pull request's lines, to code scanners."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def told(
    problems: "Iterable[Problem]",
    documents: "Iterable[Document]",
    content: Path,
    form: Format = Format.TEXT,
    records: int | None = None,
) -> str:
    """Return problems in one of the forms; ``records`` is how many there are, for people."""
    from onrecord.report.github import as_annotations
    from onrecord.report.json import as_json
    from onrecord.report.place import place
    from onrecord.report.sarif import as_sarif
    from onrecord.report.text import text

    diagnostics = place(problems, documents, content.as_posix())
    if form is Format.TEXT:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return text(diagnostics, records=records, colour=colour)
    return {Format.JSON: as_json, Format.GITHUB: as_annotations, Format.SARIF: as_sarif}[form](diagnostics)


def answer(text: str, data: object, form: Form, *, quiet: bool = False) -> None:
    """Say what was done, to people in words unless they want it ``quiet``, to programs as JSON."""
    if form is Form.JSON:
        import json

        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif text and not quiet:
        typer.echo(text)


def reading(content: Path, what: str = "reading the records", *, quiet: bool = False) -> "Loaded":
    """Return what a content folder holds; whoever waits long at a terminal is told for what."""
    from onrecord.garbage import to_the_end
    from onrecord.kept import remembering
    from onrecord.loading import load

    with working(what, quiet=quiet), remembering(content) as memory:
        return to_the_end(load(content, memory))


def linked(content: Path, way_out: str = "run 'onrecord check'") -> "tuple[Dossier, Loaded]":
    """Return a dossier, errors or not; end with 2 if there is none, and tell the way out."""
    loaded = reading(content)
    if loaded.dossier is None:
        refuse(f"there is no dossier in '{content}'", way_out)
    return loaded.dossier, loaded


def sound(content: Path) -> "tuple[Dossier, Loaded]":
    """Return a dossier without errors, or tell them and end with 1."""
    from onrecord.problems import Severity, has_errors

    loaded = reading(content)
    if loaded.dossier is None or has_errors(loaded.problems):
        errors = tuple(each for each in loaded.problems if each.severity is Severity.ERROR)
        typer.echo(told(errors, loaded.documents, content), err=True)
        typer.echo("onrecord: mend these first; nothing was changed", err=True)
        raise typer.Exit(1)
    return loaded.dossier, loaded


def held(content: Path, documents: "Iterable[Document]") -> "Mapping[str, bytes]":
    """Return the bytes of files by path; end with 1 if one has changed since it was read."""
    from onrecord.source.raw import ChangedError, raw

    try:
        return raw(content, documents)
    except ChangedError as changed:
        _changed(content, changed)


def write(
    folder: Path,
    files: "Mapping[str, bytes]",
    gone: "Iterable[str]" = (),
    before: "Mapping[str, bytes] | None" = None,
) -> None:
    """Write files, all or none; end with 1 if the disk does not let us, or one is not as ``before``."""
    from onrecord.editing.writing import write_all
    from onrecord.source.files import PLAN
    from onrecord.source.raw import ChangedError

    try:
        write_all(folder, files, gone, before)
    except ChangedError as changed:
        _changed(folder, changed)
    except OSError as fault:
        reason = (fault.strerror or "it cannot be opened").lower()
        begun = (folder / PLAN).exists()
        end = "run it again, which ends what was begun" if begun else "nothing was changed"
        typer.echo(f"onrecord: '{folder}' cannot be written: {reason}; {end}", err=True)
        raise typer.Exit(1) from fault


def _changed(folder: Path, changed: Exception) -> NoReturn:
    told = f"'{folder.as_posix()}/{changed}' was changed by somebody else meanwhile; nothing was changed"
    typer.echo(f"onrecord: {told}: run it again", err=True)
    raise typer.Exit(1) from changed


def refuse(message: str, hint: str = "") -> NoReturn:
    """End with 2: the command was called wrongly, or for something that is not there."""
    typer.echo(f"onrecord: {'; '.join((message, *hint.splitlines()))}", err=True)
    raise typer.Exit(2)


def counted(number: int, noun: str) -> str:
    """Return ``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
