"""``onrecord rename``: a record under a new id, and everything that names it."""

from typing import Annotated

import typer

from onrecord.commands.completing import ids
from onrecord.commands.telling import (
    FOLDER,
    ContentOption,
    DryRun,
    Form,
    FormOption,
    Quiet,
    answer,
    counted,
    held,
    refuse,
    sound,
    told,
    write,
)


def rename(  # noqa: PLR0913 - what the command line takes
    old: Annotated[str, typer.Argument(help="The id that the record has.", autocompletion=ids)],
    new: Annotated[str, typer.Argument(help="The id that it is to have.")],
    content: ContentOption = FOLDER,
    *,
    dry_run: DryRun = False,
    form: FormOption = Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Give a record a new id, change every mention of it, and keep the old address alive.

    All files are changed or none; what is not the id stays as it is, byte for byte.

    Examples: 'onrecord rename lavrov sergey-lavrov', 'onrecord rename lavrov sergey-lavrov --dry-run'.
    """
    from onrecord.editing.proving import tried
    from onrecord.editing.renaming import RenameError, renaming
    from onrecord.problems import has_errors
    from onrecord.source.raw import edited

    dossier, loaded = sound(content)
    try:
        made = renaming(dossier, loaded.documents, old, new)
    except RenameError as cannot:
        refuse(str(cannot), cannot.hint)
    before = held(content, (document for document in loaded.documents if document.path in made.edits))
    after = {path: edited(data, made.edits[path]) for path, data in before.items()}
    gone: tuple[str, ...] = ()
    if made.moved:
        path, moved = made.moved
        if (content / moved).exists():
            refuse(f"the file '{moved}' is there already")
        after[moved], gone = after.pop(path), (path,)
    _, documents, problems = tried(loaded.documents, after, gone)
    if has_errors(problems):
        typer.echo(told(problems, documents, content), err=True)
        refuse("the new id would break this; nothing was changed")
    if not dry_run:
        write(content, after, gone, before)
    verb = "would be renamed" if dry_run else "is renamed"
    where = f"{counted(made.mentions, 'mention')} in {counted(len(made.edits), 'file')}"
    text = f"'{old}' {verb} '{new}': {where}; 'formerly' keeps the old address"
    data = {"old": old, "new": new, "mentions": made.mentions, "files": sorted(after), "gone": list(gone)}
    answer(text, data, form, quiet=quiet)
