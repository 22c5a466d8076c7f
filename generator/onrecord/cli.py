"""The command ``onrecord``: it calls, prints and exits, and decides nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from onrecord import __version__
from onrecord.commands.against import vanished
from onrecord.commands.cms import cms
from onrecord.commands.completing import codes
from onrecord.commands.diff import diff
from onrecord.commands.failing import DEBUG, Telling
from onrecord.commands.fmt import fmt
from onrecord.commands.importing import import_
from onrecord.commands.init import init
from onrecord.commands.new import new
from onrecord.commands.progress import working
from onrecord.commands.rename import rename
from onrecord.commands.schema import schema
from onrecord.commands.show import show, stats
from onrecord.commands.telling import FOLDER, Content, ContentOption, Format, Quiet, reading, refuse, told
from onrecord.commands.verify import verify
from onrecord.garbage import sought_among_the_young

app = typer.Typer(
    cls=Telling,
    help="Turn a folder of records into a briefing site.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
)
PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
"""What a command does not know is MkDocs' own."""

Templates = Annotated[Path, typer.Option(help="The project's own templates, if it has any.")]


def _version(asked: bool) -> None:  # noqa: FBT001  # typer hands it the value of the option
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


def run() -> NoReturn:
    """Run the command, and end as soon as all of it is told.

    Python would take ten thousand records apart first, one by one, for a quarter of the time of a check.
    """
    try:
        app()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            raise end from None
        os._exit(end.code)
    sys.exit()


@app.callback()
def begin(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001  # its callback does it all
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version, and end.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="If the program fails, show where, as programmers need it.")
    ] = False,
) -> None:
    """Turn a folder of records into a briefing site."""
    if debug:
        os.environ[DEBUG] = "1"
    context.with_resource(sought_among_the_young(is_last=True))


@app.command(short_help="Tell everything that is wrong, and what to do about it.")
def check(
    content: Content = FOLDER,
    form: Annotated[Format, typer.Option("--format", help="How to tell the problems.")] = Format.TEXT,
    *,
    warnings: Annotated[bool, typer.Option(help="Tell warnings too.")] = True,
    quiet: Quiet = False,
    against: Annotated[
        str, typer.Option(metavar="URL_OR_FILE", help="The published site: none of its ids may vanish.")
    ] = "",
) -> None:
    """Tell everything that is wrong with the records; exit with 1 if it stops publication.

    Examples: 'onrecord check', 'onrecord check --format github', 'onrecord check -q --no-warnings'.
    """
    from onrecord.problems import Severity, has_errors

    loaded = reading(content, "checking the records", quiet=quiet)
    problems = (*loaded.problems, *(vanished(loaded.dossier, against) if against else ()))
    found = tuple(each for each in problems if warnings or each.severity is Severity.ERROR)
    if found or not quiet or form is not Format.TEXT:
        records = len(loaded.dossier.folders) if loaded.dossier else None
        typer.echo(told(found, loaded.documents, content, form, records))
    raise typer.Exit(int(has_errors(found)))


@app.command(short_help="Explain a problem by its code.")
def explain(
    code: Annotated[
        str, typer.Argument(help="The word in brackets, such as 'unknown-actor'.", autocompletion=codes)
    ] = "",
) -> None:
    """Explain a problem by its code: what it means, a wrong example and a right one; or list the codes.

    Example: 'onrecord explain unknown-actor'.
    """
    from onrecord.manuals import manual
    from onrecord.report.manual import sections
    from onrecord.suggest import closest

    known = sections(manual("problems.md"))
    if not code:
        typer.echo("\n".join(known))
    elif code not in known:
        refuse(f"no problem has the code '{code}'", closest(code, known))
    else:
        typer.echo(f"{code}\n\n{known[code]}")


@app.command(short_help="Write the pages as files, for other engines.")
def pages(  # noqa: PLR0913 - what the command line takes
    out: Annotated[
        Path, typer.Argument(metavar="DIR", help="An empty folder, or one that this command wrote.")
    ],
    content: ContentOption = FOLDER,
    templates: Templates = Path("site_templates"),
    *,
    directory_urls: Annotated[bool, typer.Option(help="Addresses end in '/', not in '.html'.")] = True,
    site_url: Annotated[str, typer.Option(help="Where the site will be served.", envvar="SITE_URL")] = "",
    quiet: Quiet = False,
) -> None:
    """Write the pages as plain files, for any engine that makes a site of them.

    Examples: 'onrecord pages docs', 'onrecord pages docs --no-directory-urls'.
    """
    from onrecord.hosts.folder import ForeignFolderError, write_pages
    from onrecord.hosts.templates import template_folders
    from onrecord.pipeline import build
    from onrecord.problems import has_errors

    with working("making the pages", quiet=quiet):
        built = build(content, template_folders(templates), directory_urls=directory_urls, site_url=site_url)
    if built.problems:
        typer.echo(told(built.problems, built.documents, content, Format.TEXT), err=True)
    if has_errors(built.problems):
        raise typer.Exit(1)
    try:
        changed = write_pages(built.pages, built.assets, content, out, directory_urls=directory_urls)
    except ForeignFolderError as foreign:
        refuse(str(foreign))
    if not quiet:
        typer.echo(f"{len(built.pages)} pages in '{out}', {len(changed)} files changed")


BRIEFLY: dict[str, tuple[Callable[..., None], str]] = {
    "init": (init, "Begin a new dossier, with a small example."),
    "new": (new, "Write a new record, asked for field by field."),
    "show": (show, "Show a record and all that follows from it."),
    "stats": (stats, "Count records, statuses, languages and origins."),
    "verify": (verify, "Compare quotations with the stored texts."),
    "diff": (diff, "Tell what readers will see change."),
    "fmt": (fmt, "Lay out every file alike."),
    "rename": (rename, "Give a record a new id, wherever it is named."),
    "import": (import_, "Make records of a file of another program."),
    "schema": (schema, "Write what editors complete and check from."),
    "cms": (cms, "Write what it takes to edit in a browser."),
}
"""Commands of modules of their own, and what each is for in a list of all."""

for name, (command, briefly) in BRIEFLY.items():
    app.command(name, short_help=briefly)(command)


@app.command(context_settings=PASSED_ON, short_help="Build the site.")
def build(context: typer.Context) -> None:
    """Build the site: 'mkdocs build', with its options.

    Example: 'onrecord build --strict'.
    """
    _mkdocs("build", context.args)


@app.command(context_settings=PASSED_ON, short_help="Show the site while you edit it.")
def serve(context: typer.Context) -> None:
    """Show the site while you edit it: 'mkdocs serve', with its options.

    Example: 'onrecord serve --open'.
    """
    _mkdocs("serve", context.args)


def _mkdocs(command: str, arguments: list[str]) -> NoReturn:
    named = any(each.startswith(("-f", "--config-file")) for each in arguments)
    if not named and not any(map(Path.is_file, (Path("mkdocs.yml"), Path("mkdocs.yaml")))):
        refuse(
            "there is no 'mkdocs.yml' here",
            "go to the project's folder, or begin one with 'onrecord init'",
        )
    raise typer.Exit(subprocess.call([sys.executable, "-m", "mkdocs", command, *arguments]))  # noqa: S603
