"""Comparing the records with what the site has already published."""

from typing import TYPE_CHECKING

import typer

from onrecord.commands.telling import refuse

if TYPE_CHECKING:
    from onrecord.dossier.dossier import Dossier
    from onrecord.problems import Problem


def vanished(dossier: "Dossier | None", where: str) -> "tuple[Problem, ...]":
    """Return the published ids that have vanished; end with 2 if the list of them cannot be read."""
    from onrecord.checks.vanished import vanished_id
    from onrecord.source.manifest import ManifestError, read_manifest

    try:
        before = read_manifest(where)
    except ManifestError as fault:
        refuse(str(fault), "name the site's address or a copy of its data/ids.json")
    if before is None:
        typer.echo(f"onrecord: nothing is published at '{where}' yet: there is nothing to compare", err=True)
    return tuple(vanished_id(dossier, before)) if before and dossier else ()
