"""Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Iterable

from onrecord.report.place import Diagnostic


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one workflow command a line."""
    return "\n".join(map(_command, diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {
        "file": diagnostic.file,
        "line": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.end),
        "title": diagnostic.code,
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    told = "\n".join(filter(None, (diagnostic.message, diagnostic.hint)))
    return f"::{diagnostic.severity.value} {named}::{_data(told)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
