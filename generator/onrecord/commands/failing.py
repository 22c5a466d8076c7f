"""The end of a command that fails: one message in plain words, whatever it was."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from typer.core import TyperGroup

DEBUG = "ONRECORD_DEBUG"
"""The variable by which tracebacks are shown, here and by the MkDocs that we call."""


class Telling(TyperGroup):
    """The group of all commands; an exception that none of them deals with is told, and ends with 1 or 2."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # click's name for it is wider
        """Call the command."""
        with _told(ctx.invoked_subcommand or ctx.info_name or "onrecord", ctx):
            return super().invoke(ctx)


@contextmanager
def _told(name: str, ctx: typer.Context) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if os.environ.get(DEBUG) or _is_clicks_own(error):
            raise
        from onrecord.report.failure import failure

        told = failure(error, f"onrecord --debug {ctx.invoked_subcommand or name}")
        typer.echo(f"onrecord: {told.message}", err=True)
        raise typer.Exit(2 if told.ours else 1) from error


def _is_clicks_own(error: Exception) -> bool:
    """Tell whether an exception is how a command ends, or how its reader went away."""
    broken = isinstance(error, OSError) and error.errno == errno.EPIPE
    return broken or type(error).__module__.startswith(("click", "typer"))
