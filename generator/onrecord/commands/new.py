"""``onrecord new``: a record, asked for field by field or given whole."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.commands.completing import kinds
from onrecord.commands.telling import (
    FOLDER,
    ContentOption,
    DryRun,
    Form,
    FormOption,
    Quiet,
    answer,
    linked,
    refuse,
    told,
    write,
)

if TYPE_CHECKING:
    from onrecord.loading import Loaded

Given = Annotated[
    list[str] | None,
    typer.Option(
        "--set", "-s", metavar="KEY=TEXT", help="A field; parts of a list end in ';'. May be repeated."
    ),
]
AskOption = Annotated[
    bool | None, typer.Option("--ask/--no-ask", help="Ask for what is not given; by default in a terminal.")
]


def new(  # noqa: PLR0913 - what the command line takes
    kind: Annotated[
        str, typer.Argument(help="What it is: 'statement', 'actor', 'source' …", autocompletion=kinds)
    ],
    given: Given = None,
    record_id: Annotated[str, typer.Option("--id", help="The id; by default made of what is said.")] = "",
    content: ContentOption = FOLDER,
    *,
    ask: AskOption = None,
    dry_run: DryRun = False,
    form: FormOption = Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Write a new record into a file of its own, tidy and sound; no file is written over.

    Ids of other records may be given as names: 'Lavrov' finds 'sergey-lavrov'.

    Examples: 'onrecord new statement', 'onrecord new actor -s name="Ann Lee" -s kind=person'.
    """
    from onrecord.commands.asking import Asking
    from onrecord.editing.skeletons import folder_of
    from onrecord.records.entries import stem

    folder = folder_of(kind) or _no_such_kind(kind)
    dossier, loaded = linked(content, "make one with 'onrecord init'")
    asking = Asking(dossier, folder, may_ask=sys.stdin.isatty() if ask is None else ask)
    answers = asking.answers(_pairs(given or []))
    path, text = asking.record(record_id, answers, content.as_posix())
    if (content / path).exists():
        refuse(f"the file '{content.as_posix()}/{path}' is there already", "choose another id with '--id'")
    _try(loaded, path, text, content)
    if dry_run:
        typer.echo(text, nl=False)
        return
    write(content, {path: text.encode()}, before={})
    written = f"{content.as_posix()}/{path}"
    answer(f"{written} is written", {"id": stem(path), "file": written}, form, quiet=quiet)


def _no_such_kind(kind: str) -> str:
    from onrecord.records.kinds import FOLDERS
    from onrecord.suggest import closest

    words = tuple(each.__name__.lower() for each in FOLDERS.values())
    refuse(
        f"there is no kind of record '{kind}'", closest(kind, words) or f"the kinds are {', '.join(words)}"
    )


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = (each.partition("=") for each in given)
    return {key.strip(): text.strip() for key, _, text in pairs}


def _try(loaded: "Loaded", path: str, text: str, content: Path) -> None:
    """End with 1 if the record would be wrong, or make another one wrong: nothing wrong is ever written."""
    from onrecord.checks.all import CHECKS
    from onrecord.editing.proving import tried
    from onrecord.problems import Severity, has_errors

    dossier, documents, problems = tried(loaded.documents, {path: text.encode()})
    checked = (problem for rule in CHECKS if dossier for problem in rule(dossier))
    known = {(problem.code, problem.location) for problem in loaded.problems}
    new = tuple(
        problem
        for problem in (*problems, *checked)
        if problem.location.file == path
        or (problem.severity is Severity.ERROR and (problem.code, problem.location) not in known)
    )
    if has_errors(new):
        typer.echo(told(new, documents, content), err=True)
        typer.echo("onrecord: nothing was written", err=True)
        raise typer.Exit(1)
