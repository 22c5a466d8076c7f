"""What a shell offers behind a command: ids, codes and kinds, as far as the records can be read."""

from collections.abc import Iterable
from pathlib import Path

import typer


def ids(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids that begin so, each with what to call its record."""
    from onrecord.commands.telling import reading
    from onrecord.editing.labels import label

    dossier = reading(Path(context.params.get("content") or "content"), quiet=True).dossier
    return [(each.id, label(each)) for each in dossier or () if each.id.startswith(incomplete)]


def codes(incomplete: str) -> list[str]:
    """Return the codes of problems that begin so."""
    from onrecord.manuals import manual
    from onrecord.report.manual import sections

    return _beginning(sections(manual("problems.md")), incomplete)


def kinds(incomplete: str) -> list[str]:
    """Return the kinds of records that begin so."""
    from onrecord.records.kinds import FOLDERS

    return _beginning((kind.__name__.lower() for kind in FOLDERS.values()), incomplete)


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]
