"""``onrecord show`` and ``onrecord stats``: a record, or the whole dossier, in the terminal."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord.commands.telling import FOLDER, Content, ContentOption, refuse


class Form(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, or a name.")],
    content: ContentOption = FOLDER,
) -> None:
    """Show a record, what follows from it with the rules behind its status, and what is linked to it.

    Example: 'onrecord show sergey-lavrov'.
    """
    from onrecord.editing.labels import candidates, exact
    from onrecord.editing.showing import shown
    from onrecord.loading import load

    loaded = load(content)
    if loaded.dossier is None:
        refuse(f"there is no dossier in '{content}'", "run 'onrecord check'")
    record = loaded.dossier.find(record_id) or exact(loaded.dossier, record_id)
    if record is None:
        near = ", ".join(f"'{each.id}'" for each in candidates(loaded.dossier, record_id))
        refuse(f"no record is called '{record_id}'", f"did you mean {near}?" if near else "")
    document = next(each for each in loaded.documents if each.path == record.location.file)
    typer.echo(shown(loaded.dossier, record, document, content.as_posix()))


def stats(
    content: Content = FOLDER,
    form: Annotated[Form, typer.Option("--format", help="For people or for programs.")] = Form.TEXT,
) -> None:
    """Count the records, their statuses, languages, origins and archived copies.

    Examples: 'onrecord stats', 'onrecord stats --format json'.
    """
    import json

    from onrecord.editing.stats import stats as counted
    from onrecord.loading import load

    dossier = load(content).dossier
    if dossier is None:
        refuse(f"there is no dossier in '{content}'", "run 'onrecord check'")
    numbers = counted(dossier)
    if form is Form.JSON:
        typer.echo(json.dumps(numbers, ensure_ascii=False, indent=2))
        return
    blocks = (
        "\n".join((title, *(f"  {number:>6}  {name}" for name, number in groups.items())))
        for title, groups in numbers.items()
        if groups
    )
    typer.echo("\n\n".join(blocks))
