"""The command ``onrecord``: it calls, prints and exits, and decides nothing else."""

import os
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.problems import Problem
    from onrecord.source.document import Document

app = typer.Typer(
    help="Turn a folder of records into a briefing site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
"""What a command does not know is MkDocs' own."""

Content = Annotated[Path, typer.Argument(help="The folder of records.")]
Templates = Annotated[Path, typer.Option(help="The project's own templates, if it has any.")]

_PACKAGE = Path(__file__).resolve().parent
_MANUALS = (_PACKAGE / "docs" / "problems.md", _PACKAGE.parents[1] / "docs" / "problems.md")


class Format(StrEnum):
    """How problems are told: to people, to programs, or beside the lines of a pull request on GitHub."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@app.command()
def check(
    content: Content = Path("content"),
    form: Annotated[Format, typer.Option("--format", help="How to tell the problems.")] = Format.TEXT,
    *,
    warnings: Annotated[bool, typer.Option(help="Tell warnings too.")] = True,
) -> None:
    """Tell everything that is wrong with the records; exit with 1 if it stops publication."""
    from onrecord.pipeline import load
    from onrecord.problems import Severity, has_errors

    loaded = load(content)
    told = tuple(each for each in loaded.problems if warnings or each.severity is Severity.ERROR)
    typer.echo(_told(told, loaded.documents, content, form))
    raise typer.Exit(int(has_errors(told)))


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="The word in brackets, such as 'unknown-actor'.")],
) -> None:
    """Explain a problem by its code: what it means, a wrong example and a right one."""
    from onrecord.report.manual import sections
    from onrecord.suggest import closest

    manual = next(file for file in _MANUALS if file.is_file())
    known = sections(manual.read_text(encoding="utf-8"))
    if code not in known:
        _refuse(f"no problem has the code '{code}'", closest(code, known))
    typer.echo(f"{code}\n\n{known[code]}")


@app.command()
def pages(
    out: Annotated[
        Path, typer.Argument(metavar="DIR", help="An empty folder, or one that this command wrote.")
    ],
    content: Annotated[Path, typer.Option(help="The folder of records.")] = Path("content"),
    templates: Templates = Path("site_templates"),
    *,
    directory_urls: Annotated[bool, typer.Option(help="Addresses end in '/', not in '.html'.")] = True,
) -> None:
    """Write the pages as plain files, for any engine that makes a site of them."""
    from onrecord.hosts.folder import ForeignFolderError, write_pages
    from onrecord.hosts.templates import template_folders
    from onrecord.pipeline import build
    from onrecord.problems import has_errors

    built = build(content, template_folders(templates), directory_urls=directory_urls)
    if built.problems:
        typer.echo(_told(built.problems, built.documents, content, Format.TEXT), err=True)
    if has_errors(built.problems):
        raise typer.Exit(1)
    try:
        changed = write_pages(built.pages, built.assets, content, out)
    except ForeignFolderError as foreign:
        _refuse(str(foreign))
    typer.echo(f"{len(built.pages)} pages in '{out}', {len(changed)} files changed")


@app.command(context_settings=PASSED_ON)
def build(context: typer.Context) -> None:
    """Build the site: 'mkdocs build', with its options."""
    _mkdocs("build", context.args)


@app.command(context_settings=PASSED_ON)
def serve(context: typer.Context) -> None:
    """Show the site while you edit it: 'mkdocs serve', with its options."""
    _mkdocs("serve", context.args)


def _told(problems: "Iterable[Problem]", documents: "Iterable[Document]", content: Path, form: Format) -> str:
    from onrecord.report.github import as_annotations
    from onrecord.report.json import as_json
    from onrecord.report.place import place
    from onrecord.report.text import text

    diagnostics = place(problems, documents, content.as_posix())
    if form is Format.JSON:
        return as_json(diagnostics)
    if form is Format.GITHUB:
        return as_annotations(diagnostics)
    return text(diagnostics, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def _refuse(message: str, hint: str = "") -> NoReturn:
    typer.echo(f"onrecord: {message}" + (f"; {hint}" if hint else ""), err=True)
    raise typer.Exit(2)


def _mkdocs(command: str, arguments: list[str]) -> NoReturn:
    raise typer.Exit(subprocess.call([sys.executable, "-m", "mkdocs", command, *arguments]))  # noqa: S603
